import type { Known } from './known.ts'

/** A namespace of AWS Cloud Map. */
export interface Namespace {
  readonly type?: Known<string>
}

/** A service of AWS Cloud Map, which tasks are registered with. */
export interface DiscoveryService {
  /** Absent: it is found with the API alone. */
  readonly dnsConfig?: Known<{ readonly dnsRecords: Known<readonly { readonly type: Known<string> }[]> }>
}
