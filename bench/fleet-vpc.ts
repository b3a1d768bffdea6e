import type {
  NetworkAcl,
  NetworkAclEntry,
  PolicyDocument,
  Route,
  RouteTable,
  SecurityGroup,
  Subnet,
  Vpc,
  VpcEndpoint,
} from '@farsight/core'
import { ACCOUNT, awsId, type EndpointService, prefixListOfS3, REGION, ZONES } from './fleet-names.ts'

/** One of the fleet's networks: its id, and what the services in it have to know. */
export interface FleetVpc {
  readonly id: string
  readonly number: number
  readonly cidr: string
  readonly subnetIds: readonly string[]
  /** Tasks get out through an internet gateway, so they need public addresses. */
  readonly isPublic: boolean
  /** What the load balancers carry. */
  readonly balancerGroupId: string
  /** A group that the endpoints admit and that tasks carry beside their own; null where endpoints admit the block. */
  readonly clientGroupId: string | null
}

export function fleetVpc(number: number): FleetVpc {
  return {
    id: awsId('vpc', number),
    number,
    cidr: `10.${number}.0.0/16`,
    subnetIds: ZONES.map((_, zone) => awsId('subnet', number, zone)),
    isPublic: KINDS[number] === 'public',
    balancerGroupId: awsId('sg', number, 1),
    clientGroupId: number % 5 === 3 ? awsId('sg', number, 2) : null,
  }
}

/**
 * How tasks get out. Of the 50 VPCs, 31 have a NAT gateway and a gateway endpoint for S3, 12 a NAT gateway alone and 4
 * an internet gateway; in 2 something is wrong, and of 1 a policy cannot be judged.
 */
type Kind =
  | 'nat'
  | 'nat-without-s3-endpoint'
  | 'public'
  | 'isolated'
  | 'nat-deleted-in-one-zone'
  | 'policy-with-condition'

const KINDS: readonly Kind[] = [
  ...Array<Kind>(31).fill('nat'),
  ...Array<Kind>(12).fill('nat-without-s3-endpoint'),
  ...Array<Kind>(4).fill('public'),
  'policy-with-condition',
  'nat-deleted-in-one-zone',
  'isolated',
]

const ENDPOINTS: readonly (readonly EndpointService[])[] = [
  ['ecr.api', 'ecr.dkr', 'logs'],
  ['ecr.api', 'ecr.dkr', 'secretsmanager'],
  ['secretsmanager', 'ssm', 'logs'],
]

/** @param groups those of the services, by id */
export function vpcOf(vpc: FleetVpc, groups: { readonly [id: string]: SecurityGroup }): Vpc {
  const { number, cidr, clientGroupId, balancerGroupId } = vpc
  const kind = KINDS[number] ?? 'nat'
  const own = {
    [defaultGroupId(vpc)]: DEFAULT_GROUP,
    [balancerGroupId]: BALANCER_GROUP,
    [endpointGroupId(vpc)]: endpointGroup(vpc),
  }
  const clients = clientGroupId === null ? {} : { [clientGroupId]: CLIENT_GROUP }
  const hasNat = kind !== 'public' && kind !== 'isolated'
  return {
    cidrBlocks: [cidr],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    subnets: subnetsOf(vpc, hasNat),
    routeTables: routeTablesOf(vpc, kind),
    networkAcls: {
      [defaultAclId(vpc)]: { default: true, entries: OPEN_ACL },
      ...(hasCustomAcl(vpc) ? { [customAclId(vpc)]: customAcl(vpc) } : {}),
    },
    securityGroups: { ...own, ...clients, ...groups },
    endpoints: endpointsOf(vpc, kind),
    natGateways: hasNat
      ? {
          [natId(vpc)]: {
            state: 'available',
            connectivityType: 'public',
            subnetId: publicSubnetId(vpc),
            publicIps: [`203.0.113.${number + 1}`],
          },
        }
      : {},
    internetGateways: kind === 'isolated' ? {} : { [internetGatewayId(vpc)]: { state: 'available' } },
    egressOnlyInternetGateways: {},
    dhcpOptions: { domainNameServers: ['AmazonProvidedDNS'] },
    hostedZones: {
      [`Z${awsId('zone', number).slice(5).toUpperCase()}`]: { name: `vpc${number}.internal`, records: [] },
    },
    resolverRules: {},
    blockPublicAccess: { mode: 'off' },
    peeringConnections: {},
    transitGatewayAttachments: {},
  }
}

