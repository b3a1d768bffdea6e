/** A policy as a person may have written it. */
export type Document = unknown

/** One file of `tests/iam/cases/` is a list of these. */
export interface PolicyCase {
  /** A sentence that states a truth. */
  readonly name: string
  readonly policies: Policies
  readonly request: Request
  readonly expected: 'allowed' | 'denied' | 'undecided' | 'invalid'
  /** Of an invalid policy: where AWS finds fault, as a JSON pointer into `policies`. */
  readonly at?: string
  /** A layer that the decision names. */
  readonly by?: string
  /** The condition keys that an undecided answer names. */
  readonly missing?: readonly string[]
  readonly reason: string
  /** The page of AWS's documentation that the case rests on. */
  readonly page: string
}

/** All policies that bear on one request, layer by layer. */
export interface Policies {
  readonly identity?: readonly Document[]
  readonly permissionsBoundary?: Document
  readonly sessionPolicies?: readonly Document[]
  /** From the root of the organization down to the account, the policies of each level. */
  readonly serviceControlPolicies?: readonly (readonly Document[])[]
  readonly resourceControlPolicies?: readonly (readonly Document[])[]
  readonly resourcePolicy?: Document
  readonly grants?: readonly Grant[]
  readonly endpoints?: readonly { readonly type: 'Interface' | 'Gateway'; readonly policy: Document }[]
}

export interface Grant {
  readonly granteePrincipal: string
  readonly operations: readonly string[]
  readonly encryptionContextEquals?: Readonly<Record<string, string>>
  readonly encryptionContextSubset?: Readonly<Record<string, string>>
}

export interface Request {
  readonly action: string
  readonly resource: string
  readonly resourceAccount?: string
  readonly principal: string | null
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly unknownKeys?: readonly string[]
}

export type Decision = 'allowed' | 'denied' | 'undecided'
