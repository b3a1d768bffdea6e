import type { Rule } from '../rule.ts'

/** What is left: the fault alone tells the kind, whatever was being done. */
export const BY_FAULT: readonly Rule[] = [
  { fault: ['throttled'], means: { kind: 'throttled', causes: ['request-throttled'], transient: true } },
  { fault: ['no-answer', 'name-not-resolved', 'reset', 'refused'], means: { kind: 'network', causes: 'network' } },
  {
    fault: ['certificate'],
    means: { kind: 'configuration', causes: ['registry-certificate-untrusted', 'firewall-drops'], transient: false },
  },
  { fault: ['no-space'], means: { kind: 'capacity', causes: ['ephemeral-storage-full'], transient: false } },
  { fault: ['server-error'], means: { kind: 'platform', causes: ['platform-transient'], transient: true } },
  {
    says: ['internal error', 'InternalError'],
    means: { kind: 'platform', causes: ['platform-transient'], transient: true },
  },
  { fault: ['denied', 'unauthenticated'], means: { kind: 'permission', causes: [], transient: false } },
]
