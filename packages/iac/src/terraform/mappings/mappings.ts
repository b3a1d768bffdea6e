import { UNREAD } from '../kinds.ts'
import { COMPUTE } from './compute.ts'
import { DNS } from './dns.ts'
import { type Mapping, NETWORK } from './network.ts'
import { RUNS } from './runs.ts'
import { SECURITY_GROUPS } from './security-groups.ts'
import { SERVICES } from './services.ts'
import { STORES } from './stores.ts'

/** What the reader names, and does not read. */
const PASSED_OVER = Object.fromEntries(
  UNREAD.map((type): [string, Mapping] => [type, () => [{ type, properties: {} }]]),
)

/** By the types of Terraform. */
export const MAPPINGS: ReadonlyMap<string, Mapping> = new Map(
  Object.entries({
    ...NETWORK,
    ...DNS,
    ...SECURITY_GROUPS,
    ...STORES,
    ...COMPUTE,
    ...SERVICES,
    ...RUNS,
    ...PASSED_OVER,
  }),
)
