import type { Resolver } from '../resolver.ts'
import type { TemplateNode } from '../template-node.ts'
import { embed, unknown, type Value } from '../value.ts'

/** How the name of a Region's list of zones begins. */
export const ZONES = 'Fn::GetAZs '

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html */
export function getAzs(argument: TemplateNode, at: number, resolver: Resolver): Value {
  const region = embed(resolver.value(argument)) || resolver.environment.region
  return unknown({ gap: 'after-deploy' }, `${ZONES}${region}`, at)
}
