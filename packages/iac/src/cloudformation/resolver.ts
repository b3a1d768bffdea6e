import type { Gap } from '@farsight/core'
import type { Truth } from './conditions.ts'
import type { Environment } from './environment.ts'
import type { Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import type { Registry } from './registry.ts'
import type { TemplateNode } from './template-node.ts'
import type { Value } from './value.ts'

/** Gives the values of the expressions of one template. */
export interface Resolver {
  readonly template: Template
  readonly environment: Environment
  readonly problems: Problems
  readonly registry: Registry
  /** Those that are created, or may be: a condition that is false takes a resource away. */
  readonly resources: readonly Resource[]
  value(node: TemplateNode): Value
  truth(node: TemplateNode): Truth
  condition(name: string, at: number): Truth
  /** `Ref`; null where the template has nothing of that name. */
  ref(name: string, at: number): Value | null
  /** Whether the texts that the template makes up, with one more of that length, stay within reason. */
  makesRoomFor(length: number): boolean
  /** `Fn::GetAtt`; null where the template has no such resource. */
  attribute(logicalId: string, name: string, at: number): Value | null
}

export interface Resource {
  /** Identifies it among all stacks that are read together: the logical id, behind the name of a nested stack. */
  readonly id: string
  /** How messages call it: the construct path of the CDK, else the logical id. */
  readonly path: string
  readonly type: string
  readonly at: number
  /** The file of a nested template, where the metadata notes it. */
  readonly asset: string | null
  /** What AWS has named it already, where the code tells. */
  readonly known?: { readonly id: string; readonly arn: string | null }
  /** Why nobody knows whether it is created; null: it is. */
  readonly doubt: Gap | null
  readonly environment: Environment
  /** All properties, as a map. */
  readonly properties: Value
  get(property: string): Value
  /** Where the property stands, else the resource. */
  placeOf(property: string): number
}
