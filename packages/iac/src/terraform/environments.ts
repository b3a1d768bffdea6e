import { placeholder } from '@farsight/core'
import { type Destination, type Environment, environmentOf } from '../cloudformation/environment.ts'
import { scopesOf, withoutKeys, writtenResources } from './configuration.ts'
import { field, type Json, objectOf, textOf } from './json.ts'
import type { Instance, Plan } from './plan.ts'

/** The configuration of the AWS provider that a plan goes by: the first one, which is the one without an alias if there is one. */
export function mainProvider({ providers }: Plan): string | null {
  const isAws = (each: Json) =>
    /(?:^|\/)aws$/.test(textOf(field(each, 'full_name')) ?? textOf(field(each, 'name')) ?? '')
  const keys = Object.entries(objectOf(providers)).flatMap(([key, each]) => (isAws(each) ? [key] : []))
  return keys.find((key) => key === 'aws') ?? keys[0] ?? null
}

/** The Region that a provider is configured with, where that is written out or a variable of the root module. */
export function regionOfProvider({ providers, variables }: Plan, key: string): string | null {
  const expression = field(field(field(providers, key), 'expressions'), 'region')
  const constant = textOf(field(expression, 'constant_value'))
  if (constant !== null) return constant
  const references = field(expression, 'references')
  const [, variable] = /^var\.([\w-]+)$/.exec(textOf(Array.isArray(references) ? references[0] : undefined) ?? '') ?? []
  // Keys of providers inside of modules begin with the module
  return variable === undefined || key.includes(':') ? null : textOf(field(field(variables, variable), 'value'))
}

/**
 * Where each instance goes: where the plan goes, or where an alias of the provider or its own `region` says.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export function environmentsOf(plan: Plan, place: Destination): (instance: Instance) => Environment {
  const main = environmentOf(place)
  const mainKey = mainProvider(plan)
  const mainRegion = mainKey === null ? null : regionOfProvider(plan, mainKey)
  const keys = providerKeys(plan)
  const regionOf = (instance: Instance): string | null => {
    const key = keys(instance)
    const isAlias = key !== null && key !== mainKey && objectHas(plan.providers, key)
    const byAlias = isAlias ? (regionOfProvider(plan, key) ?? placeholder(key)) : null
    const own = instance.isData ? null : textOf(field(instance.values, 'region'))
    // Somebody may have said that all of it goes elsewhere than it is written
    return own !== null && own !== '' && own !== mainRegion ? own : byAlias === mainRegion ? null : byAlias
  }
  return (instance) => {
    const region = regionOf(instance)
    return region === null || region === main.region ? main : environmentOf({ ...place, region })
  }
}

function objectHas(json: Json, key: string): boolean {
  return field(json, key) !== undefined
}

function providerKeys({ configuration }: Plan): (instance: Instance) => string | null {
  const written = new Map([...scopesOf(configuration)].map(([path, scope]) => [path, writtenResources(scope)]))
  return ({ module, isData, type, name }) => {
    const resource = written.get(withoutKeys(module))?.get(`${isData ? 'data.' : ''}${type}.${name}`)
    return textOf(field(resource, 'provider_config_key'))
  }
}
