import type { Gap } from '../../model/gap.ts'
import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { isExistingService } from '../in-code.ts'

/**
 * A volume that is configured at launch is an EBS volume, which the request must describe.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html
 */
export const volumesConfigured = condition({
  step: 'mount-volumes',
  id: 'volumes-configured',
  judge: (launch, world) => {
    const { taskDefinition, request, id, at } = launch
    const faults = new Faults()
    const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition
    const volumes = definition?.value.volumes ?? []
    // ECS took a service that is there with its volumes, and shows them in its deployments alone.
    const unwritten = isExistingService(launch, world) ? NOT_SHOWN : []
    const { volumeConfigurations: configured = unwritten } = request
    for (const [position, { name, configuredAtLaunch = false }] of isGap(volumes) ? [] : volumes.entries()) {
      if (configuredAtLaunch === false) continue
      const here = pointerTo(definition?.at ?? at, 'volumes', position)
      const hidden = isGap(configuredAtLaunch)
        ? configuredAtLaunch
        : isGap(name)
          ? name
          : isGap(configured)
            ? configured
            : null
      if (hidden !== null) faults.open({ gap: hidden, what: { kind: 'volume', id: isGap(name) ? id : name }, at: here })
      else if (!isGap(configured) && !isGap(name) && !configured.some((each) => each.name === name)) {
        const open = configured.find((each) => isGap(each.name))?.name
        if (isGap(open)) faults.open({ gap: open, what: { kind: 'volume', id: name }, at: here })
        else faults.fail({ blocker: 'volume-not-configured', volume: name, at })
      }
    }
    return faults.judgement()
  },
})

const NOT_SHOWN: Gap = { gap: 'not-read', permission: 'ecs:DescribeServices' }
