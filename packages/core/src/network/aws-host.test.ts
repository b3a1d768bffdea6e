import { describe, expect, test } from 'vitest'
import {
  endpointServiceNames,
  fipsEndpointServiceNames,
  isServiceOf,
  kindOfHost,
  layerBucketHost,
  partitionOf,
  serviceHost,
} from './aws-host.ts'

const HERE = '«AWS::Region»'

describe('the host of a service', () => {
  test.each([
    ['ecr.api', 'ap-northeast-1', 'api.ecr.ap-northeast-1.amazonaws.com'],
    ['secretsmanager', 'us-gov-west-1', 'secretsmanager.us-gov-west-1.amazonaws.com'],
    ['ssmmessages', 'cn-north-1', 'ssmmessages.cn-north-1.amazonaws.com.cn'],
    ['logs', 'eusc-de-east-1', 'logs.eusc-de-east-1.amazonaws.eu'],
    ['kms', HERE, `kms.${HERE}.amazonaws.com`],
  ])('%s in %s is %s', (service, region, host) => {
    expect(serviceHost(service, region)).toBe(host)
    expect(kindOfHost(host)).toEqual({ service, region })
  })

  test('of a registry begins with the account', () => {
    expect(kindOfHost('111122223333.dkr.ecr.cn-northwest-1.amazonaws.com.cn')).toEqual({
      service: 'ecr.dkr',
      region: 'cn-northwest-1',
    })
    expect(kindOfHost(`«AWS::AccountId».dkr.ecr.${HERE}.amazonaws.com`)).toEqual({ service: 'ecr.dkr', region: HERE })
  })

  test('of the layers of ECR is a bucket of the Region', () => {
    expect(layerBucketHost('us-east-2')).toBe('prod-us-east-2-starport-layer-bucket.s3.us-east-2.amazonaws.com')
    expect(kindOfHost(layerBucketHost(HERE))).toEqual({ service: 's3', region: HERE })
  })
})

describe('a host name', () => {
  test.each([
    ['s3.eu-west-1.amazonaws.com', { service: 's3', region: 'eu-west-1' }],
    ['my.dotted.bucket.s3.eu-west-1.amazonaws.com', { service: 's3', region: 'eu-west-1' }],
    ['111122223333.dkr.ecr.eu-west-1.«AWS::URLSuffix»', { service: 'ecr.dkr', region: 'eu-west-1' }],
    ['appmesh-envoy-management.eu-west-1.amazonaws.com', { service: 'appmesh-envoy-management', region: 'eu-west-1' }],
    ['logs.eu-west-10.amazonaws.com', { service: 'logs', region: 'eu-west-10' }],
    ['logs.eu-west-1x.amazonaws.com', 'aws'],
    ['logs.1eu-west-1.amazonaws.com', 'aws'],
    ['logs.elsewhere.amazonaws.com', 'aws'],
    ['fs-1.efs.eu-west-1.amazonaws.com', 'aws'],
    ['s3.amazonaws.com', 'aws'],
    ['ec2.eu-west-1.api.aws', { service: 'ec2', region: 'eu-west-1', variant: 'dual-stack' }],
    ['logs-other.eu-west-1.on.aws', 'aws'],
    ['eu-west-1.api.aws', 'aws'],
    ['ecr.cn-north-1.on.amazonwebservices.com.cn', 'aws'],
    ['web-1.eu-west-1.elb.amazonaws.com', 'aws'],
    ['«Registry».amazonaws.com', 'open'],
    ['«Registry»', 'open'],
    ['mirror.«Domain»', 'open'],
    ['«Team».example.com', 'other'],
    ['registry-1.docker.io', 'other'],
    ['public.ecr.aws', 'other'],
    ['notamazonaws.com', 'other'],
    ['registry', 'private'],
    ['registry.corp.internal', 'private'],
    ['2001:db8::1', 'private'],
  ])('%s', (host, kind) => {
    expect(kindOfHost(host)).toEqual(kind)
  })
})

