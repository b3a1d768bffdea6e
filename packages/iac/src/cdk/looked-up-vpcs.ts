import { NOT_READ, type Origin, type Pointer } from '@farsight/core'
import { pointerIn } from '../cloudformation/draft-table.ts'
import { createOrigins } from '../cloudformation/origins.ts'
import { parseText } from '../cloudformation/parse-template.ts'
import type { Problems } from '../cloudformation/problems.ts'
import { type Drafts, tablesFor } from '../cloudformation/tables.ts'
import { type MapNode, type TemplateNode, textOf } from '../cloudformation/template-node.ts'
import { type VpcDraft, vpcDraft } from '../cloudformation/vpc-draft.ts'
import { child } from './manifest.ts'

/**
 * VPCs that `Vpc.fromLookup` found, from `cdk.context.json`: their blocks and subnets. Where the route tables lead, and
 * what else is there, the context does not hold: its subnet types are a guess that tags may have made.
 *
 * @see https://docs.aws.amazon.com/cdk/v2/guide/context.html
 */
export function addLookedUpVpcs(
  { file, text }: { readonly file: string; readonly text: string },
  drafts: Drafts,
  origins: Map<Pointer, Origin>,
): Problems {
  const { root, problems } = parseText(file, text)
  for (const [key, { keyAt, value }] of root?.kind === 'map' ? root.entries : []) {
    const found = key.startsWith('vpc-provider:') ? vpcOf(value) : null
    if (found === null) continue
    const [, account = ''] = /:account=(\d{12})(?::|$)/.exec(key) ?? []
    const [, region = ''] = /:region=([a-z0-9-]+)(?::|$)/.exec(key) ?? []
    const { vpcs } = tablesFor(drafts, account, region)
    if (vpcs.drafts.has(found.id)) continue
    const draft = fill(vpcDraft(found.id, vpcs.at, NOT_READ), found)
    vpcs.drafts.set(found.id, draft)
    createOrigins(origins, problems).set(draft.at, keyAt, found.id)
    for (const subnet of found.subnets) {
      createOrigins(origins, problems).set(pointerIn(draft.subnets, subnet.id), subnet.at, subnet.id)
    }
  }
  return problems
}

interface FoundVpc {
  readonly id: string
  readonly cidrBlock: string | null
  readonly subnets: readonly FoundSubnet[]
}

interface FoundSubnet {
  readonly id: string
  readonly cidrBlock: string | null
  readonly availabilityZone: string | null
  readonly routeTableId: string | null
  readonly at: number
}

function vpcOf(value: TemplateNode): FoundVpc | null {
  const id = textOf(child(value, 'vpcId'))
  const groups = child(value, 'subnetGroups')
  if (id === null) return null
  const subnets = (groups?.kind === 'list' ? groups.items : []).flatMap((group) => {
    const listed = child(group, 'subnets')
    return (listed?.kind === 'list' ? listed.items : []).flatMap((subnet) => subnetOf(subnet) ?? [])
  })
  return { id, cidrBlock: textOf(child(value, 'vpcCidrBlock')), subnets }
}

function subnetOf(node: TemplateNode): FoundSubnet | null {
  const id = textOf(child(node, 'subnetId'))
  if (id === null || node.kind !== 'map') return null
  const read = (name: string) => textOf(child(node satisfies MapNode, name))
  return {
    id,
    cidrBlock: read('cidr'),
    availabilityZone: read('availabilityZone'),
    routeTableId: read('routeTableId'),
    at: node.at,
  }
}

function fill(draft: VpcDraft, { cidrBlock, subnets }: FoundVpc): VpcDraft {
  // A VPC may have further blocks, which the context does not hold
  if (cidrBlock !== null) draft.cidrBlocks = [cidrBlock]
  for (const { id, cidrBlock: block, availabilityZone, routeTableId } of subnets) {
    draft.subnets.drafts.set(id, {
      cidrBlock: block ?? NOT_READ,
      ...(availabilityZone === null ? {} : { availabilityZone }),
      routeTableId: routeTableId ?? NOT_READ,
      networkAclId: { gap: 'not-read', permission: 'ec2:DescribeNetworkAcls' },
      availableIpAddressCount: { gap: 'not-read', permission: 'ec2:DescribeSubnets' },
    })
  }
  return draft
}
