import { describe, expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { preflight } from '../preflight.ts'
import { REGION, REGISTRY, snapshotOf, TARGET_GROUP } from './test-whole-launch.ts'

/** Every field below, of lists that of the first item. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (Array.isArray(value)) return placesIn(value[0], [...path, '0'])
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => [[...path, key], ...placesIn(member, [...path, key])])
}

const P = { gap: 'parameter', name: 'P' } as const

function judged(snapshot: object): { readonly isTold: boolean; readonly verdict: string } {
  const { launches, skipped } = preflight(index(JSON.parse(JSON.stringify(snapshot)) as Snapshot))
  const [launch] = launches
  const isAsked = skipped.some(({ why }) => why.skipped === 'unread')
  const isOpen = (launch?.outcomes.flat() ?? []).some(({ gaps }) => gaps.length > 0)
  return { isTold: isAsked || isOpen, verdict: launch?.verdict ?? 'skipped' }
}

function withValue(snapshot: object, path: readonly string[], value: unknown): object {
  const copy = structuredClone(snapshot)
  const last = path.at(-1) ?? ''
  let holder = copy as Record<string, unknown>
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>
  holder[last] = value
  return copy
}

/** By the model: accounts and Regions are there or not, and so is the platform of an image as a whole. */
const ALWAYS_KNOWN = /^accounts(\/\d+(\/regions(\/[^/]+)?)?)?$|\/platforms\/0\//

/** What may be not known and is asked for by nothing, by how its place ends. Whatever is added here needs a reason. */
const UNHEEDED: { readonly [reason: string]: readonly string[] } = {
  'tags decide by policies that name them': ['tags'],
  'taken as good, and said so': [
    'organization',
    'clusters',
    'clusters/main',
    'clusters/main/status',
    'shop/cluster',
    'discoveryServices',
    REGISTRY,
    'dnsConfig',
    'dnsRecords',
    'dnsRecords/0/type',
    'targetGroups',
    TARGET_GROUP,
    'loadBalancers/0/targetGroupArn',
    'loadBalancers/0/unawaitedListener',
    'serviceRegistries/0/registryArn',
    'availabilityZone',
    'availabilityZoneId',
  ],
  'not judged, whatever it is': [
    'proxyConfiguration',
    'linuxParameters/tmpfs',
    'linuxParameters/initProcessEnabled',
    'capabilities/drop',
    'systemControls',
    'versionConsistency',
    'command',
    'entryPoint',
    'capacityProviderStrategy/0/weight',
    'capacityProviderStrategy/0/base',
    'quotas',
    'imageTagMutability',
    'manifestMediaType',
  ],
  'of another thing, which the launch does not use': [
    'policies',
    'buckets',
    'prefixLists',
    'transitGateways',
    'capacityProviders',
    'namespaces',
    'tasks',
    'registry',
    'keys',
    'fileSystems',
    'ebsSnapshots',
    'loadBalancers',
    'exports',
    'targetType',
    'loadBalancerArns',
    'peeringConnections',
    'transitGatewayAttachments',
    'egressOnlyInternetGateways',
    'subnet-public/cidrBlock',
    'subnet-public/availableIpAddressCount',
  ],
  'decides beside something else, which the launch has not': [
    'readonlyRootFilesystem',
    'versionStages',
    'jsonKeys',
    'images/v5/digest',
    'sg-task/ingress',
    'mountPoints/0/containerPath',
    'mountPoints/0/readOnly',
    'portMappings/0/protocol',
    'portMappings/0/name',
    'portMappings/0/containerPortRange',
    'containerDefinitions/0/name',
    'serviceConnectConfiguration/namespace',
    'serviceConnectConfiguration/services',
    'serviceConnectConfiguration/logConfiguration',
    'parameters/api-key/type',
    'main/defaultCapacityProviderStrategy',
    'main/serviceConnectDefaultNamespace',
    'accountSettings/dualStackIPv6',
    'accountSettings/tagResourceAuthorization',
    'propagateTags',
    'enableECSManagedTags',
    'startedBy',
  ],
  'fits, whatever it is': [
    'roles/shop-execution/path',
    'shop:5/family',
    'shop:5/revision',
    'options/awslogs-stream-prefix',
    'environment/0/value',
  ],
  'the network leads out in any case': [
    'vpc-main/cidrBlocks',
    'vpc-main/enableDnsHostnames',
    'subnet-a/cidrBlock',
    'subnet-a/ipv6CidrBlock',
    'subnet-a/ipv6Native',
    'subnet-a/assignIpv6AddressOnCreation',
    'subnet-a/enableDns64',
    'rtb-private/main',
    'nat-a/routeTableId',
    'nat-a/publicIps',
    'assignPublicIp',
  ],
  'does not touch the first tasks of a service': [
    'deploymentController',
    'deploymentController/type',
    'deploymentConfiguration',
    'maximumPercent',
    'minimumHealthyPercent',
    'desiredCount',
    'runningCount',
    'healthCheckGracePeriodSeconds',
    'events',
    'deployments/0/taskDefinition',
    'deployments/0/updatedAt',
    'deployments/0/rolloutState',
    'deployments/0/rolloutStateReason',
  ],
}

const ENDINGS = Object.values(UNHEEDED).flat()

/** Fields that readers take for one of their values, or for a gap. */
const NEVER_PARTLY =
  /(accountSettings\/.*|\/(status|state|connectivityType|availabilityMode|targetType|schedulingStrategy|assignPublicIp))$/

interface Answered {
  readonly place: string
  readonly isTold: boolean
  readonly verdict: string
}

/** The answers with one fact at a time that has another value; undefined: it keeps its own. */
function answers(launch: 'service' | 'runTask', valueFor: (written: unknown, place: string) => unknown): Answered[] {
  const snapshot = snapshotOf(launch)
  return placesIn(snapshot.accounts, ['accounts']).flatMap((path) => {
    if (ALWAYS_KNOWN.test(path.join('/'))) return []
    const written = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], snapshot)
    const place = path.slice(2).join('/').replace(`regions/${REGION}/`, '')
    const value = valueFor(written, place)
    return value === undefined ? [] : [{ place, ...judged(withValue(snapshot, path, value)) }]
  })
}

function isUnheeded(place: string): boolean {
  return ENDINGS.some((ending) => place === ending || place.endsWith(`/${ending}`))
}

function isWrong({ place, isTold, verdict }: Answered): boolean {
  return verdict === 'fails' || (!isTold && !isUnheeded(place))
}

describe.each(['service', 'runTask'] as const)('of a %s', (launch) => {
  test('all is known, and it starts', () => {
    expect(judged(snapshotOf(launch))).toEqual({ isTold: false, verdict: 'works' })
  })

  test('what is not known is told, and never fails', () => {
    expect(answers(launch, () => P).filter(isWrong)).toEqual([])
  })

  test('what is known in part alone is told, and never fails', () => {
    const partly = answers(launch, (written, place) =>
      typeof written === 'string' && !NEVER_PARTLY.test(place) ? '«P»' : undefined,
    )
    expect(partly.filter(isWrong)).toEqual([])
  })
})

test('what is excepted has need of it', () => {
  const untold = [...answers('service', () => P), ...answers('runTask', () => P)].filter(({ isTold }) => !isTold)
  const needless = ENDINGS.filter(
    (ending) => !untold.some(({ place }) => place === ending || place.endsWith(`/${ending}`)),
  )
  expect(needless).toEqual([])
})
