import { parseArn } from '../model/arn.ts'
import type { PolicyDocument } from '../model/policy-document.ts'
import data from './managed-policies.json' with { type: 'json' }

/**
 * The document of a policy that AWS manages, as far as Farsight knows it: by its path, since the partition of its ARN
 * may be open. Null: not known.
 *
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export function awsManagedPolicy(arn: string): PolicyDocument | null {
  const parsed = parseArn(arn)
  if (parsed === null || parsed.service !== 'iam' || parsed.account !== 'aws') return null
  const known = DOCUMENTS.get(parsed.resource)
  if (known === undefined) return null
  return parsed.partition === 'aws' || !known.namesPartition
    ? known.document
    : inPartition(known.document, parsed.partition)
}

const DOCUMENTS: ReadonlyMap<string, { readonly document: PolicyDocument; readonly namesPartition: boolean }> = new Map(
  data.policies.map(({ resource, document }) => [
    resource,
    { document: document as PolicyDocument, namesPartition: JSON.stringify(document).includes('arn:aws:') },
  ]),
)

/** Each partition has its own copy, which names the things of that partition. */
function inPartition(document: PolicyDocument, partition: string): PolicyDocument {
  return JSON.parse(JSON.stringify(document), (_, value: unknown) =>
    typeof value === 'string' && value.startsWith('arn:aws:')
      ? `arn:${partition}:${value.slice('arn:aws:'.length)}`
      : value,
  ) as PolicyDocument
}
