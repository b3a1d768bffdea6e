import { text, unresolved, type Value } from '../cloudformation/value.ts'
import type { Instance } from './plan.ts'
import { filled, inside, itemsOf, listed, map } from './values.ts'

export function isPolicyData({ isData, type }: Instance, attribute: string): boolean {
  return isData && type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)
}

/**
 * The policy of an `aws_iam_policy_document` that is read during the apply: its blocks are there already.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyOf(at: number, get: (attribute: string) => Value): Value {
  const sources = ['source_policy_documents', 'override_policy_documents'].flatMap((name) => itemsOf(get(name)))
  if (sources.length > 0) return unresolved('aws_iam_policy_document', at)
  const statements = get('statement')
  if (statements.kind === 'unknown') return statements
  return map(at, {
    Version: text('2012-10-17', at),
    Statement: listed(
      at,
      itemsOf(statements).map((each) => statement(each, at)),
    ),
  })
}

function statement(block: Value, at: number): Value {
  if (block.kind !== 'map') return block
  const effect = filled(inside(block, 'effect'))
  return map(at, {
    Sid: filled(inside(block, 'sid')),
    Effect: effect.kind === 'absent' ? text('Allow', at) : effect,
    Action: present(inside(block, 'actions')),
    NotAction: present(inside(block, 'not_actions')),
    Resource: present(inside(block, 'resources')),
    NotResource: present(inside(block, 'not_resources')),
    Principal: principals(inside(block, 'principals'), at),
    NotPrincipal: principals(inside(block, 'not_principals'), at),
    Condition: conditions(inside(block, 'condition'), at),
  })
}

/** An empty list is what Terraform writes for nothing. */
function present(value: Value): Value {
  return value.kind === 'list' && value.items.length === 0 ? { kind: 'absent', at: value.at } : value
}

function principals(value: Value, at: number): Value {
  if (value.kind !== 'list' || value.items.length === 0)
    return value.kind === 'unknown' ? value : { kind: 'absent', at }
  const byType = new Map<string, Value[]>()
  for (const block of value.items) {
    const type = inside(block, 'type')
    if (type.kind !== 'text') return unresolved('principals', at)
    byType.set(type.text, [...(byType.get(type.text) ?? []), ...itemsOf(inside(block, 'identifiers'))])
  }
  if (byType.has('*')) return text('*', at)
  return map(at, Object.fromEntries([...byType].map(([type, items]) => [type, listed(at, items)])))
}

/**
 * Blocks of the same test and variable are one, with the values of all.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/pull/33093
 */
function conditions(value: Value, at: number): Value {
  if (value.kind !== 'list' || value.items.length === 0)
    return value.kind === 'unknown' ? value : { kind: 'absent', at }
  const byTest = new Map<string, Map<string, Value>>()
  for (const block of value.items) {
    const [test, variable] = [inside(block, 'test'), inside(block, 'variable')]
    if (test.kind !== 'text' || variable.kind !== 'text') return unresolved('condition', at)
    const keys = byTest.get(test.text) ?? new Map<string, Value>()
    const [before, values] = [keys.get(variable.text), inside(block, 'values')]
    keys.set(variable.text, before === undefined ? values : listed(at, [...itemsOf(before), ...itemsOf(values)]))
    byTest.set(test.text, keys)
  }
  return map(at, Object.fromEntries([...byTest].map(([test, keys]) => [test, map(at, Object.fromEntries(keys))])))
}
