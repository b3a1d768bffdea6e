import type { Snapshot } from '@farsight/core'
import type { Problem } from '../problem.ts'
import { createResolver } from './create-resolver.ts'
import { environmentOf } from './environment.ts'
import { inferRegion } from './infer-region.ts'
import { createOrigins } from './origins.ts'
import { parseTemplate, type Template } from './parse-template.ts'
import type { Problems } from './problems.ts'
import { referencesOf, reportUndefined } from './references.ts'
import type { Resolver } from './resolver.ts'
import { RESOURCE_KINDS } from './resources/kinds.ts'
import { snapshotOf } from './snapshot-of.ts'
import { createStack } from './stack.ts'

export interface TemplateInput {
  /** What origins and problems call it. */
  readonly file: string
  readonly text: string
  readonly parameters?: Readonly<Record<string, string>>
  readonly region?: string
  readonly account?: string
}

export interface TemplateReading {
  /** Null where the file is no template at all. */
  readonly snapshot: Snapshot | null
  readonly problems: readonly Problem[]
}

const NAMINGS = new Map(RESOURCE_KINDS.map((kind) => [kind.type, kind]))

/** What the stack of a CloudFormation template will be once it is deployed, as far as the template tells. */
export function readTemplate(input: TemplateInput): TemplateReading {
  const { template, problems } = parseTemplate(input.file, input.text)
  if (template === null) return { snapshot: null, problems: problems.found }
  reportUnknownParameters(template, input, problems)
  const references = referencesOf(template)
  reportUndefined(references, template, problems)
  const resolver = resolverFor(template, input, problems)
  const stack = createStack(resolver, createOrigins(input.file, problems), references)
  for (const { type, read } of RESOURCE_KINDS) {
    if (read === undefined) continue
    for (const resource of resolver.resources) if (resource.type === type) read(resource, stack)
  }
  return { snapshot: snapshotOf(stack), problems: problems.found }
}

function resolverFor(template: Template, input: TemplateInput, problems: Problems): Resolver {
  const create = (region: string | undefined): Resolver =>
    createResolver({
      template,
      problems,
      environment: environmentOf(region, input.account),
      parameters: input.parameters ?? {},
      namings: NAMINGS,
    })
  if (input.region !== undefined) return create(input.region)
  const nowhere = create(undefined)
  const region = inferRegion(nowhere, problems)
  return region === undefined ? nowhere : create(region)
}

function reportUnknownParameters(template: Template, { parameters }: TemplateInput, problems: Problems): void {
  for (const name of Object.keys(parameters ?? {})) {
    if (!template.parameters.has(name)) problems.report('W_UNKNOWN_PARAMETER', null, { name })
  }
}
