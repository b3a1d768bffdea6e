import type { Pointer } from '../model/origin.ts'

/** What ECS refuses of service discovery and of Service Connect. */
export type DiscoveryBlocker = ServiceRegistryUnsuitable | ServiceConnectUnsuitable

export interface ServiceRegistryUnsuitable {
  readonly blocker: 'service-registry-unsuitable'
  readonly registryArn: string
  readonly why: 'missing' | 'several' | 'container' | 'port' | 'port-missing' | 'port-not-wanted' | 'port-twice'
  /** The container, the port, or the types of DNS records. */
  readonly value: string
  readonly at: Pointer
}

export interface ServiceConnectUnsuitable {
  readonly blocker: 'service-connect-unsuitable'
  readonly taskDefinition: string
  readonly why: 'port-name' | 'platform'
  /** The name of the port, or the operating system. */
  readonly value: string
  readonly at: Pointer
}
