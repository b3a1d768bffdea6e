import type { Destination } from '../cloudformation/environment.ts'
import { field, objectOf, textOf } from './json.ts'
import type { Plan } from './plan.ts'

/** Where the plan goes: as somebody said, as the provider is configured, or as its data sources read. */
export function placeOf(plan: Plan, region: string | undefined, account: string | undefined): Destination {
  return { region: region ?? regionOf(plan) ?? undefined, account: account ?? accountOf(plan) ?? undefined }
}

function regionOf(plan: Plan): string | null {
  const { providers, variables, instances } = plan
  const provider = Object.values(objectOf(providers)).find((each) =>
    /(?:^|\/)aws$/.test(textOf(field(each, 'full_name')) ?? textOf(field(each, 'name')) ?? ''),
  )
  const expression = field(field(provider, 'expressions'), 'region')
  const constant = textOf(field(expression, 'constant_value'))
  if (constant !== null) return constant
  const [, variable] = /^var\.([\w-]+)$/.exec(textOf(firstOf(field(expression, 'references'))) ?? '') ?? []
  const given = variable === undefined ? null : textOf(field(field(variables, variable), 'value'))
  if (given !== null) return given
  return read(instances, 'aws_region', 'region') ?? read(instances, 'aws_region', 'name') ?? inArn(plan, 3)
}

function accountOf(plan: Plan): string | null {
  return read(plan.instances, 'aws_caller_identity', 'account_id') ?? inArn(plan, 4)
}

function firstOf(list: ReturnType<typeof field>) {
  return Array.isArray(list) ? list[0] : undefined
}

function read(instances: Plan['instances'], type: string, attribute: string): string | null {
  const found = instances.find((each) => each.isData && each.type === type)
  return found === undefined ? null : textOf(field(found.values, attribute))
}

/** What is there already has ARNs: all that name a Region and an account agree, or nobody knows. */
function inArn({ instances }: Plan, part: 3 | 4): string | null {
  const found = new Set<string>()
  for (const { values, isData } of instances) {
    const piece = isData ? undefined : textOf(field(values, 'arn'))?.split(':')[part]
    if (piece !== undefined && piece !== '' && piece !== 'aws') found.add(piece)
  }
  const [only] = found
  return found.size === 1 ? (only ?? null) : null
}
