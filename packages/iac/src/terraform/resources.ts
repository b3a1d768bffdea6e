import { placeholder } from '@farsight/core'
import type { Environment } from '../cloudformation/environment.ts'
import type { Resource } from '../cloudformation/resource.ts'
import { ABSENT, AFTER_DEPLOY, unknown, type Value } from '../cloudformation/value.ts'
import { Evaluator } from './evaluator.ts'
import { field, textOf } from './json.ts'
import { TERRAFORM_KINDS } from './kinds.ts'
import { MAPPINGS } from './mappings/mappings.ts'
import { NAMED } from './names.ts'
import type { Instance, Plan } from './plan.ts'
import { map } from './values.ts'
import { givenBy, type Virtual } from './virtual.ts'

const NAMINGS = new Map(TERRAFORM_KINDS.map((kind) => [kind.type, kind]))

/** Ids that other resources name as they are; other types of resource are called by names and ARNs. */
const EC2_ID = /^(?:vpc|subnet|rtb|igw|eigw|nat|sg|vpce|acl|pcx|tgw|pl|fs|fsap)-[0-9a-f]+$/

/** The instances of a plan as resources in the words of CloudFormation. */
export function resourcesOf(plan: Plan, environmentOf: (instance: Instance) => Environment): readonly Resource[] {
  return new Resources(plan, environmentOf).all()
}

class Resources {
  readonly #plan: Plan
  readonly #environmentOf: (instance: Instance) => Environment
  readonly #evaluator: Evaluator
  readonly #places: ReadonlyMap<Instance, number>
  readonly #virtuals = new Map<Instance, readonly Virtual[]>()
  readonly #open = new Set<Instance>()

  constructor(plan: Plan, environmentOf: (instance: Instance) => Environment) {
    this.#plan = plan
    this.#environmentOf = environmentOf
    this.#places = new Map(plan.instances.map((instance, at) => [instance, at]))
    this.#evaluator = new Evaluator(plan, (instance, name, at) => this.#name(instance, name, at))
  }

  all(): readonly Resource[] {
    return this.#plan.instances.flatMap((instance) =>
      this.#virtualsOf(instance).map((virtual) => this.#resource(instance, virtual.type, () => virtual)),
    )
  }

  #virtualsOf(instance: Instance): readonly Virtual[] {
    const found = this.#virtuals.get(instance)
    const mapping = instance.isData ? undefined : MAPPINGS.get(instance.type)
    // Whoever asks while it is made goes round in circles
    if (found !== undefined || mapping === undefined || this.#open.has(instance)) return found ?? []
    this.#open.add(instance)
    const at = this.#places.get(instance) ?? 0
    const made = [...mapping(givenBy(instance, at, this.#name(instance, 'Ref', at), this.#evaluator))]
    if (instance.type === 'aws_vpc') made.push(this.#mainTable(instance, at))
    this.#open.delete(instance)
    this.#virtuals.set(instance, made)
    return made
  }

  #mainTable(vpc: Instance, at: number): Virtual {
    const table = this.#name(vpc, 'DefaultRouteTable', at)
    return {
      type: 'Terraform::MainRouteTable',
      suffix: '.main_route_table',
      properties: { DefaultRouteTableId: table },
    }
  }

  /** How CloudFormation's readers name it. */
  #name(instance: Instance, name: string, at: number): Value {
    const named = NAMED.get(instance.type)
    if (named === undefined) return unknown(AFTER_DEPLOY, `${instance.address}.${name}`, at)
    const resource = this.#resource(instance, named.type, () => this.#virtualsOf(instance)[0])
    if (name === 'DefaultRouteTable') {
      const known =
        textOf(field(instance.values, 'main_route_table_id')) ??
        textOf(field(instance.values, 'default_route_table_id'))
      const id = known ?? `${resource.id}.DefaultRouteTable`
      return {
        kind: 'reference',
        owner: resource.id,
        type: 'AWS::EC2::RouteTable',
        id,
        embedded: known ?? placeholder(id),
        at,
      }
    }
    const naming = NAMINGS.get(named.type)
    const given = name === 'Ref' ? naming?.ref : naming?.attribute?.(name)
    return given === undefined
      ? unknown(AFTER_DEPLOY, `${instance.address}.${name}`, at)
      : { ...given(resource, at), at }
  }

  #resource(instance: Instance, type: string, virtualOf: () => Virtual | undefined): Resource {
    const at = this.#places.get(instance) ?? 0
    const id = textOf(field(instance.values, 'id'))
    const known = id === null || id === '' ? undefined : { id, arn: textOf(field(instance.values, 'arn')) }
    const isOwnId = id !== null && EC2_ID.test(id)
    let virtual: Virtual | undefined
    const property = (name: string): Value => {
      virtual ??= virtualOf()
      const properties = virtual?.properties ?? {}
      return Object.hasOwn(properties, name) ? (properties[name] ?? ABSENT) : ABSENT
    }
    const suffix = () => {
      virtual ??= virtualOf()
      return virtual?.suffix ?? ''
    }
    return {
      get id() {
        return `${isOwnId ? id : instance.address}${suffixOf(type, suffix)}`
      },
      path: instance.address,
      type,
      at,
      asset: null,
      ...(known === undefined ? {} : { known }),
      doubt: null,
      environment: this.#environmentOf(instance),
      get properties() {
        virtual ??= virtualOf()
        return map(at, virtual?.properties ?? {})
      },
      get: property,
      placeOf: () => at,
    }
  }
}

/** The resource that an instance itself is has the instance's own id; what it also makes has more. */
function suffixOf(type: string, suffix: () => string): string {
  return MAIN_TYPES.has(type) ? '' : suffix()
}

const MAIN_TYPES: ReadonlySet<string> = new Set([...NAMED.values()].map(({ type }) => type))
