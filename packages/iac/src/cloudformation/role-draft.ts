import type { Gap, Known, PolicyDocument, Role } from '@farsight/core'
import { type DraftTable, finish } from './draft-table.ts'

export interface RoleDraft {
  /** As the account has it that the code lies over. */
  readonly base?: Role
  readonly path: Known<string> | undefined
  readonly assumeRolePolicyDocument: Known<PolicyDocument>
  attachedPolicyArns: Known<string>[] | Gap
  readonly inlinePolicies: DraftTable<Known<PolicyDocument>>
  /** Why there may be more inline policies than these. */
  unknownPolicies: Gap | null
  readonly permissionsBoundaryArn: Known<string> | undefined
}

export function finishRole(draft: RoleDraft): Role {
  const { path, permissionsBoundaryArn } = draft
  return {
    ...draft.base,
    ...(path === undefined ? {} : { path }),
    assumeRolePolicyDocument: draft.assumeRolePolicyDocument,
    attachedPolicyArns: draft.attachedPolicyArns,
    inlinePolicies: draft.unknownPolicies ?? present(finish(draft.inlinePolicies)),
    ...(permissionsBoundaryArn === undefined ? {} : { permissionsBoundaryArn }),
  }
}

/** A role has no names of policies that are not there. */
function present<T>(table: { readonly [key: string]: T | null }): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(table).filter((entry): entry is [string, T & {}] => entry[1] !== null))
}
