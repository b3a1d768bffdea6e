/** What random worlds may have beside the everyday things: each can be switched off. */
export const FEATURES = [
  'acl',
  'ipv6',
  'block-public-access',
  'regional-nat',
  'private-nat',
  'route-inside-s3',
  'gateway-endpoint-at-nat',
  'two-vpcs',
] as const

export type Feature = (typeof FEATURES)[number]
