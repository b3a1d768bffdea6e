import type { Gap } from '../../model/gap.ts'
import { all, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { lookUp } from '../../model/table.ts'
import { condition } from '../condition.ts'

/**
 * Service Connect and GuardDuty add containers to the task, whose images AWS keeps. What they need is not judged: it is
 * said where they are on.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 */
export const injectedContainersKnown = condition({
  step: 'pull-images',
  id: 'injected-containers-known',
  required: false,
  judge: ({ request, place, id, at }, world) => {
    const { serviceConnectConfiguration: connect } = request
    const judgements: Judgement<never>[] = []
    const open = (of: string) => {
      const gap: Gap = { gap: 'not-modeled', what: 'injected-container', of }
      judgements.push(undecided({ gap, what: { kind: 'container', id: of }, at }))
    }
    if (connect !== undefined && !isGap(connect) && connect.enabled === true) open(`ecs-service-connect-${id}`)
    if (lookUp(world.region(place)?.accountSettings, 'guardDutyActivate') === 'on') open('aws-guardduty-agent')
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})
