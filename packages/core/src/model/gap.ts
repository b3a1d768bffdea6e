/** Why a fact is not known, as data. Its sentences, and what settles it, live in `words/gaps.ts`. */
export type Gap =
  | NotReadGap
  | DeniedGap
  | OtherOwnerGap
  | ParameterGap
  | OptionGap
  | UnresolvedGap
  | RefusedGap
  | AfterDeployGap
  | NotModeledGap
  | AssumedGap

/** Nobody asked for it. `permission` is the IAM action that reads it, where one does. */
export interface NotReadGap {
  readonly gap: 'not-read'
  readonly permission?: string
}

/** Asked, and the answer was "access denied". */
export interface DeniedGap {
  readonly gap: 'denied'
  readonly permission: string
}

/** It belongs to another account, which alone can list it (shared VPCs, peers, transit gateways). */
export interface OtherOwnerGap {
  readonly gap: 'other-owner'
  readonly account: string
}

/** A template parameter without a value. */
export interface ParameterGap {
  readonly gap: 'parameter'
  readonly name: string
  /** The value is made of the parameter, such as an item of its list, and not the parameter as it is. */
  readonly derived?: true
}

/** Code does not say to which account, Region or subnets it goes; the option tells. */
export interface OptionGap {
  readonly gap: 'option'
  readonly option: '--account' | '--region' | '--subnet'
}

/** An expression that the reader does not resolve: an import, a dynamic reference, a macro. */
export interface UnresolvedGap {
  readonly gap: 'unresolved'
  readonly expression: string
}

/** What AWS would not take, such as a policy with an operator that there is not: what stands in the account is not known. */
export interface RefusedGap {
  readonly gap: 'refused'
  readonly expression: string
}

/** AWS decides it during the deployment. */
export interface AfterDeployGap {
  readonly gap: 'after-deploy'
}

/**
 * Farsight knows that this decides and does not model it yet; it names itself: by an id of `words/not-modeled.ts`, or
 * by its own name, such as a resource type. `of` is the part that it is about.
 */
export interface NotModeledGap {
  readonly gap: 'not-modeled'
  readonly what: string
  readonly of?: string
}

/** The source cannot know it by nature (code does not say which images were pushed): taken as good unless asked. */
export interface AssumedGap {
  readonly gap: 'assumed'
  readonly assumption: string
}

export const NOT_READ: NotReadGap = Object.freeze({ gap: 'not-read' })
