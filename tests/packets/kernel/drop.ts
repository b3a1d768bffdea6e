/** Why the kernel dropped a packet: what the rule that counted it was made from. */
export type Drop =
  | GroupDrop
  | AclDrop
  | RouteDrop
  | NatGatewayDrop
  | NatLoopDrop
  | NatAnswerDrop
  | NoPublicIpDrop
  | PublicAccessDrop
  | PrivateAddressDrop
  | TransitGatewayDrop
  | StrayDrop

/** The groups of an interface. */
export interface GroupDrop {
  readonly by: 'groups'
  readonly interfaceId: string
  readonly role: string
  readonly direction: 'ingress' | 'egress'
}

export interface AclDrop {
  readonly by: 'acl'
  readonly networkAclId: string
  readonly subnetId: string
  readonly direction: 'ingress' | 'egress'
  readonly ruleNumber: number | '*'
}

/** A route that leads nowhere (`destination`, `target`), or none (null). */
export interface RouteDrop {
  readonly by: 'route'
  readonly subnetId: string
  readonly routeTableId: string | null
  readonly destination: string | null
  readonly target: string | null
}

export interface NatGatewayDrop {
  readonly by: 'nat-gateway'
  readonly natGatewayId: string
  readonly subnetId: string
}

/** A gateway whose own subnet leads back to it. */
export interface NatLoopDrop {
  readonly by: 'nat-loop'
  readonly natGatewayId: string
}

/** An answer that comes to a gateway which did not carry the question: NAT knows no connection for it. */
export interface NatAnswerDrop {
  readonly by: 'nat-answer'
  readonly natGatewayId: string
}

export interface NoPublicIpDrop {
  readonly by: 'no-public-ip'
  readonly vpcId: string
}

export interface PublicAccessDrop {
  readonly by: 'block-public-access'
  readonly vpcId: string
}

/** On the internet nobody has a private address. */
export interface PrivateAddressDrop {
  readonly by: 'private-address'
  readonly vpcId: string
}

/** A table of a transit gateway that has no route, or one that is a black hole. */
export interface TransitGatewayDrop {
  readonly by: 'transit-gateway'
  readonly transitGatewayId: string
  readonly routeTableId: string
  readonly destination: string | null
}

/** What is bound for an address that nobody has. */
export interface StrayDrop {
  readonly by: 'stray'
  readonly where: string
}

/** Which of the rules of a plan dropped a packet, and whether it was the request or the answer. */
export interface Fate {
  readonly drop: Drop
  readonly reply: boolean
}
