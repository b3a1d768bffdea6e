import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { index, type Placed } from '../model/world.ts'
import type { AccessRequest } from './access-request.ts'
import { ABSENT, foldKey, type KeyValue, present } from './context.ts'
import { contextOfNobody } from './nobody-context.ts'
import { principalFactsOf } from './principal-facts.ts'
import { contextOf } from './request-context.ts'
import { ownerOf } from './resource-layer.ts'
import { contextOfService } from './service-context.ts'

const ACCOUNT = '111122223333'
const PLACE = { account: ACCOUNT, region: 'eu-west-1' }
const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
const ORGANIZATION = { id: 'o-1', path: 'o-1/r-1/' }
const DENIED = { gap: 'denied', permission: 'iam:GetRole' } as const

function unknown(key: string): KeyValue {
  return { gap: 'not-modeled', what: 'condition-keys', of: foldKey(key) }
}

function endpoint(id: string, at: string): Placed<VpcEndpoint> {
  return { id, value: { vpcEndpointType: 'Interface', serviceName: 's' } as VpcEndpoint, at, place: PLACE }
}

const ENDPOINT = endpoint('vpce-1', '/accounts/1/regions/r/vpcs/vpc-1/endpoints/vpce-1')

const REQUEST: AccessRequest = {
  principal: ROLE,
  action: 'secretsmanager:GetSecretValue',
  resource: `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db-AbCdEf`,
  endpoints: [],
}

const ROLES = {
  web: { tags: { Team: 'red', empty: '' } },
  untagged: {},
  denied: { tags: DENIED },
  none: null,
  hidden: DENIED,
}

function ofRole(request: Partial<AccessRequest>) {
  const accounts = {
    [ACCOUNT]: { organization: ORGANIZATION, roles: ROLES, regions: {} },
    '999988887777': { organization: null, regions: {} },
  }
  const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
  const asked = { ...REQUEST, ...request }
  return contextOf(principalFactsOf(world, asked.principal ?? ROLE), asked, ownerOf)
}

type Row = [key: string, expected: KeyValue, request?: Partial<AccessRequest>]

const VIA = { via: 'secretsmanager' }
const THROUGH = { endpoints: [ENDPOINT], isWayKnown: true }
const PUBLIC = { endpoints: [], isWayKnown: true }
const TWO = { endpoints: [ENDPOINT, endpoint('vpce-2', '/vpcs/vpc-1/endpoints/vpce-2')], isWayKnown: true }
const WITHOUT_ARN = { resource: '*' }
const FOREIGN = { resource: 'arn:aws:secretsmanager:eu-west-1:999988887777:secret:db-AbCdEf' }
const WITHOUT_REGION = { resource: 'arn:aws:s3:::config/x' }

