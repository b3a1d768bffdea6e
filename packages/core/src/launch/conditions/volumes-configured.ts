import { isGap } from '../../model/known.ts'
import { pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'

/**
 * A volume that is configured at launch is an EBS volume, which the request must describe.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html
 */
export const volumesConfigured = condition({
  step: 'mount-volumes',
  id: 'volumes-configured',
  judge: ({ taskDefinition, request, id, at }) => {
    const faults = new Faults()
    const definition = taskDefinition === null || isGap(taskDefinition) ? null : taskDefinition
    const volumes = definition?.value.volumes ?? []
    const { volumeConfigurations: configured = [] } = request
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
