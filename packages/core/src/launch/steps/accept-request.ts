import { all, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap, type Known } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { ContainerDefinition } from '../../model/task-definition.ts'
import type { PlacedSubnet, World } from '../../model/world.ts'
import type { Blocker, ExecutionRoleNotSet } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch, LaunchSubnet } from '../launch.ts'
import type { Requirement } from '../requirement.ts'
import type { Step } from '../step.ts'

/**
 * ECS checks RunTask and CreateService before anything is made: what the request names must be there and fit.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const acceptRequest: Step = {
  id: 'accept-request',
  requires: (launch, world) => [
    launchKnown(launch),
    taskDefinitionActive(launch),
    platformSupported(launch),
    executionRoleSet(launch),
    ...subnetsExist(launch),
    ...groupsExist(launch, world),
    oneVpc(launch, world),
  ],
}

const STEP = 'accept-request'

/** What the request leaves open about the launch as a whole. */
function launchKnown({ id, at, launchType, subnets, securityGroupIds }: Launch): Requirement {
  return condition(STEP, 'launch-known', id, at, () => {
    if (isGap(launchType)) return undecided({ gap: launchType, what: { kind: 'launch-type', id }, at })
    for (const part of [subnets, securityGroupIds]) {
      const gap = isGap(part) ? part : part.find(isGap)
      if (gap !== undefined) return undecided({ gap, what: { kind: 'network-configuration', id }, at })
    }
    return WORKS
  })
}

function taskDefinitionActive({ at, taskDefinition, taskDefinitionName }: Launch): Requirement {
  const name = isGap(taskDefinitionName) ? '?' : taskDefinitionName
  return condition(STEP, 'task-definition-active', name, pointerTo(at, 'taskDefinition'), () => {
    if (taskDefinition === null)
      return fails({ blocker: 'task-definition-missing', taskDefinition: name, status: 'missing', at })
    if (isGap(taskDefinition))
      return undecided({ gap: taskDefinition, what: { kind: 'task-definition', id: name }, at })
    const { status = 'ACTIVE' } = taskDefinition.value
    if (isGap(status)) return undecided({ gap: status, what: { kind: 'task-definition', id: name }, at })
    return status === 'ACTIVE' ? WORKS : fails({ blocker: 'task-definition-missing', taskDefinition: name, status, at })
  })
}

function platformSupported({ id, at, platform }: Launch): Requirement {
  return condition(STEP, 'platform-supported', id, at, () => {
    if (isGap(platform)) return undecided({ gap: platform, what: { kind: 'platform', id }, at })
    const { version, retiredOn } = platform
    return retiredOn === null ? WORKS : fails({ blocker: 'platform-retired', version, retiredOn, at })
  })
}

/**
 * Fargate wants an execution role for private ECR images, for secrets and for the awslogs driver.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function executionRoleSet(launch: Launch): Requirement {
  const { taskDefinition, at } = launch
  const id = taskDefinition === null || isGap(taskDefinition) ? launch.id : taskDefinition.id
  return condition(STEP, 'execution-role-set', id, at, () => {
    if (launch.executionRole !== null || taskDefinition === null || isGap(taskDefinition)) return WORKS
    const neededFor = needOfExecutionRole(launch)
    return neededFor === null
      ? WORKS
      : fails({ blocker: 'execution-role-not-set', taskDefinition: id, neededFor, at: taskDefinition.at })
  })
}

function needOfExecutionRole({ containers }: Launch): ExecutionRoleNotSet['neededFor'] | null {
  if (containers === null || isGap(containers)) return null
  for (const { definition, image } of containers) {
    if (!isGap(image) && image !== null && image.registry.kind === 'ecr') return 'ecr-image'
    if (readsSecrets(definition)) return 'secret'
    if (definition.repositoryCredentials !== undefined) return 'repository-credentials'
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
function subnetsExist({ id, at, subnets }: Launch): readonly Requirement[] {
  if (isGap(subnets)) return []
  const here = pointerTo(at, 'networkConfiguration', 'awsvpcConfiguration', 'subnets')
  const exists = (place: Known<LaunchSubnet>): Judgement<Blocker> => {
    if (isGap(place)) return undecided({ gap: place, what: { kind: 'network-configuration', id }, at })
    const { id: subnetId, subnet } = place
    if (subnet === null) return fails({ blocker: 'subnet-missing', subnetId, at: here })
    return isGap(subnet) ? undecided({ gap: subnet, what: { kind: 'subnet', id: subnetId }, at: here }) : WORKS
  }
  const names = subnets.map((subnet) => (isGap(subnet) ? '?' : subnet.id)).join(', ')
  return [condition(STEP, 'subnet-exists', names, here, () => all(subnets.map(exists)))]
}

function groupsExist({ at, securityGroupIds, place }: Launch, world: World): readonly Requirement[] {
  if (isGap(securityGroupIds)) return []
  const here = pointerTo(at, 'networkConfiguration', 'awsvpcConfiguration', 'securityGroups')
  const exists = (id: string): Judgement<Blocker> => {
    const group = world.securityGroup(id, place)
    if (group === null) return fails({ blocker: 'security-group-missing', groupId: id, at: here })
    return isGap(group) ? undecided({ gap: group, what: { kind: 'security-group', id }, at: here }) : WORKS
  }
  return securityGroupIds.flatMap((id) =>
    isGap(id) ? [] : [condition(STEP, 'security-group-exists', id, here, () => exists(id))],
  )
}

/**
 * Subnets and groups must be of one VPC.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
function oneVpc(launch: Launch, world: World): Requirement {
  const { id, at, place, securityGroupIds } = launch
  const here = pointerTo(at, 'networkConfiguration', 'awsvpcConfiguration')
  return condition(STEP, 'one-vpc', id, here, () => {
    const [first, ...others] = foundSubnets(launch)
    if (first === undefined) return WORKS
    const groups = isGap(securityGroupIds) ? [] : securityGroupIds.flatMap((group) => (isGap(group) ? [] : [group]))
    const members = [
      ...others.map((subnet) => ({ kind: 'subnet' as const, id: subnet.id, vpcId: subnet.vpc.id })),
      ...groups.flatMap((groupId) => {
        const group = world.securityGroup(groupId, place)
        return group === null || isGap(group)
          ? []
          : [{ kind: 'security-group' as const, id: groupId, vpcId: group.vpc.id }]
      }),
    ]
    return all(
      members.map(({ vpcId, ...member }) =>
        vpcId === first.vpc.id
          ? WORKS
          : fails({ blocker: 'several-vpcs', ...member, vpcId, firstSubnetVpcId: first.vpc.id, at: here }),
      ),
    )
  })
}

function foundSubnets({ subnets }: Launch): readonly PlacedSubnet[] {
  if (isGap(subnets)) return []
  return subnets.flatMap((place) =>
    isGap(place) || place.subnet === null || isGap(place.subnet) ? [] : [place.subnet],
  )
}
