import { type DnsRecord, type HostedZone, isGap, type Known } from '@farsight/core'
import { attributes, byId, nameOf } from '../names.ts'
import type { Resource } from '../resource.ts'
import type { ResourceKind } from '../resource-kind.ts'
import { fullList, text } from '../shape.ts'
import { add, idOf, readingOf, type Stack, vpcOf } from '../stack.ts'
import { fieldOf, type Value } from '../value.ts'

/** Private zones are those that name VPCs; public ones change nothing for the names that a launch asks for. */
export const hostedZone: ResourceKind = {
  type: 'AWS::Route53::HostedZone',
  ref: byId,
  attribute: attributes({ Id: byId }),
  read: (resource, stack) => {
    const vpcs = resource.get('VPCs')
    for (const item of vpcs.kind === 'list' ? vpcs.items : []) {
      const id = fieldOf(item, 'VPCId')?.value
      const vpc = id === undefined ? undefined : stack.vpcs.drafts.get(idOf(id))
      if (vpc === undefined) continue
      const records = recordsOf(resource, stack)
      const zone: HostedZone = { name: zoneName(resource, stack), records }
      add(stack, vpc.hostedZones, resource.id, resource, zone)
    }
  },
}

/** Without the dot at its end. */
export function zoneName(resource: Resource, stack: Stack): Known<string> {
  const name = text.read(resource.get('Name'), '', readingOf(stack, resource)) ?? {
    gap: 'unresolved',
    expression: 'Name',
  }
  return isGap(name) ? name : withoutDot(name)
}

function withoutDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name
}

function recordsOf(zone: Resource, stack: Stack): Known<readonly DnsRecord[]> {
  const records: DnsRecord[] = []
  const name = withoutDot(nameOf(zone, 'Name').text)
  for (const resource of stack.resources) {
    if (!belongsTo(resource.properties, zone.id, name)) continue
    const sets = resource.type === 'AWS::Route53::RecordSet' ? [resource.properties] : groupOf(resource)
    if (sets.length > 0 && resource.doubt !== null) return resource.doubt
    for (const set of sets) {
      const record = recordOf(set, resource, stack)
      if (isGap(record)) return record
      records.push(record)
    }
  }
  return records
}

function groupOf(resource: Resource): readonly Value[] {
  const sets = resource.type === 'AWS::Route53::RecordSetGroup' ? resource.get('RecordSets') : null
  return sets?.kind === 'list' ? sets.items : []
}

function belongsTo(properties: Value, zoneId: string, zoneName: string): boolean {
  const id = fieldOf(properties, 'HostedZoneId')?.value
  const name = fieldOf(properties, 'HostedZoneName')?.value
  return (id !== undefined && idOf(id) === zoneId) || (name !== undefined && withoutDot(idOf(name)) === zoneName)
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html */
function recordOf(set: Value, resource: Resource, stack: Stack): Known<DnsRecord> {
  const reading = readingOf(stack, resource)
  const read = (property: string) => text.read(fieldOf(set, property)?.value ?? set, '', reading)
  const name = fieldOf(set, 'Name') === null ? undefined : read('Name')
  const type = fieldOf(set, 'Type') === null ? undefined : read('Type')
  if (name === undefined || type === undefined) return { gap: 'unresolved', expression: resource.id }
  if (isGap(name)) return name
  if (isGap(type)) return type
  return { name: withoutDot(name), type, values: valuesOf(set, resource, stack) }
}

function valuesOf(set: Value, resource: Resource, stack: Stack): Known<readonly string[]> {
  const reading = readingOf(stack, resource)
  const alias = fieldOf(fieldOf(set, 'AliasTarget')?.value ?? set, 'DNSName')
  if (alias !== null) {
    const target = text.read(alias.value, '', reading) ?? { gap: 'unresolved', expression: 'DNSName' }
    return isGap(target) ? target : [target]
  }
  const values = fieldOf(set, 'ResourceRecords')
  return values === null ? [] : (fullList(text).read(values.value, '', reading) ?? [])
}

/** Cloud Map makes a private zone, and fills it with the addresses of the tasks that run. */
export const privateDnsNamespace: ResourceKind = {
  type: 'AWS::ServiceDiscovery::PrivateDnsNamespace',
  read: (resource, stack) => {
    const { hostedZones } = vpcOf(stack, resource, 'Vpc')
    add(stack, hostedZones, resource.id, resource, {
      name: zoneName(resource, stack),
      records: { gap: 'after-deploy' },
    })
  },
}
