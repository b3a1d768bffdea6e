import type { Truth } from './conditions.ts'
import type { Environment } from './environment.ts'
import type { Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import type { Registry } from './registry.ts'
import type { Resource } from './resource.ts'
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
