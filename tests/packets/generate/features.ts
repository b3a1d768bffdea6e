/** What random worlds may have beside the everyday things: each can be switched off. */
export const FEATURES = [
  'acl',
  'ipv6',
  'block-public-access',
  'regional-nat',
  'private-nat',
  'route-inside-s3',
  'gateway-endpoint-at-nat',
] as const

export type Feature = (typeof FEATURES)[number]

/** Those that Farsight judges; in the others it is known to differ, or to be undecided. */
export const JUDGED: readonly Feature[] = ['acl', 'regional-nat']
