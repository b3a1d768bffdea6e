import { fails, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import { condition } from '../condition.ts'

/**
 * A rolling deployment starts tasks as far as the maximum percent allows, rounded down, and stops old ones as far as the
 * minimum healthy percent allows, rounded up. Where neither is possible, no new task ever starts. It does not touch the
 * first tasks of a service, so it is advisory.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export const deploymentHasRoom = condition({
  step: 'place-task',
  id: 'deployment-has-room',
  required: false,
  judge: ({ at, request }) => {
    const { deploymentConfiguration: configuration, desiredCount, deploymentController: controller } = request
    if (configuration === undefined || isGap(configuration)) return WORKS
    if (controller !== undefined && (isGap(controller) || (controller.type ?? 'ECS') !== 'ECS')) return WORKS
    const { minimumHealthyPercent = 100, maximumPercent = 200 } = configuration
    if (isGap(minimumHealthyPercent) || isGap(maximumPercent)) return WORKS
    if (desiredCount === undefined || isGap(desiredCount) || desiredCount < 1) return WORKS
    const most = Math.floor((desiredCount * maximumPercent) / 100)
    const least = Math.ceil((desiredCount * minimumHealthyPercent) / 100)
    if (most > desiredCount || least < desiredCount) return WORKS
    const here = `${at}/deploymentConfiguration`
    return fails({ blocker: 'no-room-for-deployment', minimumHealthyPercent, maximumPercent, desiredCount, at: here })
  },
})
