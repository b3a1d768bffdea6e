import { hasPlaceholder, splitText } from './placeholder.ts'

/** The parts of an Amazon Resource Name; `resource` keeps its own colons and slashes. */
export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** Null when the text is no ARN. */
export function parseArn(text: string): Arn | null {
  if (!text.startsWith('arn:')) return null
  if (!hasPlaceholder(text)) return parsePlain(text)
  const [, partition, service, region, account, ...resource] = splitText(text, ':')
  if (partition === undefined || service === undefined || region === undefined || account === undefined) return null
  return resource.length === 0 ? null : { partition, service, region, account, resource: resource.join(':') }
}

/** ARNs are taken apart by the thousand: without placeholders the first five colons are all there is to find. */
function parsePlain(text: string): Arn | null {
  const afterPartition = text.indexOf(':', 4)
  const afterService = text.indexOf(':', afterPartition + 1)
  const afterRegion = text.indexOf(':', afterService + 1)
  const afterAccount = text.indexOf(':', afterRegion + 1)
  if (afterPartition < 0 || afterService < 0 || afterRegion < 0 || afterAccount < 0) return null
  return {
    partition: text.slice(4, afterPartition),
    service: text.slice(afterPartition + 1, afterService),
    region: text.slice(afterService + 1, afterRegion),
    account: text.slice(afterRegion + 1, afterAccount),
    resource: text.slice(afterAccount + 1),
  }
}

export function roleNameOf(arn: Arn): string {
  return arn.resource.slice(arn.resource.lastIndexOf('/') + 1)
}
