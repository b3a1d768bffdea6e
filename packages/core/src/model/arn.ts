import { splitText } from './placeholder.ts'

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
  const [, partition, service, region, account, ...resource] = splitText(text, ':')
  if (partition === undefined || service === undefined || region === undefined || account === undefined) return null
  return resource.length === 0 ? null : { partition, service, region, account, resource: resource.join(':') }
}

export function roleNameOf(arn: Arn): string {
  return arn.resource.slice(arn.resource.lastIndexOf('/') + 1)
}
