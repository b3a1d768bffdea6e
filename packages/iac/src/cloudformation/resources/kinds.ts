import type { ResourceKind } from '../resource-kind.ts'
import { blockPublicAccessExclusion, blockPublicAccessOptions } from './block-public-access.ts'
import { bucket, bucketPolicy } from './bucket.ts'
import { capacityProvider, cluster, clusterCapacityProviderAssociations } from './cluster.ts'
import { restrictDefaultSecurityGroup } from './default-security-group.ts'
import { dhcpOptions, vpcDhcpOptionsAssociation } from './dhcp-options.ts'
import { discoveryService } from './discovery-service.ts'
import { profile, profileAssociation, resolverRule, resolverRuleAssociation } from './dns-control.ts'
import { firewallDomainList, firewallRuleGroup, firewallRuleGroupAssociation } from './dns-firewall.ts'
import { pullThroughCacheRule, registryPolicy } from './ecr-registry.ts'
import { accessPoint, fileSystem, mountTarget } from './file-system.ts'
import { egressOnlyInternetGateway, internetGateway, natGateway, vpcGatewayAttachment } from './gateways.ts'
import { hostedZone, privateDnsNamespace } from './hosted-zone.ts'
import { key, keyAlias } from './key.ts'
import { listener, listenerRule, loadBalancer, targetGroup } from './load-balancer.ts'
import { logGroup } from './log-group.ts'
import { nestedStack, serverlessApplication } from './nested-stack.ts'
import { networkAcl, networkAclEntry } from './network-acl.ts'
import { batchComputeEnvironment, batchJobDefinition, eksFargateProfile, expressService } from './other-launches.ts'
import { parameter } from './parameter.ts'
import {
  transitGateway,
  transitGatewayAttachment,
  transitGatewayVpcAttachment,
  vpcPeeringConnection,
} from './peering.ts'
import { managedPolicy, policy, rolePolicy } from './policy.ts'
import { prefixList } from './prefix-list.ts'
import { repository } from './repository.ts'
import { role } from './role.ts'
import {
  gatewayRouteTableAssociation,
  route,
  routeServerPropagation,
  routeTable,
  vpnGatewayRoutePropagation,
} from './route-table.ts'
import { eventsRule, pipe, schedule } from './run-task.ts'
import { secret, secretResourcePolicy, secretTargetAttachment } from './secret.ts'
import { securityGroup, securityGroupEgress, securityGroupIngress } from './security-group.ts'
import { service } from './service.ts'
import { serverlessStateMachine, stateMachine } from './state-machine.ts'
import { subnet, subnetCidrBlock, subnetNetworkAclAssociation, subnetRouteTableAssociation } from './subnet.ts'
import { taskDefinition } from './task-definition.ts'
import { UNREAD } from './unread.ts'
import { vpc, vpcCidrBlock } from './vpc.ts'
import { vpcEndpoint } from './vpc-endpoint.ts'

/** The types that the reader knows, in the order in which they are read: what others add to comes first. */
export const RESOURCE_KINDS: readonly ResourceKind[] = [
  vpc,
  vpcCidrBlock,
  subnet,
  subnetCidrBlock,
  routeTable,
  networkAcl,
  securityGroup,
  internetGateway,
  vpcGatewayAttachment,
  egressOnlyInternetGateway,
  natGateway,
  subnetRouteTableAssociation,
  subnetNetworkAclAssociation,
  networkAclEntry,
  securityGroupIngress,
  securityGroupEgress,
  restrictDefaultSecurityGroup,
  vpcEndpoint,
  prefixList,
  vpcPeeringConnection,
  route,
  vpnGatewayRoutePropagation,
  routeServerPropagation,
  gatewayRouteTableAssociation,
  transitGateway,
  transitGatewayAttachment,
  transitGatewayVpcAttachment,
  dhcpOptions,
  vpcDhcpOptionsAssociation,
  hostedZone,
  privateDnsNamespace,
  resolverRule,
  resolverRuleAssociation,
  firewallDomainList,
  firewallRuleGroup,
  firewallRuleGroupAssociation,
  profile,
  profileAssociation,
  blockPublicAccessOptions,
  blockPublicAccessExclusion,
  role,
  managedPolicy,
  policy,
  rolePolicy,
  key,
  keyAlias,
  logGroup,
  secret,
  secretTargetAttachment,
  secretResourcePolicy,
  parameter,
  repository,
  pullThroughCacheRule,
  registryPolicy,
  bucket,
  bucketPolicy,
  fileSystem,
  mountTarget,
  accessPoint,
  loadBalancer,
  targetGroup,
  listener,
  listenerRule,
  discoveryService,
  capacityProvider,
  cluster,
  clusterCapacityProviderAssociations,
  taskDefinition,
  service,
  eventsRule,
  schedule,
  pipe,
  stateMachine,
  serverlessStateMachine,
  expressService,
  batchJobDefinition,
  batchComputeEnvironment,
  eksFargateProfile,
  nestedStack,
  serverlessApplication,
  ...UNREAD,
]
