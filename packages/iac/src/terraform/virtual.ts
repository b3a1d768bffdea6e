import type { Value } from '../cloudformation/value.ts'
import type { Evaluator } from './evaluator.ts'
import type { Instance } from './plan.ts'
import { itemsOf, only } from './values.ts'

/** What an instance is in the words of CloudFormation, which the readers of resources understand. */
export interface Virtual {
  readonly type: string
  readonly properties: { readonly [property: string]: Value }
  /** Where one instance is several resources. */
  readonly suffix?: string
}

/** An instance with its attributes. */
export interface Given {
  readonly instance: Instance
  readonly at: number
  /** The instance as others refer to it. */
  readonly self: Value
  get(attribute: string): Value
  /** A nested block of which there is at most one. */
  block(attribute: string): Value
  /** Nested blocks, or the items of a list. */
  items(attribute: string): readonly Value[]
}

export function givenBy(instance: Instance, at: number, self: Value, evaluator: Evaluator): Given {
  const get = (attribute: string) => evaluator.given(instance, attribute)
  return {
    instance,
    at,
    self,
    get,
    block: (attribute) => only(get(attribute)),
    items: (attribute) => itemsOf(get(attribute)),
  }
}
