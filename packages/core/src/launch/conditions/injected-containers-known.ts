import type { Gap } from '../../model/gap.ts'
import { all, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { lookUp } from '../../model/table.ts'
import { condition } from '../condition.ts'
import { guardDutyAgentOf } from '../guard-duty-agent.ts'
import { serviceConnectOf } from '../service-connect.ts'

/**
 * Service Connect adds a container to the task, and so does GuardDuty. By which path the first is told of its peers AWS does not
 * document for Fargate, nor what becomes of the second without an execution role: it is said where they are on.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
 * @see https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html
 */
export const injectedContainersKnown = condition({
  step: 'pull-images',
  id: 'injected-containers-known',
  required: false,
  judge: (launch, world) => {
    const judgements: Judgement<never>[] = []
    const open = (of: string) => {
      const gap: Gap = { gap: 'not-modeled', what: 'injected-container', of }
      judgements.push(undecided({ gap, what: { kind: 'container', id: of }, at: launch.at }))
    }
    if (serviceConnectOf(launch) !== null) open('ecs-service-connect')
    if (launch.executionRole === null && guardDutyAgentOf(launch, world) !== null) open('aws-guardduty-agent')
    const setting = lookUp(world.region(launch.place)?.accountSettings, 'guardDutyActivate')
    // Off, as AWS has it, where nobody looked
    const isLinux = isGap(launch.platform) || launch.platform.family === 'LINUX'
    if (isLinux && isGap(setting) && setting.gap !== 'not-read') {
      const what = { kind: 'container', id: 'aws-guardduty-agent' } as const
      judgements.push(undecided({ gap: setting, what, at: launch.at }))
    }
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})
