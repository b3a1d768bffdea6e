import { all, fails, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import type { Launch } from '../launch.ts'
import { overridesLength } from '../overrides-length.ts'

/**
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-count
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html#ECS-RunTask-request-overrides
 */
const MOST = { subnets: 16, securityGroups: 5, tasks: 10, characters: 8192 }

/** What a request may name at most. */
export const withinRequestLimits = condition({
  step: 'accept-request',
  id: 'within-request-limits',
  judge: (launch) => {
    const { at, subnets, securityGroupIds } = launch
    const judgements: Judgement<Blocker>[] = []
    const here = `${at}/networkConfiguration/awsvpcConfiguration`
    if (!isGap(subnets) && subnets.length > MOST.subnets) {
      const { length: count } = subnets
      judgements.push(fails({ blocker: 'too-many', what: 'subnets', count, most: MOST.subnets, at: `${here}/subnets` }))
    }
    if (!isGap(securityGroupIds) && securityGroupIds.length > MOST.securityGroups) {
      const { length: count } = securityGroupIds
      const most = MOST.securityGroups
      judgements.push(
        fails({ blocker: 'too-many', what: 'security-groups', count, most, at: `${here}/securityGroups` }),
      )
    }
    if (launch.request.count !== undefined) judgements.push(judgeCount(launch))
    if (launch.request.overrides !== undefined) judgements.push(judgeLength(launch))
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})

/** Whether EventBridge asks ECS several times for more tasks is not documented; schedules take no more. */
function judgeCount({ id, at, request }: Launch): Judgement<Blocker> {
  const { count = 1, caller } = request
  const here = pointerTo(at, 'count')
  const what = { kind: 'request', id } as const
  if (isGap(count)) return undecided({ gap: count, what, at: here })
  if (count <= MOST.tasks) return WORKS
  const service = caller === undefined || isGap(caller) ? null : caller.service
  if (service === 'events' || service === 'pipes') {
    return undecided({ gap: { gap: 'not-modeled', what: 'count-of-events' }, what, at: here })
  }
  return fails({ blocker: 'too-many', what: 'tasks', count, most: MOST.tasks, at: here })
}

/**
 * Nearly all overrides are far below, whatever their placeholders stand for.
 *
 * @see https://github.com/convox/rack/issues/1906 what ECS says
 */
function judgeLength({ id, at, request }: Launch): Judgement<Blocker> {
  const { overrides } = request
  if (overrides === undefined || isGap(overrides)) return WORKS
  const { containerOverrides: written = [] } = overrides
  if (isGap(written)) return WORKS
  const here = pointerTo(at, 'overrides', 'containerOverrides')
  const length = overridesLength(written)
  const most = MOST.characters
  if (length.least > most) return fails({ blocker: 'overrides-too-long', length: length.least, most, at: here })
  if (length.written <= most || length.gap === null) return WORKS
  return undecided({ gap: length.gap, what: { kind: 'container-overrides', id }, at: here })
}
