import { isGap } from '../../model/known.ts'
import { oneOf } from '../../model/one-of.ts'
import { condition } from '../condition.ts'
import type { LaunchContainer } from '../containers.ts'
import data from '../data/container-limits.json' with { type: 'json' }
import { type Dependency, dependenciesOf } from '../dependencies.ts'
import { cyclesIn } from '../dependency-cycles.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'

/**
 * What a container waits for must be able to come: of a container of the task, not of itself in the end, and as far as
 * that one can get.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export const dependenciesReachable = condition({
  step: 'start-containers',
  id: 'dependencies-reachable',
  resource: nameOfDefinition,
  judge: ({ containers }) => {
    const faults = new Faults()
    if (containers === null || isGap(containers)) return faults.judgement()
    if (!containers.some(({ definition }) => definition.dependsOn !== undefined)) return faults.judgement()
    const byName = new Map(containers.map((container) => [container.name, container]))
    const unnamed = containers.find(({ definition }) => isGap(definition.name))
    const dependencies = dependenciesOf(containers, faults)
    for (const dependency of dependencies) {
      const target = byName.get(dependency.on)
      if (target !== undefined) judgeDependency(faults, dependency, target)
      else judgeUnknown(faults, dependency, [...byName.keys()], unnamed)
    }
    for (const { container, on, condition: wanted, at } of cyclesIn(dependencies)) {
      faults.fail({ blocker: 'dependency-impossible', container, on, condition: wanted, why: 'cycle', at })
    }
    return faults.judgement()
  },
})

function judgeUnknown(
  faults: Faults,
  { container, on, condition: wanted, at }: Dependency,
  names: readonly string[],
  unnamed?: LaunchContainer,
): void {
  const gap = unnamed?.definition.name
  const isNamed = oneOf(on, names)
  if (unnamed !== undefined && isGap(gap)) {
    faults.open({ gap, what: { kind: 'container', id: unnamed.name }, at: unnamed.at })
  } else if (isGap(isNamed)) {
    faults.open({ gap: isNamed, what: { kind: 'container', id: container }, at })
  } else {
    faults.fail({ blocker: 'dependency-impossible', container, on, condition: wanted, why: 'unknown-container', at })
  }
}

/** An essential container that ends stops the task; without a health check, none is ever healthy. */
function judgeDependency(
  faults: Faults,
  { container, on, condition: wanted, at }: Dependency,
  { definition, at: targetAt }: LaunchContainer,
): void {
  const { essential = true, healthCheck } = definition
  const what = { kind: 'container', id: on } as const
  const isCondition = oneOf(wanted, data.dependencyConditions)
  if (isGap(isCondition)) faults.open({ gap: isCondition, what: { kind: 'container', id: container }, at })
  else if (!isCondition) {
    const setting = 'dependsOn.condition'
    const blocker = 'container-setting-invalid'
    faults.fail({ blocker, container, setting, value: wanted, wanted: data.dependencyConditions, at })
  } else if (wanted === 'COMPLETE' || wanted === 'SUCCESS') {
    if (isGap(essential)) faults.open({ gap: essential, what, at: `${targetAt}/essential` })
    else if (essential) {
      faults.fail({ blocker: 'dependency-impossible', container, on, condition: wanted, why: 'essential', at })
    }
  } else if (wanted === 'HEALTHY') {
    if (isGap(healthCheck)) faults.open({ gap: healthCheck, what, at: `${targetAt}/healthCheck` })
    else if (healthCheck === undefined) {
      faults.fail({ blocker: 'dependency-impossible', container, on, condition: wanted, why: 'no-health-check', at })
    }
  }
}