const natId = ({ number }: FleetVpc) => awsId('nat', number)
const deletedNatId = ({ number }: FleetVpc) => awsId('nat', number, 0xdead)
const internetGatewayId = ({ number }: FleetVpc) => awsId('igw', number)
const s3EndpointId = ({ number }: FleetVpc) => awsId('vpce', number, 3)
const publicSubnetId = ({ number }: FleetVpc) => awsId('subnet', number, 3)
const routeTableId = ({ number }: FleetVpc, zone: number) => awsId('rtb', number, zone)
const publicRouteTableId = ({ number }: FleetVpc) => awsId('rtb', number, 3)
const defaultAclId = ({ number }: FleetVpc) => awsId('acl', number, 0)
const customAclId = ({ number }: FleetVpc) => awsId('acl', number, 1)
const defaultGroupId = ({ number }: FleetVpc) => awsId('sg', number, 0)
const endpointGroupId = ({ number }: FleetVpc) => awsId('sg', number, 3)
const hasCustomAcl = ({ number }: FleetVpc) => number % 6 === 5

function subnetsOf(vpc: FleetVpc, hasNat: boolean): { readonly [id: string]: Subnet } {
  const { number, subnetIds } = vpc
  const subnets: { [id: string]: Subnet } = {}
  for (const [zone, id] of subnetIds.entries()) {
    subnets[id] = {
      cidrBlock: `10.${number}.${zone * 32}.0/19`,
      availabilityZone: `${REGION}${ZONES[zone]}`,
      availabilityZoneId: `apne1-az${zone + 1}`,
      availableIpAddressCount: 7000 + zone,
      routeTableId: routeTableId(vpc, zone),
      networkAclId: hasCustomAcl(vpc) ? customAclId(vpc) : defaultAclId(vpc),
    }
  }
  if (hasNat) {
    subnets[publicSubnetId(vpc)] = {
      cidrBlock: `10.${number}.240.0/24`,
      availabilityZone: `${REGION}a`,
      availabilityZoneId: 'apne1-az1',
      availableIpAddressCount: 240,
      routeTableId: publicRouteTableId(vpc),
      networkAclId: defaultAclId(vpc),
    }
  }
  return subnets
}

function routeTablesOf(vpc: FleetVpc, kind: Kind): { readonly [id: string]: RouteTable } {
  const tables: { [id: string]: RouteTable } = {}
  for (const zone of ZONES.keys()) tables[routeTableId(vpc, zone)] = { routes: routesOf(vpc, kind, zone) }
  return {
    ...tables,
    [publicRouteTableId(vpc)]: {
      main: true,
      routes: [local(vpc), { destination: '0.0.0.0/0', target: internetGatewayId(vpc), state: 'active' }],
    },
  }
}

const local = ({ cidr }: FleetVpc): Route => ({ destination: cidr, target: 'local', state: 'active' })

function routesOf(vpc: FleetVpc, kind: Kind, zone: number): readonly Route[] {
  const routes = [local(vpc)]
  if (kind === 'public') routes.push({ destination: '0.0.0.0/0', target: internetGatewayId(vpc), state: 'active' })
  else if (kind === 'nat-deleted-in-one-zone' && zone === 2)
    routes.push({ destination: '0.0.0.0/0', target: deletedNatId(vpc), state: 'blackhole' })
  else if (kind !== 'isolated') routes.push({ destination: '0.0.0.0/0', target: natId(vpc), state: 'active' })
  if (hasS3Endpoint(kind)) routes.push({ destination: prefixListOfS3, target: s3EndpointId(vpc), state: 'active' })
  return routes
}

const hasS3Endpoint = (kind: Kind) => kind !== 'public' && kind !== 'nat-without-s3-endpoint'

