import {
  ABSENT,
  AFTER_DEPLOY,
  type ListValue,
  relocated,
  text,
  unknown,
  unresolved,
  type Value,
  type ValueEntry,
} from '../cloudformation/value.ts'
import {
  hasRepeated,
  isLeaf,
  type ModuleScope,
  referencesOf,
  scopesOf,
  withoutKeys,
  writtenResources,
} from './configuration.ts'
import { impliedBy } from './implied-by.ts'
import { isChosen } from './is-chosen.ts'
import { field, type Json, listOf, objectOf, openByName } from './json.ts'
import { matchBlocks } from './match-blocks.ts'
import { mayGoOn } from './may-go-on.ts'
import { type Found, isKnown, meant, meantInBlocks } from './meant.ts'
import { NAMED } from './names.ts'
import { groupInstances, type Instance, type Plan } from './plan.ts'
import { isPolicyData, policyOf } from './policy-data.ts'
import {
  hasKey,
  innerModule,
  isKey,
  isPolicyReference,
  outerModule,
  parseReference,
  type ResourceReference,
  takesKey,
} from './reference.ts'

/** What `nameOf` asks of CloudFormation's readers: `Ref` or the name of an attribute. */
export type NameOf = (instance: Instance, name: string, at: number) => Value

/** References that lead to references: beyond it a plan is hostile. */
const MAX_STEPS = 64

/** Attributes that name something else as it is. Of all others a plan does not say what is made of the references. */
const NAMING =
  /(?:^|_)(?:ids?|arns?)$|^(?:subnets|security_groups|roles?|role_name|cluster|cluster_name|task_definition|bucket|repository|rule|resources|identifiers|kms_key|namespace|values|vpc)$/

interface Context {
  readonly at: number
  readonly scope: ModuleScope | undefined
  /** `module.vpc["a"]` */
  readonly module: string
  readonly index: number | string | null
  /** Which attribute it is. */
  readonly wanted: string
  readonly steps: number
  /** Inside of a block that nobody knows the written one of. */
  readonly isUnmatched: boolean
  /** Blocks that share one list of references have, by attribute, so many that are not known. */
  readonly shared: ReadonlyMap<string, number> | null
}

/** Gives the attributes of a plan as values: what is known as it is, and what is not by what it refers to. */
export class Evaluator {
  readonly #plan: Plan
  readonly #nameOf: NameOf
  readonly #scopes: ReadonlyMap<string, ModuleScope>
  readonly #written: ReadonlyMap<string, ReadonlyMap<string, Json>>
  readonly #instances: ReadonlyMap<string, readonly Instance[]>
  readonly #places: ReadonlyMap<Instance, number>

  constructor(plan: Plan, nameOf: NameOf) {
    this.#plan = plan
    this.#nameOf = nameOf
    this.#scopes = scopesOf(plan.configuration)
    this.#written = new Map([...this.#scopes].map(([path, scope]) => [path, writtenResources(scope)]))
    this.#instances = groupInstances(plan.instances)
    this.#places = new Map(plan.instances.map((instance, at) => [instance, at]))
  }

  /** An attribute as it is given; absent where AWS chooses. */
  given(instance: Instance, attribute: string, steps = 0): Value {
    const { module, index, values, unknown } = instance
    const at = this.#places.get(instance) ?? 0
    const expression = field(field(this.#writtenAs(instance), 'expressions'), attribute)
    const open = field(unknown, attribute)
    return this.#convert(field(values, attribute), open, expression, {
      at,
      scope: this.#scopes.get(withoutKeys(module)),
      module,
      index,
      wanted: attribute,
      steps,
      isUnmatched: false,
      shared: isLeaf(expression) ? openByName(open) : null,
    })
  }

  /** An attribute as others see it. */
  seen(instance: Instance, attribute: string, steps = 0): Value {
    const at = this.#places.get(instance) ?? 0
    const value = field(instance.values, attribute)
    const isOpen = value === null || value === undefined || value === '' || field(instance.unknown, attribute) === true
    if (!isOpen) return this.given(instance, attribute, steps)
    if (isPolicyData(instance, attribute)) return policyOf(at, (name) => this.given(instance, name, steps + 1))
    const name = instance.isData ? undefined : NAMED.get(instance.type)?.attributes[attribute]
    if (name !== undefined) return this.#nameOf(instance, name, at)
    const own: Value = steps > MAX_STEPS ? { ...ABSENT, at } : this.given(instance, attribute, steps + 1)
    if (own.kind !== 'absent') return own
    return { ...unknown(AFTER_DEPLOY, `${instance.address}.${attribute}`, at), type: instance.type }
  }

