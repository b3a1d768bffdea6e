import type { Rule } from '../rule.ts'

const AT = ['attach-network-interface'] as const

/** The interface of the task and the storage of its host. */
export const ATTACH_NETWORK_INTERFACE: readonly Rule[] = [
  {
    says: [
      'InsufficientFreeAddresses',
      'not enough free addresses',
      'no free addresses',
      'free addresses in subnet',
      'insufficient free ip',
      'does not have enough free',
      'no available ip',
    ],
    means: {
      step: 'attach-network-interface',
      service: 'ec2',
      kind: 'capacity',
      causes: ['subnet-out-of-addresses'],
      transient: null,
    },
  },
  {
    says: ['TagPolicyViolation', 'tag policy'],
    means: {
      step: 'attach-network-interface',
      service: 'ec2',
      kind: 'permission',
      causes: ['network-interface-denied'],
    },
  },
  {
    says: [
      'NetworkInterfaceLimitExceeded',
      'network interface limit',
      'maximum number of network interfaces',
      'network interfaces limit',
      'limit of network interfaces',
    ],
    means: { step: 'attach-network-interface', service: 'ec2', kind: 'capacity', causes: ['network-interface-quota'] },
  },
  {
    says: ['ephemeralstorage provisioning', 'ephemeral storage provisioning', 'storage provisioning to complete'],
    means: {
      step: 'mount-volumes',
      service: null,
      kind: 'platform',
      causes: ['storage-provisioning-timeout'],
      transient: true,
    },
  },
  {
    says: ['ephemeral storage', 'ephemeralstorage', 'fargateEphemeralStorage'],
    and: ['kms', 'key', 'encrypt'],
    means: {
      step: 'attach-network-interface',
      service: 'kms',
      kind: 'permission',
      causes: ['ephemeral-storage-key-denied', 'key-unusable'],
    },
  },
  {
    at: AT,
    says: ['ipv6'],
    means: { kind: 'configuration', causes: ['ipv6-not-assigned', 'subnet-out-of-addresses'] },
  },
  {
    at: AT,
    says: [
      'timeout waiting',
      'timeout wait',
      'timed out waiting',
      'provisioning to complete',
      'provision complete error',
      'timed out after',
      'was not provisioned',
    ],
    means: { service: 'ec2', kind: 'platform', causes: ['network-interface-timeout'], transient: true },
  },
  {
    at: AT,
    says: ['InvalidSubnetID', 'subnet'],
    fault: ['not-found'],
    means: { kind: 'missing', causes: ['subnet-not-found'] },
  },
  {
    at: AT,
    says: ['InvalidGroup', 'security group'],
    fault: ['not-found'],
    means: { kind: 'missing', causes: ['security-group-not-found'] },
  },
  {
    at: AT,
    fault: ['denied', 'unauthenticated'],
    means: { kind: 'permission', causes: ['network-interface-denied', 'service-linked-role-missing'] },
  },
  {
    at: AT,
    fault: ['throttled'],
    means: { kind: 'throttled', causes: ['request-throttled', 'network-interface-timeout'], transient: true },
  },
  {
    at: AT,
    says: ['unexpected ec2 error', 'unexpected error'],
    means: {
      service: 'ec2',
      kind: 'unknown',
      causes: ['subnet-out-of-addresses', 'network-interface-denied', 'network-interface-quota'],
      transient: null,
    },
  },
  {
    at: AT,
    says: [
      'netplugin',
      'configure eni',
      'regular eni',
      'setup task network',
      'internal error',
      'InternalError',
      'detached',
    ],
    means: {
      service: 'ec2',
      kind: 'platform',
      causes: ['network-interface-timeout', 'platform-transient'],
      transient: true,
    },
  },
]
