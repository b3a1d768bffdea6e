import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { registrationsOf } from '../target-groups.ts'

/**
 * ECS refuses a service whose target group has no load balancer yet, and code makes at once what nothing orders. Advice:
 * who is first is a matter of time, and a service that is there keeps its target groups.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html
 */
export const listenersAwaited = condition({
  step: 'accept-request',
  id: 'listeners-awaited',
  required: false,
  judge: (launch, world) => {
    const faults = new Faults()
    for (const { arn, config, at } of registrationsOf(launch, world)) {
      const { unawaitedListener: listener } = config
      if (listener === undefined || isGap(listener) || isGap(arn)) continue
      faults.fail({ blocker: 'listener-made-later', service: launch.id, targetGroupArn: arn, listener, at })
    }
    return faults.judgement()
  },
})
