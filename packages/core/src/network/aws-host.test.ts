import { describe, expect, test } from 'vitest'
import { endpointServiceNames, isServiceOf, kindOfHost, layerBucketHost, partitionOf, serviceHost } from './aws-host.ts'

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
    ['fs-1.efs.eu-west-1.amazonaws.com', 'aws'],
    ['s3.amazonaws.com', 'aws'],
    ['bucket.s3.dualstack.eu-west-1.amazonaws.com', 'aws'],
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

describe('the endpoint service', () => {
  test.each([
    ['ecr.api', 'ap-northeast-1', 'com.amazonaws.ap-northeast-1.ecr.api'],
    ['ecr.dkr', 'cn-north-1', 'cn.com.amazonaws.cn-north-1.ecr.dkr'],
    ['logs', 'cn-north-1', 'com.amazonaws.cn-north-1.logs'],
    ['ecr.api', 'eusc-de-east-1', 'eu.amazonaws.eusc-de-east-1.ecr.api'],
    ['ssm', HERE, `com.amazonaws.${HERE}.ssm`],
  ])('of %s in %s is %s', (service, region, name) => {
    expect(endpointServiceNames({ service, region })[0]).toBe(name)
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
