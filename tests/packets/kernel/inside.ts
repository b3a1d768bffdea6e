import type { DeadEnds } from './dead-end.ts'
import type { VpcLayout } from './layout.ts'

/** Every table leads to each subnet of the VPC; in the rest of its blocks nobody has an address. */
export function insideOf({ id, blocks, subnets }: VpcLayout, deadEnds: DeadEnds, table: string): readonly string[] {
  return [
    ...subnets.flatMap(({ bridge, blocks: own }) => own.map((block) => `route add ${block} dev ${bridge} ${table}`)),
    ...blocks
      .filter((block) => !subnets.some(({ blocks: own }) => own.includes(block)))
      .map((block) => `route add ${block} ${deadEnds.way(block, { by: 'stray', where: id })} ${table}`),
  ]
}
