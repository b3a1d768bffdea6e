import { type Known, type PolicyDocument, pointerTo } from '@farsight/core'
import { type DraftTable, pointerIn } from './draft-table.ts'
import { policyDocument } from './policy-document.ts'
import type { Resource } from './resource.ts'
import { holdersIn, mark, readingOf, type Stack } from './stack.ts'

interface Properties {
  /** What names the thing that the policy is put on, and what holds the policy. */
  readonly of: string
  readonly policy: string
}

type Holding = { policyDocument?: Known<PolicyDocument> | null }

/** Puts a policy that is a resource of its own on its thing; of one that the code does not make, it says so. */
export function readResourcePolicy<T extends object>(
  resource: Resource,
  stack: Stack,
  table: DraftTable<T & Holding>,
  { of, policy }: Properties,
): void {
  const holders = holdersIn(stack, table, resource.get(of))
  if (holders.length === 0) stack.problems.report('W_POLICY_ELSEWHERE', resource.at, { property: of }, resource.path)
  for (const { key, draft, doubt } of holders) {
    const at = pointerTo(pointerIn(table, key), 'policyDocument')
    const document = policyDocument.read(resource.get(policy), at, readingOf(stack, resource))
    table.drafts.set(key, { ...draft, policyDocument: resource.doubt ?? doubt ?? document ?? null })
    mark(stack, at, resource, policy)
  }
}
