import { trusts } from '../../iam/assume.ts'
import { all, type Judgement, undecided, WORKS } from '../../model/judgement.ts'
import { isGap } from '../../model/known.ts'
import type { Blocker } from '../blocker.ts'
import { condition } from '../condition.ts'
import { infrastructureRolesOf } from '../infrastructure-roles.ts'

/**
 * ECS makes and attaches EBS volumes as a role of the request, which must trust it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
 */
export const infrastructureRoleTrusts = condition({
  step: 'mount-volumes',
  id: 'infrastructure-role-trusts-ecs',
  resource: ({ id, request }) => {
    const [role] = infrastructureRolesOf(request)
    return role === undefined || isGap(role) ? id : role
  },
  judge: ({ request, id, at, place }, world) => {
    const judgements = infrastructureRolesOf(request).map(
      (role): Judgement<Blocker> =>
        isGap(role)
          ? undecided({ gap: role, what: { kind: 'role', id }, at })
          : trusts(world, role, 'ecs.amazonaws.com', place.region),
    )
    return judgements.length === 0 ? WORKS : all(judgements)
  },
})
