/**
 * What cannot be read by nature and is taken as good, said once in each report; with `--strict` each is a gap instead.
 * The list is closed and documented in docs/model.md.
 */
export const ASSUMPTIONS = [
  /** Images on registries other than private ECR exist, suit the platform and may be pulled with the credentials given. */
  'images-on-other-registries',
  /** Code does not say which images were pushed: those of private ECR are there. */
  'images-pushed',
  /** Images of private ECR were built for the operating system and architecture of the task, where nobody read for which. */
  'image-platform',
  /** Code does not say what is put into buckets: the environment files are there. */
  'environment-files-uploaded',
  /** The directories on EFS that volumes name, and access points, are there: nobody reads what is on a file system. */
  'file-system-paths',
  /** The JSON keys and versions that a task definition names exist in the secret. */
  'secret-json-keys',
  /** What a policy of a plan refers to is all that it names: a plan does not show a longer text around a reference. */
  'policy-references-alone',
  /** No organization policy (SCP, RCP) stops a call: member accounts cannot read them. */
  'organization-policies',
  /** Replies go to the ports that Fargate's hosts use as a client: 32768 to 60999 on Linux, 49152 to 65535 on Windows. */
  'client-ports',
  /** Hosts outside of the VPC have none of its addresses, where the VPC has blocks of the public address space. */
  'public-hosts-outside-vpc',
  /** Subnets that code creates are as AWS makes them: no address is taken yet but the five that AWS keeps. */
  'new-subnet-addresses',
  /** The cluster of a request is there and active, where nobody read it. */
  'cluster-active',
  /** The Service Connect namespace is there, where nobody read it. */
  'namespace-exists',
  /** The target group is there, registers addresses and has a load balancer, where nobody read it. */
  'target-groups-suit',
  /** The Cloud Map service that tasks are registered with is there and takes them, where nobody read it. */
  'service-registry-suits',
  /** The snapshots that EBS volumes are made of are there, complete, and of a size that suits, where nobody read them. */
  'ebs-snapshots-usable',
  /** Fargate serves the zones of the subnets, where nobody read the ids of the zones. */
  'zones-served',
] as const

export type AssumptionId = (typeof ASSUMPTIONS)[number]