  #writtenAs({ module, isData, type, name }: Instance): Json | undefined {
    return this.#written.get(withoutKeys(module))?.get(`${isData ? 'data.' : ''}${type}.${name}`)
  }

  #convert(json: Json | undefined, open: Json | undefined, expression: Json | undefined, context: Context): Value {
    const { at, wanted, isUnmatched, shared } = context
    if (open === true) {
      if (expression === undefined) return isChosen(wanted, isUnmatched) ? { ...ABSENT, at } : nobodyKnows(wanted, at)
      return shared?.has(wanted) === true
        ? this.#inBlocks(expression, shared, context)
        : mayGoOn(wanted, this.#referred(expression, context))
    }
    const hasOpenParts = typeof open === 'object' && open !== null
    if (Array.isArray(json) || (Array.isArray(open) && open.length > 0)) {
      return this.#convertList(listOf(json), listOf(open), expression, context)
    }
    if (json === null || json === undefined) {
      const isObject = hasOpenParts && Object.keys(open).length > 0
      return isObject ? this.#convertMap({}, open, expression, context) : { ...ABSENT, at }
    }
    return typeof json === 'object' ? this.#convertMap(json, open, expression, context) : text(String(json), at)
  }

  #convertMap(json: Json, open: Json | undefined, expression: Json | undefined, context: Context): Value {
    const { at } = context
    const entries = new Map<string, ValueEntry>()
    for (const name of new Set([...Object.keys(objectOf(json)), ...Object.keys(objectOf(open))])) {
      const inner = { ...context, wanted: name }
      const own = isLeaf(expression) ? expression : field(expression, name)
      const value = this.#convert(field(json, name), field(open, name), own, inner)
      if (value.kind !== 'absent') entries.set(name, { keyAt: at, value })
    }
    return { kind: 'map', entries, at }
  }

  #convertList(items: readonly Json[], open: readonly Json[], expression: Json | undefined, context: Context): Value {
    const { at, wanted } = context
    const length = Math.max(items.length, open.length)
    const hasOwn = Array.isArray(expression)
    // Of nested blocks each has its own expressions; the items of a list share one
    const known = Array.from({ length }, (_, i) => items[i] ?? {})
    const blocks = hasOwn ? matchBlocks(wanted, known, listOf(expression)) : []
    const named = !hasOwn && open.includes(true) ? this.#itemsReferred(open, length, expression, context) : []
    const parts = Array.from({ length }, (_, i): Value => {
      if (open[i] === true) return mayGoOn(wanted, named[i] ?? nobodyKnows(`${wanted}[${i}]`, at))
      const own = hasOwn ? blocks[i] : expression
      return this.#convert(items[i], open[i], own, { ...context, isUnmatched: own === undefined })
    })
    return { kind: 'list', items: parts.filter(({ kind }) => kind !== 'absent'), at }
  }

  /** The items of a list that are not known; nothing where nobody can tell which is which. */
  #itemsReferred(
    open: readonly Json[],
    length: number,
    expression: Json | undefined,
    context: Context,
  ): readonly (Value | undefined)[] {
    if (length === 1) return [this.#referred(expression, context)]
    const { values = [], hasMore = true } = this.#found(expression, context) ?? {}
    const all = values.flatMap((each) => (each.kind === 'list' ? each.items : [each]))
    if (hasMore) return []
    if (all.length === length) return all
    const left = all.filter((each) => !isKnown(each))
    return left.length === open.filter((each) => each === true).length
      ? open.map((each) => (each === true ? left.shift() : undefined))
      : []
  }

  #inBlocks(expression: Json, shared: ReadonlyMap<string, number>, context: Context): Value {
    const { wanted, at } = context
    const found = this.#found(expression, context)
    const all = [...shared.values()].reduce((sum, each) => sum + each, 0)
    const value = found === null ? null : meantInBlocks(wanted, found, { sameName: shared.get(wanted) ?? 0, all })
    return value ?? nobodyKnows(wanted, at)
  }

  /** What an expression that is not known yet refers to; a list where it names several things. */
  #referred(expression: Json | undefined, context: Context): Value {
    const { at, wanted } = context
    const constant = field(expression, 'constant_value')
    if (constant !== undefined) return this.#convert(constant, undefined, undefined, context)
    const found = this.#found(expression, context)
    return (found === null ? null : meant(wanted, found)) ?? nobodyKnows(wanted, at)
  }

  /** Null where the attribute does not take things as they are. */
  #found(expression: Json | undefined, context: Context): Found | null {
    const { wanted, steps } = context
    const all = referencesOf(expression)
    const references = all.filter((each) => !/^(?:each\.key$|count\.|path\.|terraform\.)/.test(each))
    const isName = NAMING.test(wanted) || (references.length === 1 && isPolicyReference(references[0]))
    const isPassedOn = references.every((each) => /^(?:var|module)\./.test(each))
    if (references.length === 0 || steps > MAX_STEPS || !(isName || isPassedOn)) return null
    const isKeyed = hasKey(expression)
    const inner = { ...context, steps: steps + 1 }
    const values = references.map((each) => {
      const value = this.#follow(each, isKeyed, inner)
      return isKeyed && value.kind === 'list' && takesKey(each) ? itemAt(value, inner) : value
    })
    const keys = isKeyed && references.some(takesKey) ? all.filter((each) => isKey(each)).length : 0
    const attributes = new Set(references.map((each) => /\.([a-z_]+)$/.exec(each)?.[1]))
    // What is named twice is asked about too: `length(a) > 0 ? a[*].id : b[*].id`
    const hasMore =
      references.length + keys < all.length || (references.length > 1 && hasRepeated(expression, references))
    return { values, hasMore, isUniform: attributes.size === 1 }
  }

  #follow(written: string, isKeyed: boolean, context: Context): Value {
    const reference = parseReference(written)
    switch (reference.kind) {
      case 'variable':
        return this.#throughVariable(reference.name, context)
      case 'output':
        return this.#throughOutput(reference, context)
      case 'each':
        return this.#throughEach(reference.attribute, context)
      case 'resource':
        return this.#throughResource(reference, isKeyed, context)
      case 'other':
        return unresolved(written, context.at)
    }
  }

  #throughResource(reference: ResourceReference, isKeyed: boolean, context: Context): Value {
    const { at, module, wanted, index, steps } = context
    const { key, attribute, group } = reference
    const all = this.#instances.get(`${module}|${group}`) ?? []
    const chosen = key === null ? all : all.filter((each) => JSON.stringify(each.index) === key)
    const same = isKeyed && chosen.length > 1 ? chosen.filter((each) => each.index === index) : chosen
    const values = same.map((each) => relocated(this.seen(each, attribute ?? impliedBy(wanted), steps), at))
    const [only] = values
    if (only === undefined) return unresolved(group, at)
    // `[*]` of one instance is a list too, and where one thing is wanted a list of one is that thing
    return values.length === 1 ? only : { kind: 'list', items: values, at }
  }

  #throughVariable(name: string, context: Context): Value {
    const { scope, at, module } = context
    const expression = field(field(scope?.call, 'expressions'), name)
    if (scope === undefined || scope.parent === null || expression === undefined) {
      const own = field(field(field(scope?.module, 'variables'), name), 'default')
      const value = scope?.parent === null ? field(field(this.#plan.variables, name), 'value') : own
      return value === undefined ? unresolved(`var.${name}`, at) : this.#convert(value, undefined, undefined, context)
    }
    const index = this.#plan.instances[at]?.index ?? null
    return this.#referred(expression, { ...context, scope: scope.parent, module: outerModule(module), index })
  }

  #throughOutput({ call, key, output }: { call: string; key: string; output: string | null }, context: Context): Value {
    const { scope, at, module } = context
    const step = `module.${call}`
    const inner = scope === undefined ? undefined : this.#scopes.get(innerModule(scope.path, step))
    const expression = output === null ? undefined : field(field(field(inner?.module, 'outputs'), output), 'expression')
    if (inner === undefined || expression === undefined) return unresolved(`${step}.${output ?? ''}`, at)
    return this.#referred(expression, { ...context, scope: inner, module: innerModule(module, step + key) })
  }

  /** `for_each = aws_subnet.private`: the instance of the same key. */
  #throughEach(attribute: string | null, context: Context): Value {
    const { at, module, wanted, steps } = context
    const owner = this.#plan.instances[at]
    const loop = owner === undefined ? undefined : field(this.#writtenAs(owner), 'for_each_expression')
    const [source, ...others] = referencesOf(loop).map(parseReference)
    const group = source?.kind === 'resource' && source.attribute === null && others.length === 0 ? source.group : null
    const found = this.#instances.get(`${module}|${group}`)?.find(({ index }) => index === owner?.index)
    if (found === undefined) return unresolved(`each.value${attribute === null ? '' : `.${attribute}`}`, at)
    return relocated(this.seen(found, attribute ?? impliedBy(wanted), steps), at)
  }
}

/** `var.subnets[count.index]` */
function itemAt({ items }: ListValue, { index, wanted, at }: Context): Value {
  return (typeof index === 'number' ? items[index] : undefined) ?? nobodyKnows(wanted, at)
}

function nobodyKnows(wanted: string, at: number): Value {
  return unknown(AFTER_DEPLOY, `${wanted}@${at}`, at)
}