const OF_ROLE: readonly Row[] = [
  ['aws:PrincipalArn', present(ROLE)],
  ['aws:PrincipalAccount', present(ACCOUNT)],
  ['aws:PrincipalType', present('AssumedRole')],
  ['aws:PrincipalOrgID', present('o-1')],
  ['aws:PrincipalOrgPaths', present('o-1/r-1/')],
  ['aws:PrincipalIsAWSService', present('false')],
  ['aws:username', ABSENT],
  ['aws:PrincipalServiceName', ABSENT],
  ['aws:PrincipalServiceNamesList', ABSENT],
  ['aws:FederatedProvider', ABSENT],
  ['aws:SourceIdentity', ABSENT],
  ['aws:userid', unknown('aws:userid')],
  ['aws:PrincipalTag/team', present('red')],
  ['aws:PrincipalTag/empty', present('')],
  ['aws:PrincipalTag/none', ABSENT],
  [
    'aws:PrincipalTag/team',
    { gap: 'not-read', permission: 'iam:ListRoleTags' },
    { principal: `arn:aws:iam::${ACCOUNT}:role/untagged` },
  ],
  ['aws:PrincipalTag/team', DENIED, { principal: `arn:aws:iam::${ACCOUNT}:role/denied` }],
  ['aws:PrincipalTag/team', DENIED, { principal: `arn:aws:iam::${ACCOUNT}:role/hidden` }],
  [
    'aws:PrincipalTag/team',
    { gap: 'not-read', permission: 'iam:GetRole' },
    { principal: `arn:aws:iam::${ACCOUNT}:role/none` },
  ],
  ['aws:ResourceTag/team', unknown('aws:ResourceTag/team')],
  ['aws:ResourceTag/team', present('blue'), { context: { 'aws:resourcetag/Team': 'blue' } }],
  ['aws:TagKeys', [['a', 'b']], { context: { 'aws:TagKeys': ['a', 'b'] } }],
  ['aws:SecureTransport', present('false'), { context: { 'aws:SecureTransport': 'false' } }],
  ['aws:ResourceAccount', present(ACCOUNT)],
  ['aws:ResourceAccount', present('999988887777'), FOREIGN],
  ['aws:ResourceAccount', unknown('aws:ResourceAccount'), WITHOUT_ARN],
  ['aws:ResourceOrgID', present('o-1')],
  ['aws:ResourceOrgID', ABSENT, FOREIGN],
  ['aws:ResourceOrgPaths', present('o-1/r-1/')],
  ['aws:SecureTransport', present('true')],
  ['aws:ViaAWSService', present('false')],
  ['aws:ViaAWSService', present('true'), VIA],
  ['aws:CalledVia', ABSENT],
  ['aws:CalledViaFirst', present('secretsmanager.amazonaws.com'), VIA],
  ['aws:CalledViaLast', present('secretsmanager.amazonaws.com'), VIA],
  ['aws:RequestedRegion', present('eu-west-1')],
  ['aws:RequestedRegion', present('us-east-1'), { region: 'us-east-1' }],
  ['aws:RequestedRegion', unknown('aws:RequestedRegion'), WITHOUT_REGION],
  ['aws:RequestedRegion', unknown('aws:RequestedRegion'), { region: '' }],
  ['aws:RequestedRegion', unknown('aws:RequestedRegion'), WITHOUT_ARN],
  ['aws:SourceArn', ABSENT],
  ['aws:SourceAccount', ABSENT],
  ['aws:SourceOrgID', ABSENT],
  ['aws:SourceOrgPaths', ABSENT],
  ['aws:SourceArn', unknown('aws:SourceArn'), VIA],
  ['aws:SourceVpce', unknown('aws:SourceVpce')],
  ['aws:SourceVpce', ABSENT, PUBLIC],
  ['aws:SourceVpce', present('vpce-1'), THROUGH],
  ['aws:SourceVpce', present('vpce-1'), { endpoints: [ENDPOINT] }],
  ['aws:SourceVpce', unknown('aws:SourceVpce'), { endpoints: [ENDPOINT], isWayKnown: false }],
  ['aws:SourceVpce', unknown('aws:SourceVpce'), TWO],
  ['aws:SourceVpce', unknown('aws:SourceVpce'), { ...THROUGH, ...VIA }],
  ['aws:SourceVpc', ABSENT, PUBLIC],
  ['aws:SourceVpc', present('vpc-1'), THROUGH],
  ['aws:SourceVpc', present('a/b~c'), { endpoints: [endpoint('vpce-1', '/vpcs/a~1b~0c/endpoints/vpce-1')] }],
  ['aws:SourceVpc', unknown('aws:SourceVpc'), { endpoints: [endpoint('vpce-1', '/elsewhere/vpce-1')] }],
  ['aws:VpcSourceIp', ABSENT, PUBLIC],
  ['aws:VpcSourceIp', unknown('aws:VpcSourceIp'), THROUGH],
  ['aws:SourceIp', ABSENT, THROUGH],
  ['aws:SourceIp', unknown('aws:SourceIp'), PUBLIC],
  ['kms:CallerAccount', present(ACCOUNT)],
  ['kms:ViaService', ABSENT],
  ['kms:ViaService', present('secretsmanager.eu-west-1.amazonaws.com'), VIA],
  ['kms:ViaService', unknown('kms:ViaService'), { ...VIA, ...WITHOUT_ARN }],
  ['kms:ViaService', unknown('kms:ViaService'), { ...VIA, ...WITHOUT_REGION }],
  ['kms:ViaService', present('ssm.us-east-1.amazonaws.com'), { via: 'ssm', region: 'us-east-1' }],
  ['aws:CalledVia', present('ssm.amazonaws.com'), { via: 'ssm' }],
  ['aws:SourceAccount', unknown('aws:SourceAccount'), VIA],
  ['aws:VpcSourceIp', unknown('aws:VpcSourceIp')],
  ['aws:SourceIp', unknown('aws:SourceIp')],
  ['aws:SourceVpc', unknown('aws:SourceVpc'), TWO],
  ['aws:SourceVpc', unknown('aws:SourceVpc')],
  ['aws:SourceIp', unknown('aws:SourceIp'), TWO],
  ['aws:SourceIp', unknown('aws:SourceIp'), { endpoints: [ENDPOINT], isWayKnown: false }],
  ['aws:ResourceOrgPaths', ABSENT, FOREIGN],
  ['aws:ResourceOrgID', unknown('aws:ResourceOrgID'), WITHOUT_ARN],
  ['aws:PrincipalTag', unknown('aws:PrincipalTag')],
  ['kms:GrantOperations', unknown('kms:GrantOperations'), VIA],
]

