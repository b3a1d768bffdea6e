/** What random worlds may have beside the everyday things: each can be switched off. */
export const FEATURES = [
  'acl',
  'ipv6',
  'peering',
  'transit-gateway',
  'hosted-zone',
  'block-public-access',
  'regional-nat',
  'private-nat',
] as const

export type Feature = (typeof FEATURES)[number]
