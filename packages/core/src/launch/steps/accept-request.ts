import type { Gap } from '../../model/gap.ts'
import { all, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import type { ContainerDefinition } from '../../model/task-definition.ts'
import type { Blocker } from '../blocker.ts'
import { CALLER_KNOWN, callerRequirements } from '../caller.ts'
import { condition } from '../condition.ts'
import { clusterActive } from '../conditions/cluster-active.ts'
import { listenersAwaited } from '../conditions/listeners-awaited.ts'
import { namespaceExists } from '../conditions/namespace-exists.ts'
import { requestSuits } from '../conditions/request-suits.ts'
import { serviceConnectSuits } from '../conditions/service-connect-suits.ts'
import { serviceRegistriesSuit } from '../conditions/service-registries-suit.ts'
import { targetGroupsSuit } from '../conditions/target-groups-suit.ts'
import { taskDefinitionSuits } from '../conditions/task-definition-suits.ts'
import { taskRoleSet } from '../conditions/task-role-set.ts'
import { taskSizeOffered } from '../conditions/task-size-offered.ts'
import { withinRequestLimits } from '../conditions/within-request-limits.ts'
import { isExistingService } from '../in-code.ts'
import type { Launch } from '../launch.ts'
import { nameOfDefinition } from '../name-of-definition.ts'
import type { ExecutionRoleNotSet, SeveralVpcs } from '../request-blocker.ts'
import type { Requirement } from '../requirement.ts'
import { loggingContainersOf } from '../service-connect.ts'
import type { Step } from '../step.ts'

/**
 * ECS checks RunTask and CreateService before anything is made: what the request names must be there and fit.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const acceptRequest: Step = {
  id: 'accept-request',
  requires: (launch, world) => {
    const { caller, loadBalancers, serviceRegistries, serviceConnectConfiguration: connect } = launch.request
    const own: Requirement[] = []
    if (loadBalancers !== undefined) own.push(targetGroupsSuit, listenersAwaited)
    if (serviceRegistries !== undefined) own.push(serviceRegistriesSuit)
    if (connect !== undefined) own.push(serviceConnectSuits)
    if (caller !== undefined) own.push(...(isGap(caller) ? [CALLER_KNOWN] : callerRequirements(launch, caller, world)))
    return own.length === 0 ? CONDITIONS : [...CONDITIONS, ...own]
  },
}

const step = 'accept-request'

/** What the request leaves open about the launch as a whole. */
const launchKnown = condition({
  step,
  id: 'launch-known',
  judge: ({ id, at, launchType, subnets, securityGroupIds }) => {
    if (isGap(launchType)) {
      const kind = launchType.gap === 'refused' ? 'request' : 'launch-type'
      return undecided({ gap: launchType, what: { kind, id }, at })
    }
    const gap = gapIn(subnets) ?? gapIn(securityGroupIds)
    return gap === null ? WORKS : undecided({ gap, what: { kind: 'network-configuration', id }, at })
  },
})

function gapIn(list: Known<readonly unknown[]>): Gap | null {
  return isGap(list) ? list : (list.find(isGap) ?? null)
}

/**
 * A deregistered task definition starts no new request; a service that has it goes on starting tasks of it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html
 */
const taskDefinitionActive = condition({
  step,
  id: 'task-definition-active',
  resource: nameOfDefinition,
  judge: (launch, world) => {
    const { at, taskDefinition } = launch
    const name = nameOfDefinition(launch)
    if (taskDefinition === null) return missingDefinition(name, 'missing', at)
    if (isGap(taskDefinition))
      return undecided({ gap: taskDefinition, what: { kind: 'task-definition', id: name }, at })
    const { status = 'ACTIVE' } = taskDefinition.value
    if (isExistingService(launch, world)) return WORKS
    if (isGap(status)) return undecided({ gap: status, what: { kind: 'task-definition', id: name }, at })
    return status === 'ACTIVE' ? WORKS : missingDefinition(name, status, at)
  },
})

function missingDefinition(taskDefinition: string, status: string, at: Pointer): Judgement<Blocker> {
  return fails({ blocker: 'task-definition-missing', taskDefinition, status, at })
}

const platformSupported = condition({
  step,
  id: 'platform-supported',
  judge: ({ id, at, platform }) => {
    if (isGap(platform)) return undecided({ gap: platform, what: { kind: 'platform', id }, at })
    const { version, retiredOn } = platform
    return retiredOn === null ? WORKS : fails({ blocker: 'platform-retired', version, retiredOn, at })
  },
})

/**
 * Fargate wants an execution role for private ECR images, for secrets and for the awslogs driver.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
const executionRoleSet = condition({
  step,
  id: 'execution-role-set',
  resource: nameOfDefinition,
  judge: (launch) => {
    const { taskDefinition, executionRole } = launch
    if (executionRole !== null || taskDefinition === null || isGap(taskDefinition)) return WORKS
    const neededFor = needOfExecutionRole(launch)
    if (neededFor === null) return WORKS
    const { id, at } = taskDefinition
    return fails({ blocker: 'execution-role-not-set', taskDefinition: id, neededFor, at })
  },
})

function needOfExecutionRole(launch: Launch): ExecutionRoleNotSet['neededFor'] | null {
  const containers = loggingContainersOf(launch)
  if (containers === null || isGap(containers)) return null
  for (const { definition, image } of containers) {
    if (!isGap(image) && image !== null && image.registry.kind === 'ecr') return 'ecr-image'
    if (readsSecrets(definition)) return 'secret'
    if (definition.repositoryCredentials !== undefined) return 'repository-credentials'
    const { environmentFiles = [] } = definition
    if (!isGap(environmentFiles) && environmentFiles.length > 0) return 'environment-file'
    const { logConfiguration } = definition
    if (logConfiguration !== undefined && !isGap(logConfiguration) && logConfiguration.logDriver === 'awslogs')
      return 'awslogs'
  }
  return null
}

function readsSecrets({ secrets = [], logConfiguration }: ContainerDefinition): boolean {
  const options =
    logConfiguration === undefined || isGap(logConfiguration) ? [] : (logConfiguration.secretOptions ?? [])
  return [secrets, options].some((references) => !isGap(references) && references.length > 0)
}

/** One subnet that is not there, and ECS refuses the whole request. */
const subnetsExist = condition({
  step,
  id: 'subnet-exists',
  resource: ({ subnets }) =>
    isGap(subnets) ? '?' : subnets.map((subnet) => (isGap(subnet) ? '?' : subnet.id)).join(', '),
  judge: ({ id, at, subnets }) => {
    if (isGap(subnets)) return WORKS
    const judgements: Judgement<Blocker>[] = []
    for (const place of subnets) {
      if (isGap(place)) judgements.push(undecided({ gap: place, what: { kind: 'network-configuration', id }, at }))
      else if (place.subnet === null) {
        judgements.push(fails({ blocker: 'subnet-missing', subnetId: place.id, at: fieldOf(at, 'subnets') }))
      } else if (isGap(place.subnet)) {
        const what = { kind: 'subnet', id: place.id } as const
        judgements.push(undecided({ gap: place.subnet, what, at: fieldOf(at, 'subnets') }))
      }
    }
    return all(judgements)
  },
})

const securityGroupsExist = condition({
  step,
  id: 'security-group-exists',
  resource: ({ securityGroupIds }) =>
    isGap(securityGroupIds) ? '?' : securityGroupIds.map((group) => (isGap(group) ? '?' : group)).join(', '),
  judge: ({ at, securityGroupIds, place }, world) => {
    if (isGap(securityGroupIds)) return WORKS
    const judgements: Judgement<Blocker>[] = []
    for (const id of securityGroupIds) {
      const group = isGap(id) ? undefined : world.securityGroup(id, place)
      if (isGap(id) || group === undefined) continue
      if (group === null) {
        judgements.push(fails({ blocker: 'security-group-missing', groupId: id, at: fieldOf(at, 'securityGroups') }))
      } else if (isGap(group)) {
        const what = { kind: 'security-group', id } as const
        judgements.push(undecided({ gap: group, what, at: fieldOf(at, 'securityGroups') }))
      }
    }
    return all(judgements)
  },
})

function fieldOf(launch: Pointer, field: string): Pointer {
  return pointerTo(launch, 'networkConfiguration', 'awsvpcConfiguration', field)
}

/**
 * Subnets and groups must be of one VPC.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
const oneVpc = condition({
  step,
  id: 'one-vpc',
  judge: ({ at, place, subnets, securityGroupIds }, world) => {
    let first: string | null = null
    const judgements: Judgement<Blocker>[] = []
    const compare = (kind: SeveralVpcs['kind'], id: string, vpcId: string) => {
      first ??= vpcId
      if (vpcId === first) return
      const here = pointerTo(at, 'networkConfiguration', 'awsvpcConfiguration')
      judgements.push(fails({ blocker: 'several-vpcs', kind, id, vpcId, firstSubnetVpcId: first, at: here }))
    }
    for (const spot of isGap(subnets) ? [] : subnets) {
      const subnet = isGap(spot) ? null : spot.subnet
      if (subnet !== null && !isGap(subnet)) compare('subnet', subnet.id, subnet.vpc.id)
    }
    for (const id of isGap(securityGroupIds) ? [] : securityGroupIds) {
      const group = isGap(id) ? null : world.securityGroup(id, place)
      if (first !== null && group !== null && !isGap(group)) compare('security-group', group.id, group.vpc.id)
    }
    return all(judgements)
  },
})

const CONDITIONS = [
  launchKnown,
  taskDefinitionActive,
  platformSupported,
  taskSizeOffered,
  taskDefinitionSuits,
  executionRoleSet,
  taskRoleSet,
  clusterActive,
  namespaceExists,
  requestSuits,
  withinRequestLimits,
  subnetsExist,
  securityGroupsExist,
  oneVpc,
]