describe('what is known of the request of a role', () => {
  test.each(OF_ROLE)('%s is %j of %j', (key, expected, request = {}) => {
    expect(ofRole(request)(foldKey(key))).toEqual(expected)
  })
})

const OF_NOBODY: readonly Row[] = [
  ['aws:SecureTransport', present('true')],
  ['aws:RequestedRegion', present('eu-west-1')],
  ['aws:SourceVpce', present('vpce-1'), THROUGH],
  ['aws:SourceIp', present('10.0.0.1'), { context: { 'aws:SourceIp': '10.0.0.1' } }],
  ['aws:PrincipalAccount', present(ACCOUNT), { context: { 'aws:PrincipalAccount': ACCOUNT } }],
  ['aws:PrincipalArn', unknown('aws:PrincipalArn')],
]

describe('what is known of a request that a service signed before', () => {
  test.each(OF_NOBODY)('%s is %j of %j', (key, expected, request = {}) => {
    expect(contextOfNobody({ ...REQUEST, principal: null, ...request })(foldKey(key))).toEqual(expected)
  })

  test.each(['Principal', 'Resource'])('its %s may be of no account or organization, or of one of its own', (whose) => {
    for (const key of ['Account', 'OrgID', 'OrgPaths']) {
      const found = contextOfNobody(REQUEST)(foldKey(`aws:${whose}${key}`))
      expect(found).toHaveLength(2)
      expect(found).toContain(null)
      expect(found).not.toContainEqual([])
      expect(found).not.toContainEqual([expect.stringMatching(/^[\w/-]*$/)])
    }
  })
})

const CALL = {
  service: 'ecs-tasks.amazonaws.com',
  account: ACCOUNT,
  region: 'eu-west-1',
  organization: { id: present('o-1'), paths: present('o-1/r-1/') },
}

const OF_SERVICE: readonly [key: string, expected: KeyValue, call?: Partial<typeof CALL> | { region: null }][] = [
  ['aws:SourceAccount', present(ACCOUNT)],
  ['aws:ResourceAccount', present(ACCOUNT)],
  ['aws:SourceOrgID', present('o-1')],
  ['aws:ResourceOrgID', present('o-1')],
  ['aws:SourceOrgPaths', present('o-1/r-1/')],
  ['aws:ResourceOrgPaths', present('o-1/r-1/')],
  ['aws:PrincipalIsAWSService', present('true')],
  ['aws:SecureTransport', present('true')],
  ['aws:PrincipalServiceName', present('ecs-tasks.amazonaws.com')],
  ['aws:PrincipalServiceNamesList', unknown('aws:PrincipalServiceNamesList')],
  ['aws:RequestedRegion', present('eu-west-1')],
  ['aws:RequestedRegion', unknown('aws:RequestedRegion'), { region: null }],
  ['aws:PrincipalOrgID', ABSENT],
  ['aws:PrincipalOrgPaths', ABSENT],
  ['aws:PrincipalAccount', ABSENT],
  ['aws:PrincipalArn', ABSENT],
  ['aws:SourceVpc', ABSENT],
  ['aws:SourceVpce', ABSENT],
  ['sts:ExternalId', unknown('sts:ExternalId')],
]

describe('what is known of a service that assumes a role', () => {
  test.each(OF_SERVICE)('%s is %j', (key, expected, call = {}) => {
    expect(contextOfService({ ...CALL, ...call })(foldKey(key))).toEqual(expected)
  })

  test.each([
    ['eu-west-1', 'arn:aws:ecs:eu-west-1:'],
    ['cn-north-1', 'arn:aws-cn:ecs:cn-north-1:'],
    ['us-gov-west-1', 'arn:aws-us-gov:ecs:us-gov-west-1:'],
    ['us-iso-east-1', 'arn:«partition»:ecs:us-iso-east-1:'],
    ['eusc-de-east-1', 'arn:«partition»:ecs:eusc-de-east-1:'],
    ['«AWS::Region»', 'arn:«partition»:ecs:«region»:'],
    [null, 'arn:«partition»:ecs:«region»:'],
  ])('in %s, the ARN that it says begins with %s, and is of no cluster', (region, start) => {
    const found = contextOfService({ ...CALL, region })('aws:sourcearn')
    const arns = Array.isArray(found) ? found.flat() : []
    expect(arns.length).toBeGreaterThan(0)
    for (const arn of arns) {
      expect(arn.startsWith(`${start}${ACCOUNT}:`)).toBe(true)
      expect(arn).not.toContain(':cluster/')
    }
  })
})
