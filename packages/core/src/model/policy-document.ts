import type { Known } from './known.ts'

/**
 * An IAM policy as AWS writes it. Elements that the source does not resolve are gaps; strings may hold placeholders.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export interface PolicyDocument {
  readonly Version?: string
  readonly Id?: string
  readonly Statement: Known<OneOrMany<PolicyStatement>>
}

export interface PolicyStatement {
  readonly Sid?: string
  readonly Effect: Known<'Allow' | 'Deny'>
  readonly Principal?: Known<PolicyPrincipal>
  readonly NotPrincipal?: Known<PolicyPrincipal>
  readonly Action?: Known<OneOrMany<Known<string>>>
  readonly NotAction?: Known<OneOrMany<Known<string>>>
  readonly Resource?: Known<OneOrMany<Known<string>>>
  readonly NotResource?: Known<OneOrMany<Known<string>>>
  readonly Condition?: Known<PolicyConditions>
}

export type PolicyPrincipal = '*' | { readonly [kind: string]: Known<OneOrMany<Known<string>>> }

/** Operator → condition key → one value or many. */
export interface PolicyConditions {
  readonly [operator: string]: { readonly [key: string]: Known<OneOrMany<Known<string | number | boolean>>> }
}

export type OneOrMany<T> = T | readonly T[]