describe('a name for FIPS or dual stack', () => {
  const fips = { variant: 'fips' } as const
  const dualStack = { variant: 'dual-stack' } as const

  test.each([
    ['logs-fips.us-east-1.amazonaws.com', { service: 'logs', region: 'us-east-1', ...fips }],
    ['ecr-fips.us-east-1.amazonaws.com', { service: 'ecr.api', region: 'us-east-1', ...fips }],
    ['111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com', { service: 'ecr.dkr', region: 'us-gov-west-1', ...fips }],
    ['bucket.s3-fips.us-east-1.amazonaws.com', { service: 's3', region: 'us-east-1', ...fips }],
    ['logs.us-east-1.api.aws', { service: 'logs', region: 'us-east-1', ...dualStack }],
    ['ecr.us-east-1.api.aws', { service: 'ecr.api', region: 'us-east-1', ...dualStack }],
    ['111122223333.dkr-ecr.us-east-1.on.aws', { service: 'ecr.dkr', region: 'us-east-1', ...dualStack }],
    ['ecs.cn-north-1.api.amazonwebservices.com.cn', { service: 'ecs', region: 'cn-north-1', ...dualStack }],
    ['my.bucket.s3.dualstack.eu-west-1.amazonaws.com', { service: 's3', region: 'eu-west-1', ...dualStack }],
    ['s3-fips.dualstack.us-east-1.amazonaws.com', { service: 's3', region: 'us-east-1', variant: 'fips-dual-stack' }],
  ])('%s', (host, kind) => {
    expect(kindOfHost(host)).toEqual(kind)
  })
})

test('the registry has the host that the partition of its Region gives it', () => {
  expect(serviceHost('ecr.dkr', 'cn-north-1')).toBe('*.dkr.ecr.cn-north-1.amazonaws.com.cn')
  expect(serviceHost('ecr.dkr', 'eusc-de-east-1')).toBe('*.dkr.ecr.eusc-de-east-1.amazonaws.eu')
  expect(layerBucketHost('cn-north-1')).toMatch(/\.s3\.cn-north-1\.amazonaws\.com\.cn$/)
})

describe('the endpoint service', () => {
  test.each([
    ['ecr.api', 'ap-northeast-1', 'com.amazonaws.ap-northeast-1.ecr.api'],
    ['ecr.dkr', 'cn-north-1', 'cn.com.amazonaws.cn-north-1.ecr.dkr'],
    ['logs', 'cn-north-1', 'com.amazonaws.cn-north-1.logs'],
    ['ecr.api', 'eusc-de-east-1', 'eu.amazonaws.eusc-de-east-1.ecr.api'],
    ['s3', 'cn-northwest-1', 'cn.com.amazonaws.cn-northwest-1.s3'],
    ['sts', 'us-gov-west-1', 'com.amazonaws.us-gov-west-1.sts'],
    ['ecr.dkr', 'us-iso-east-1', 'gov.ic.c2s.us-iso-east-1.ecr.dkr'],
    ['secretsmanager', 'eusc-de-east-1', 'com.amazonaws.eusc-de-east-1.secretsmanager'],
    ['ssm', HERE, `com.amazonaws.${HERE}.ssm`],
  ])('of %s in %s is %s', (service, region, name) => {
    expect(endpointServiceNames({ service, region })[0]).toBe(name)
  })

  test('for the names of FIPS is none of a standard name, nor of one for dual stack alone', () => {
    const kms = { service: 'kms', region: 'us-iso-east-1' }
    expect(fipsEndpointServiceNames(kms)).toEqual([])
    expect(fipsEndpointServiceNames({ ...kms, variant: 'dual-stack' })).toEqual([])
    const names = ['gov.ic.c2s.us-iso-east-1.kms-fips', 'com.amazonaws.us-iso-east-1.kms-fips']
    expect(fipsEndpointServiceNames({ ...kms, variant: 'fips' })).toEqual(names)
    expect(fipsEndpointServiceNames({ ...kms, variant: 'fips-dual-stack' })).toEqual(names)
  })

  test('of a Region that is not known is not the one of China where that has a standard name', () => {
    expect(isServiceOf({ service: 'logs', region: HERE }, `cn.com.amazonaws.${HERE}.logs`)).toBe(false)
  })

  test('of a Region that is not known may be the one of China', () => {
    expect(isServiceOf({ service: 'ecr.api', region: HERE }, `cn.com.amazonaws.${HERE}.ecr.api`)).toBe(true)
  })

  test('of another Region or service is another', () => {
    const host = { service: 'ssm', region: 'us-east-1' }
    expect(isServiceOf(host, 'com.amazonaws.us-east-1.ssmmessages')).toBe(false)
    expect(isServiceOf(host, 'com.amazonaws.us-west-1.ssm')).toBe(false)
  })

  test('in a Region that is not known may be the same', () => {
    expect(isServiceOf({ service: 'ssm', region: 'us-east-1' }, `com.amazonaws.${HERE}.ssm`)).toBeUndefined()
  })
})

test.each([
  ['ap-northeast-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-isob-east-1', 'aws-iso-b'],
  [HERE, 'aws'],
])('%s is in the partition %s', (region, partition) => {
  expect(partitionOf(region)).toBe(partition)
})
