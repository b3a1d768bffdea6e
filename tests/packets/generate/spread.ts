import { familyOf, holds, isAddress, lengthOf, nth } from '../address.ts'
import type { Random } from '../random.ts'
import { S3_BLOCKS } from './addresses.ts'
import type { Blueprint, VpcBlueprint } from './blueprint.ts'

/**
 * Nobody can know which address a public name has at the moment of the call. So each name gets one in every block that
 * a route, a rule or a list tells apart: an answer without doubt must be right for all of them.
 */
export function spreadHosts(random: Random, blueprint: Blueprint): Record<string, readonly string[]> {
  const { hosts, vpcs, prefixLists } = blueprint
  const ours = Object.values(vpcs).flatMap(({ cidrBlocks }) => cidrBlocks)
  const told = [
    ...new Set([...Object.values(vpcs).flatMap(blocksNamedIn), ...Object.values(prefixLists).flatMap(blocksOf)]),
  ]
  const blocks = told.filter(
    (block) =>
      familyOf(block) === 4 && lengthOf(block) > 0 && !isPrivate(block) && !ours.some((own) => holds(own, block)),
  )
  const spread = Object.entries(hosts).map(([host, addresses]): [string, readonly string[]] => {
    if (isAddress(host)) return [host, addresses]
    const more = blocks.map((block) => addressIn(random, block))
    const fitting = more.filter((address) => host.includes('.s3.') === S3_BLOCKS.some((block) => holds(block, address)))
    return [
      host,
      [...new Set([...addresses, ...fitting.slice(0, 6)])].filter((each) => !ours.some((own) => holds(own, each))),
    ]
  })
  return Object.fromEntries(spread)
}

/** Of a wide block one where hosts are, else one at an end. */
function addressIn(random: Random, block: string): string {
  if (lengthOf(block) >= 8) return nth(block, random.pick([0, 1, -1]))
  return holds(block, '44.200.1.1') ? '44.200.1.1' : '151.101.1.1'
}

function blocksNamedIn(vpc: VpcBlueprint): readonly string[] {
  const routes = Object.values(vpc.routeTables).flatMap((table) => table.routes.map(({ destination }) => destination))
  const entries = Object.values(vpc.networkAcls).flatMap((acl) => acl.entries.map(({ cidrBlock }) => cidrBlock))
  return [...routes, ...entries].filter((each): each is string => typeof each === 'string' && each.includes('/'))
}

function blocksOf({ cidrs }: Blueprint['prefixLists'][string]): readonly string[] {
  return Array.isArray(cidrs) ? cidrs : []
}

function isPrivate(block: string): boolean {
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'].some((own) => holds(own, block))
}
