/** Where the fleet lives, and what its things are called. */
export const ACCOUNT = '111122223333'
export const REGION = 'ap-northeast-1'
export const VPCS = 50
export const ZONES = ['a', 'c', 'd'] as const

export type EndpointService = 'ecr.api' | 'ecr.dkr' | 'logs' | 'secretsmanager' | 'ssm'

/** Ids are as long as those of AWS, since look-ups and memory depend on it. */
export function awsId(prefix: string, ...numbers: readonly number[]): string {
  const digits = numbers.map((number) => number.toString(16).padStart(4, '0')).join('')
  return `${prefix}-0${digits.padStart(16, '0')}`
}

export const prefixListOfS3 = 'pl-61a54008'

export function roleArn(name: string): string {
  return `arn:aws:iam::${ACCOUNT}:role/${name}`
}

export function regionalArn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`
}
