import { isGap, type Known } from '../../model/known.ts'
import { type Pointer, pointerTo } from '../../model/origin.ts'
import { condition } from '../condition.ts'
import { Faults } from '../faults.ts'
import { nameOfDefinition } from '../name-of-definition.ts'

/**
 * The agent of ECS Exec takes keys from the environment of the container before the task role, as every client of AWS does.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export const taskRoleNotOverridden = condition({
  step: 'open-exec-session',
  id: 'task-role-not-overridden',
  required: false,
  resource: nameOfDefinition,
  judge: ({ containers }) => {
    const faults = new Faults()
    for (const { name, definition, changes, at } of containers === null || isGap(containers) ? [] : containers) {
      for (const list of ['environment', 'secrets'] as const) {
        judgeVariables(faults, name, definition[list], pointerTo(at, list))
      }
      for (const { variables, at: here } of changes?.environment ?? []) judgeVariables(faults, name, variables, here)
    }
    return faults.judgement()
  },
})

function judgeVariables(
  faults: Faults,
  container: string,
  variables: Known<readonly { readonly name: Known<string> }[]> | undefined,
  at: Pointer,
): void {
  if (variables === undefined) return
  if (isGap(variables)) {
    faults.open({ gap: variables, what: { kind: 'container', id: container }, at })
    return
  }
  for (const { name: variable } of variables) {
    if (isGap(variable) || !KEYS.includes(variable)) continue
    faults.fail({ blocker: 'task-role-overridden', container, variable, at })
  }
}

const KEYS: readonly string[] = ['AWS_ACCESS_KEY_ID', 'AWS_ACCESS_KEY', 'AWS_SECRET_ACCESS_KEY']
