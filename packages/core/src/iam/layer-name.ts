/** The policy layers of a request. Public: reports and chains name them. */
export type LayerName =
  | 'identity-policy'
  | 'permissions-boundary'
  | 'session-policy'
  | 'resource-policy'
  | 'service-control-policy'
  | 'resource-control-policy'
  | 'endpoint-policy'
