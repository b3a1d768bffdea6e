import { placeholder, type Snapshot } from '@farsight/core'

/** Where the stack is deployed: texts, which are placeholders where nobody said. */
export interface Environment {
  readonly region: string
  readonly account: string
  readonly partition: string
  readonly urlSuffix: string
  readonly stackName: string
}

/** What somebody said about where a stack goes. */
export interface Destination {
  readonly region?: string | undefined
  readonly account?: string | undefined
  readonly stackName?: string | undefined
}

interface Partition {
  readonly name: string
  readonly urlSuffix: string
  /** How the names of its Regions begin. */
  readonly prefix: string
}

/** From `partitions.json` of botocore 1.44.5. */
const PARTITIONS: readonly Partition[] = [
  { name: 'aws-cn', urlSuffix: 'amazonaws.com.cn', prefix: 'cn-' },
  { name: 'aws-us-gov', urlSuffix: 'amazonaws.com', prefix: 'us-gov-' },
  { name: 'aws-iso', urlSuffix: 'c2s.ic.gov', prefix: 'us-iso-' },
  { name: 'aws-iso-b', urlSuffix: 'sc2s.sgov.gov', prefix: 'us-isob-' },
  { name: 'aws-iso-e', urlSuffix: 'cloud.adc-e.uk', prefix: 'eu-isoe-' },
  { name: 'aws-iso-f', urlSuffix: 'csp.hci.ic.gov', prefix: 'us-isof-' },
  { name: 'aws-eusc', urlSuffix: 'amazonaws.eu', prefix: 'eusc-' },
]

const DEFAULT_PARTITION: Partition = { name: 'aws', urlSuffix: 'amazonaws.com', prefix: '' }

export function environmentOf({ region, account, stackName }: Destination): Environment {
  const partition = PARTITIONS.find(({ prefix }) => region?.startsWith(prefix)) ?? DEFAULT_PARTITION
  return {
    region: region ?? placeholder('AWS::Region'),
    account: account ?? placeholder('AWS::AccountId'),
    partition: partition.name,
    urlSuffix: partition.urlSuffix,
    stackName: stackName ?? placeholder('AWS::StackName'),
  }
}

/** The account and the Region of a snapshot, where it holds one of each: code that is laid over it goes there. */
export function onlyPlaceOf(over: Snapshot | undefined): Destination {
  const [[account, state] = [], ...others] = Object.entries(over?.accounts ?? {})
  if (account === undefined || state === undefined || others.length > 0) return {}
  const [region, ...more] = Object.keys(state.regions)
  return { account, ...(region === undefined || more.length > 0 ? {} : { region }) }
}
