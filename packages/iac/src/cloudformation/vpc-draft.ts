import {
  type BlockPublicAccess,
  type DhcpOptions,
  type DnsFirewall,
  type DnsRecord,
  type Gap,
  type HostedZone,
  type InternetGateway,
  type Known,
  type NatGateway,
  type NetworkAclEntry,
  type PeeringConnection,
  type Pointer,
  pointerTo,
  type ResolverRule,
  type Route,
  type Route53Profile,
  type SecurityGroupRule,
  type Subnet,
  type TransitGatewayAttachment,
  type Vpc,
  type VpcEndpoint,
} from '@farsight/core'
import { type DraftTable, draftTable, finish } from './draft-table.ts'

export type Draft<T> = { -readonly [K in keyof T]: T[K] }

export interface SecurityGroupDraft {
  groupName?: Known<string>
  ingress: SecurityGroupRule[] | Gap
  egress: SecurityGroupRule[] | Gap
  /** Whether CloudFormation leaves the rule that allows all egress. */
  hasDefaultEgress: boolean
}

/** A VPC while it is filled. */
export interface VpcDraft {
  readonly id: string
  readonly at: Pointer
  /** As the account has it that the code lies over; null: the code alone knows of it. */
  readonly base: Vpc | null
  /** Why its listings may hold more than the template says; null: the template makes the VPC, so they are complete. */
  foreign: Gap | null
  /** Why it may be one of the other VPCs after all. */
  lost?: Gap
  cidrBlocks: string[] | Gap
  enableDnsSupport: Known<boolean>
  enableDnsHostnames: Known<boolean>
  dhcpOptions?: Known<DhcpOptions>
  dnsFirewall?: Known<DnsFirewall>
  blockPublicAccess?: Known<BlockPublicAccess>
  readonly subnets: DraftTable<Draft<Subnet>>
  readonly routeTables: DraftTable<{ main?: boolean; routes: Route[] | Gap }>
  readonly networkAcls: DraftTable<{ default?: boolean; entries: NetworkAclEntry[] | Gap }>
  readonly securityGroups: DraftTable<SecurityGroupDraft>
  readonly endpoints: DraftTable<Draft<VpcEndpoint>>
  readonly natGateways: DraftTable<Draft<NatGateway>>
  readonly internetGateways: DraftTable<InternetGateway>
  readonly egressOnlyInternetGateways: DraftTable<InternetGateway>
  readonly hostedZones: DraftTable<{ name: Known<string>; records: DnsRecord[] | Gap } & HostedZone>
  readonly resolverRules: DraftTable<ResolverRule>
  readonly route53Profiles: DraftTable<Route53Profile>
  readonly peeringConnections: DraftTable<PeeringConnection>
  readonly transitGatewayAttachments: DraftTable<TransitGatewayAttachment>
  /** Why a listing may hold more although the VPC is the template's own: a nested stack, a resource not modeled. */
  readonly more: Map<keyof Vpc, Gap>
}

export function vpcDraft(id: string, vpcs: Pointer, foreign: Gap | null, base: Vpc | null = null): VpcDraft {
  const at = pointerTo(vpcs, id)
  const table = <T>(name: keyof Vpc): DraftTable<T> => draftTable(pointerTo(at, name))
  return {
    id,
    at,
    base,
    foreign,
    cidrBlocks: foreign ?? [],
    enableDnsSupport: foreign ?? true,
    enableDnsHostnames: foreign ?? false,
    subnets: table('subnets'),
    routeTables: table('routeTables'),
    networkAcls: table('networkAcls'),
    securityGroups: table('securityGroups'),
    endpoints: table('endpoints'),
    natGateways: table('natGateways'),
    internetGateways: table('internetGateways'),
    egressOnlyInternetGateways: table('egressOnlyInternetGateways'),
    hostedZones: table('hostedZones'),
    resolverRules: table('resolverRules'),
    route53Profiles: table('route53Profiles'),
    peeringConnections: table('peeringConnections'),
    transitGatewayAttachments: table('transitGatewayAttachments'),
    more: new Map(),
  }
}

const LISTINGS = [
  'subnets',
  'routeTables',
  'networkAcls',
  'securityGroups',
  'endpoints',
  'natGateways',
  'internetGateways',
  'egressOnlyInternetGateways',
  'hostedZones',
  'resolverRules',
  'route53Profiles',
  'peeringConnections',
  'transitGatewayAttachments',
] as const

/** Notes that the VPC may hold more than the template says. */
export function leaveOpen(draft: VpcDraft, gap: Gap): void {
  for (const listing of LISTINGS) if (!draft.more.has(listing)) draft.more.set(listing, gap)
}

/** What stands in a VPC that nobody can name may stand in any of the others. */
export function openForLost(vpcs: readonly VpcDraft[]): void {
  for (const { lost, ...draft } of vpcs) {
    if (lost === undefined) continue
    const filled = LISTINGS.filter((listing) => draft[listing].drafts.size > 0)
    for (const { more, foreign } of vpcs) {
      for (const listing of foreign === null ? filled : []) if (!more.has(listing)) more.set(listing, lost)
    }
  }
}

export function finishVpc(draft: VpcDraft): Vpc {
  const listing = <T>(name: keyof Vpc, table: DraftTable<T>) => finish(table, draft.foreign ?? draft.more.get(name))
  const { dhcpOptions, dnsFirewall, blockPublicAccess } = draft
  return {
    ...draft.base,
    cidrBlocks: draft.cidrBlocks,
    enableDnsSupport: draft.enableDnsSupport,
    enableDnsHostnames: draft.enableDnsHostnames,
    subnets: listing('subnets', draft.subnets),
    routeTables: listing('routeTables', draft.routeTables),
    networkAcls: listing('networkAcls', draft.networkAcls),
    securityGroups: listing('securityGroups', withoutMarks(draft.securityGroups)),
    endpoints: listing('endpoints', draft.endpoints),
    natGateways: listing('natGateways', draft.natGateways),
    internetGateways: listing('internetGateways', draft.internetGateways),
    egressOnlyInternetGateways: listing('egressOnlyInternetGateways', draft.egressOnlyInternetGateways),
    hostedZones: listing('hostedZones', draft.hostedZones),
    resolverRules: listing('resolverRules', draft.resolverRules),
    ...(isEmpty(draft.route53Profiles) ? {} : { route53Profiles: listing('route53Profiles', draft.route53Profiles) }),
    peeringConnections: listing('peeringConnections', draft.peeringConnections),
    transitGatewayAttachments: listing('transitGatewayAttachments', draft.transitGatewayAttachments),
    ...(dhcpOptions === undefined ? {} : { dhcpOptions }),
    ...(dnsFirewall === undefined ? {} : { dnsFirewall }),
    ...(blockPublicAccess === undefined ? {} : { blockPublicAccess }),
  }
}

function isEmpty({ drafts, kept, rest }: DraftTable<unknown>): boolean {
  return drafts.size === 0 && kept.size === 0 && rest === undefined
}

function withoutMarks(table: VpcDraft['securityGroups']): DraftTable<Omit<SecurityGroupDraft, 'hasDefaultEgress'>> {
  const drafts = [...table.drafts].map(([id, { hasDefaultEgress: _, ...group }]) => [id, group] as const)
  return { ...table, drafts: new Map(drafts) }
}
