import type { PortRange } from './range-set.ts'

/**
 * The ports from which the hosts of Fargate make their calls, and to which replies go: what their systems use by
 * default. Nobody outside can read them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
 */
export const LINUX_CLIENT_PORTS: PortRange = { from: 32_768, to: 60_999 }
export const WINDOWS_CLIENT_PORTS: PortRange = { from: 49_152, to: 65_535 }
