import type { PolicyDocument } from '../../model/policy-document.ts'
import type { Role } from '../../model/role.ts'
import type { Account } from '../../model/snapshot.ts'
import type { VpcEndpoint } from '../../model/vpc-endpoint.ts'

/** One request against one role, with what AWS documents as its answer. */
export interface Case {
  readonly name: string
  readonly page?: string
  /** The statements of the role's one inline policy, `own`, of version 2012-10-17. */
  readonly own?: readonly unknown[]
  readonly role?: { readonly [field in keyof Role]?: unknown }
  readonly account?: { readonly [field in keyof Account]?: unknown }
  /** Other accounts of the snapshot. */
  readonly others?: { readonly [account: string]: object }
  /** The statements of the policy of the gateway or interface endpoint on the path. */
  readonly gateway?: readonly unknown[]
  readonly interface?: readonly unknown[]
  readonly endpoint?: { readonly [field in keyof VpcEndpoint]?: unknown }
  readonly principal?: string | null
  readonly action?: string
  readonly resource?: string
  /** `works`, or the verdict and after it the blockers, or the gaps with their subjects. */
  readonly expected: string
}

export const ACCOUNT = '111122223333'
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/web`
export const SECRET = `arn:aws:secretsmanager:ap-northeast-1:${ACCOUNT}:secret:db-AbCdEf`
export const REPOSITORY = `arn:aws:ecr:ap-northeast-1:${ACCOUNT}:repository/web`
export const LAYERS = 'arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/sha256'
export const ALL = { Effect: 'Allow', Action: '*', Resource: '*' }
export const ANYBODY = { ...ALL, Principal: '*' }

export const IAM = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'
export const LOGIC = `${IAM}/reference_policies_evaluation-logic_policy-eval-denyallow.html`
export const ACTION = `${IAM}/reference_policies_elements_action.html`
export const NOT_ACTION = `${IAM}/reference_policies_elements_notaction.html`
export const RESOURCE = `${IAM}/reference_policies_elements_resource.html`
export const NOT_RESOURCE = `${IAM}/reference_policies_elements_notresource.html`
export const GRAMMAR = `${IAM}/reference_policies_grammar.html`
export const VARIABLES = `${IAM}/reference_policies_variables.html`
export const PRINCIPAL = `${IAM}/reference_policies_elements_principal.html`
export const ENDPOINT = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html'
export const REGISTRY = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html'

export function allow(elements: object): object {
  return { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*', ...elements }
}

export function deny(elements: object): object {
  return { Effect: 'Deny', Action: 'secretsmanager:GetSecretValue', Resource: '*', ...elements }
}

export function document(...statements: readonly unknown[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements } as unknown as PolicyDocument
}

export function variable(key: string): string {
  return `\${${key}}`
}
