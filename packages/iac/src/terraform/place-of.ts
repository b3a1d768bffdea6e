import type { Destination } from '../cloudformation/environment.ts'
import { mainProvider, regionOfProvider } from './environments.ts'
import { field, textOf } from './json.ts'
import type { Plan } from './plan.ts'

/** Where the plan goes: as somebody said, as the provider is configured, or as its data sources read. */
export function placeOf(plan: Plan, region: string | undefined, account: string | undefined): Destination {
  return { region: region ?? regionOf(plan) ?? undefined, account: account ?? accountOf(plan) ?? undefined }
}

function regionOf(plan: Plan): string | null {
  const { instances } = plan
  const provider = mainProvider(plan)
  const configured = provider === null ? null : regionOfProvider(plan, provider)
  if (configured !== null) return configured
  return (
    read(instances, 'aws_region', 'region') ?? read(instances, 'aws_region', 'name') ?? ofAll(plan) ?? inArn(plan, 3)
  )
}

/** The `region` that all resources have, where it is one. */
function ofAll({ instances }: Plan): string | null {
  const found = new Set(
    instances.flatMap(({ isData, values }) => (isData ? [] : (textOf(field(values, 'region')) ?? []))),
  )
  const [only = null] = found
  return found.size === 1 && only !== '' ? only : null
}

function accountOf(plan: Plan): string | null {
  return read(plan.instances, 'aws_caller_identity', 'account_id') ?? inArn(plan, 4)
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
