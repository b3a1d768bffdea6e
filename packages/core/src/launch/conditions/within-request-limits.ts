import { all, fails, type Judgement, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const MOST = { subnets: 16, securityGroups: 5 }

/** What a request may name at most. */
export const withinRequestLimits = condition({
  step: 'accept-request',
  id: 'within-request-limits',
  judge: ({ at, subnets, securityGroupIds }) => {
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
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})
