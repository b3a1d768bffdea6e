import { fact, known, knownString, optionalString } from './known.ts'
import { list } from './list.ts'
import { apiObject } from './object.ts'

export const namespace = apiObject({ type: optionalString })

export const dnsRecord = apiObject({ type: knownString })

export const dnsConfig = apiObject({ dnsRecords: known(list(dnsRecord)) })

export const discoveryService = apiObject({ dnsConfig: fact(dnsConfig) })
