import type { Origin, Pointer, Snapshot } from '@farsight/core'
import { type Destination, type Environment, environmentOf, onlyPlaceOf } from '../cloudformation/environment.ts'
import { layOver, withAccount } from '../cloudformation/over-account.ts'
import type { Resource } from '../cloudformation/resource.ts'
import { snapshotOf } from '../cloudformation/snapshot-of.ts'
import type { Stack } from '../cloudformation/stack.ts'
import { type Drafts, tablesFor } from '../cloudformation/tables.ts'
import type { TemplateReading } from '../cloudformation/template-reading.ts'
import { environmentsOf } from './environments.ts'
import { TERRAFORM_KINDS } from './kinds.ts'
import { locateBlocks, type SourceFile } from './locate-blocks.ts'
import { placeOf } from './place-of.ts'
import { parsePlan } from './plan.ts'
import { parseReference } from './reference.ts'
import { resourcesOf } from './resources.ts'
import { takeAway } from './take-away.ts'
import { withoutHeld } from './without-held.ts'

export interface PlanInput {
  readonly file: string
  readonly text: string
  readonly region?: string
  readonly account?: string
  /** The files of the configuration, so that messages name their lines. */
  readonly sources?: readonly SourceFile[]
  /** The account that the plan is applied to. */
  readonly over?: Snapshot
}

/** What the plan of Terraform or OpenTofu makes, as `show -json` prints it. */
export function readPlan({ file, text, region, account, sources = [], over }: PlanInput): TemplateReading {
  const { plan: written, problems } = parsePlan(file, text)
  if (written === null) return { snapshot: null, problems: problems.found }
  const plan = { ...written, instances: withoutHeld(written.instances, written.removed) }
  const place = { ...onlyPlaceOf(over), ...known(placeOf(plan, region, account)) }
  const environment = environmentOf(place)
  const resources = resourcesOf(plan, environmentsOf(plan, place))
  const origins = new Map<Pointer, Origin>()
  const drafts: Drafts = new Map()
  if (over !== undefined) {
    layOver(over, drafts, origins)
    takeAway(plan.removed, tablesFor(drafts, environment.account, environment.region))
  }
  const blocks = locateBlocks(plan, sources, { file, text })
  const common: Pick<Stack, 'problems' | 'origins'> = {
    problems: {
      ...problems,
      report: (code, at, params, path) => problems.report(code, at === null ? null : blocks.offset(at), params, path),
    },
    origins: { set: (pointer, at, path) => origins.set(pointer, { ...blocks.place(at), path }) },
  }
  fill(stacksOf(resources, environment, drafts).map((stack) => ({ ...stack, ...common })))
  const snapshot = snapshotOf(drafts, origins)
  return { snapshot: over === undefined ? snapshot : withAccount(over, snapshot), problems: problems.found }
}

function known(place: Destination): Destination {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))
}

/** One for each Region, as an account keeps what is in each apart. */
function stacksOf(
  resources: readonly Resource[],
  main: Environment,
  drafts: Drafts,
): readonly Omit<Stack, 'problems' | 'origins'>[] {
  const places = new Map([[main.region, main]])
  for (const { environment } of resources) places.set(environment.region, environment)
  return [...places.values()].map((environment) => stackOf(resources, environment, drafts))
}

function stackOf(
  all: readonly Resource[],
  environment: Environment,
  drafts: Drafts,
): Omit<Stack, 'problems' | 'origins'> {
  const resources = all.filter((each) => each.environment.region === environment.region)
  const byId = new Map(all.map((resource) => [resource.id, resource]))
  const vpcs = resources.filter(({ type }) => type === 'AWS::EC2::VPC')
  return {
    ...tablesFor(drafts, environment.account, environment.region),
    environment,
    isJudged: true,
    referenced: new Set(vpcs.flatMap(({ id }) => [`${id}.DefaultSecurityGroup`, `${id}.DefaultNetworkAcl`])),
    resources,
    deployed: new Set(),
    resource: (id) => byId.get(id),
    // A resource that has no instance is none of those that are there
    loses: ({ gap }) => gap.gap !== 'unresolved' || parseReference(gap.expression).kind !== 'resource',
    forwarding: new Map(),
    // The provider asks again for minutes, until the load balancer is there
    awaits: () => undefined,
    reference: () => undefined,
    open: () => null,
    opens: () => false,
  }
}

function fill(stacks: readonly Stack[]): void {
  for (const { type, read } of TERRAFORM_KINDS) {
    if (read === undefined) continue
    for (const stack of stacks) {
      for (const resource of stack.resources) if (resource.type === type) read(resource, stack)
    }
  }
}