function endpointsOf(vpc: FleetVpc, kind: Kind): { readonly [id: string]: VpcEndpoint } {
  const { number, subnetIds } = vpc
  const endpoints: { [id: string]: VpcEndpoint } = {}
  for (const [position, service] of (ENDPOINTS[number % ENDPOINTS.length] ?? []).entries()) {
    const policyDocument = position === 0 ? interfacePolicy(number, kind, service) : null
    endpoints[awsId('vpce', number, position)] = {
      vpcEndpointType: 'Interface',
      serviceName: `com.amazonaws.${REGION}.${service}`,
      state: 'available',
      subnetIds,
      securityGroupIds: [endpointGroupId(vpc)],
      privateIpAddresses: subnetIds.map((_, zone) => `10.${number}.${zone * 32 + 1}.${10 + position}`),
      privateDnsEnabled: true,
      ipAddressType: 'ipv4',
      ...(policyDocument === null ? {} : { policyDocument }),
    }
  }
  if (hasS3Endpoint(kind)) {
    endpoints[s3EndpointId(vpc)] = {
      vpcEndpointType: 'Gateway',
      serviceName: `com.amazonaws.${REGION}.s3`,
      state: 'available',
      routeTableIds: [...ZONES.keys()].map((zone) => routeTableId(vpc, zone)),
      ...(number % 4 === 2 ? { policyDocument: LAYERS_ONLY } : {}),
    }
  }
  return endpoints
}

function interfacePolicy(number: number, kind: Kind, service: EndpointService): PolicyDocument | null {
  const action = `${service.split('.')[0]}:*`
  if (kind === 'policy-with-condition') {
    const Condition = { StringEquals: { 'aws:ResourceTag/fleet': `${number}` } }
    return {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: '*', Condition }],
    }
  }
  if (number % 4 === 0)
    return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] }
  if (number % 4 !== 1) return null
  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` }
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'OwnAccount', Effect: 'Allow', Principal, Action: action, Resource: '*' },
      { Sid: 'NoDeletes', Effect: 'Deny', Principal: '*', Action: [`${service.split('.')[0]}:Delete*`], Resource: '*' },
    ],
  }
}

const LAYERS_ONLY: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Layers',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:GetObject'],
      Resource: [`arn:aws:s3:::prod-${REGION}-starport-layer-bucket/*`],
    },
  ],
}

const ANYWHERE_OUT = { protocol: '-1', cidr: '0.0.0.0/0' } as const
const DEFAULT_GROUP: SecurityGroup = { groupName: 'default', ingress: [], egress: [ANYWHERE_OUT] }
const CLIENT_GROUP: SecurityGroup = { groupName: 'endpoint-clients', ingress: [], egress: [] }
const BALANCER_GROUP: SecurityGroup = {
  groupName: 'load-balancers',
  ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidr: '0.0.0.0/0' }],
  egress: [ANYWHERE_OUT],
}

function endpointGroup({ cidr, clientGroupId }: FleetVpc): SecurityGroup {
  const peer = clientGroupId === null ? { cidr } : { groupId: clientGroupId }
  return { groupName: 'endpoints', ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, ...peer }], egress: [] }
}

const OPEN_ACL: readonly NetworkAclEntry[] = [false, true].map((egress) => ({
  ruleNumber: 100,
  egress,
  ruleAction: 'allow',
  protocol: '-1',
  cidrBlock: '0.0.0.0/0',
}))

function customAcl({ cidr }: FleetVpc): NetworkAcl {
  const tcp = (
    ruleNumber: number,
    egress: boolean,
    [fromPort, toPort]: readonly [number, number],
    cidrBlock: string,
    ruleAction: 'allow' | 'deny' = 'allow',
  ) => ({
    ruleNumber,
    egress,
    ruleAction,
    protocol: 'tcp',
    fromPort,
    toPort,
    cidrBlock,
  })
  return {
    entries: [
      tcp(90, false, [22, 22], '0.0.0.0/0', 'deny'),
      tcp(100, false, [443, 443], cidr),
      tcp(110, false, [8080, 8080], cidr),
      tcp(120, false, [1024, 65535], '0.0.0.0/0'),
      tcp(100, true, [443, 443], '0.0.0.0/0'),
      tcp(110, true, [5432, 6379], cidr),
      tcp(120, true, [1024, 65535], '0.0.0.0/0'),
    ],
  }
}
