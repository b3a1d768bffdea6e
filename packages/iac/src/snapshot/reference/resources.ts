import { bucket, bucketObject } from '../schema/bucket.ts'
import { ebsSnapshot } from '../schema/ebs-snapshot.ts'
import { accessPoint, fileSystem, mountTarget } from '../schema/file-system.ts'
import { loadBalancer, targetGroup } from '../schema/load-balancer.ts'
import { logGroup } from '../schema/log-group.ts'
import { image, imagePlatform, pullThroughCacheRule, registry, repository } from '../schema/repository.ts'
import { key, keyGrant, parameter, secret } from '../schema/secret.ts'
import { define } from './definition.ts'

const TAGS = 'Tag keys and values; those of CloudFormation tell which stack made it. Absent: not read.'
const RESOURCE_POLICY = 'Its resource policy. `null`: asked, and there is none; absent: not read.'

export const resourceDefinitions = {
  Repository: define(repository, 'ECR repository', 'A private ECR repository.', {
    images: 'By tag or by digest (`sha256:…`).',
    policyDocument: RESOURCE_POLICY,
    kmsKeyArn: 'Absent: it is encrypted with AES-256.',
    imageTagMutability: '`MUTABLE`, `IMMUTABLE` and so on.',
    tags: TAGS,
  }),
  Image: define(image, 'Image', 'An image of a repository. `{}` says that it is there.', {
    digest: '`sha256:…`',
    platforms: 'What it was built for, several for an image index.',
    sizeInBytes: 'Bytes, compressed.',
    manifestMediaType: 'As ECR shows it.',
  }),
  ImagePlatform: define(imagePlatform, 'Image platform', 'As in an OCI image index.', {
    os: '`linux` or `windows`.',
    architecture: '`amd64` or `arm64`.',
  }),
  Registry: define(registry, 'ECR registry', 'What holds for all private repositories of the account in the Region.', {
    policyScope:
      '`V2`: its policy speaks of all actions; `V1`: of replication and pull through cache alone. Absent: not read.',
    policyDocument: RESOURCE_POLICY,
    pullThroughCacheRules: 'By repository prefix.',
  }),
  PullThroughCacheRule: define(pullThroughCacheRule, 'Pull through cache rule', 'As ECR shows it.', {
    upstreamRegistryUrl: 'Such as `registry-1.docker.io`.',
    credentialArn: 'The secret with the credentials. Absent: none.',
  }),
  Secret: define(
    secret,
    'Secret',
    'A Secrets Manager secret (`aws secretsmanager describe-secret`). `{}` is one in order.',
    {
      hasValue: 'Absent: it has a current version.',
      deletedDate: 'When it will be gone, ISO 8601: reads are refused. Absent: it is not deleted.',
      kmsKeyId: 'The ARN, id or alias of its key. Absent: the AWS managed key `aws/secretsmanager`.',
      policyDocument: RESOURCE_POLICY,
      versionStages: 'Such as `AWSCURRENT`.',
      jsonKeys: 'Top-level keys of a JSON value, where somebody told them.',
      tags: TAGS,
    },
  ),
  Parameter: define(parameter, 'SSM parameter', 'A parameter of SSM Parameter Store.', {
    type: 'As in the SSM API.',
    keyId: 'Of a SecureString: the id, ARN or alias of its key. Absent: the AWS managed key `aws/ssm`.',
    tags: TAGS,
  }),
  Key: define(key, 'KMS key', 'A KMS key (`aws kms describe-key`).', {
    keyState: 'As in the KMS API.',
    keyManager: '`AWS`: an AWS managed key.',
    aliases: 'Such as `alias/app`. Absent: not read.',
    policyDocument: 'The key policy; every key has one. Absent: not read.',
    grants: 'Absent: not read; `[]`: none.',
    tags: TAGS,
  }),
  KeyGrant: define(keyGrant, 'KMS grant', 'As in the KMS API.', {
    granteePrincipal: 'An ARN.',
    operations: 'Such as `Decrypt`.',
    encryptionContextEquals: 'The encryption context must be this.',
    encryptionContextSubset: 'The encryption context must hold this.',
  }),
  LogGroup: define(logGroup, 'Log group', 'A CloudWatch Logs log group. `{}` is one in order.', {
    logGroupClass: 'As in the CloudWatch Logs API.',
    kmsKeyId: 'The ARN of its key. Absent: none.',
    policyDocument: RESOURCE_POLICY,
    tags: TAGS,
  }),
  FileSystem: define(fileSystem, 'EFS file system', 'An EFS file system (`aws efs describe-file-systems`).', {
    lifeCycleState: 'As in the EFS API.',
    policyDocument:
      'Its file system policy. `null`: asked, and there is none, so every client may mount; absent: not read.',
    mountTargets: 'By id. Absent: not read.',
    accessPoints: 'By id. Absent: not read.',
    tags: TAGS,
  }),
  EbsSnapshot: define(ebsSnapshot, 'EBS snapshot', 'A snapshot of an EBS volume (`aws ec2 describe-snapshots`).', {
    state: 'As in the EC2 API.',
    volumeSize: 'GiB, of the volume that it was made of.',
  }),
  MountTarget: define(mountTarget, 'Mount target', 'An EFS mount target (`aws efs describe-mount-targets`).', {
    subnetId: 'Where it is; it serves the tasks of its Availability Zone.',
    ipAddress: 'Absent: somewhere in its subnet.',
    lifeCycleState: 'As in the EFS API.',
    securityGroupIds: 'Its security groups.',
  }),
  AccessPoint: define(accessPoint, 'EFS access point', 'An EFS access point. `{}` is one in order.', {
    rootDirectory: 'Absent: `/`.',
  }),
  Bucket: define(bucket, 'S3 bucket', 'An S3 bucket.', {
    region: 'Where it is, such as `ap-northeast-1`.',
    policyDocument: RESOURCE_POLICY,
    objects: 'By key. Only the objects that launches read are asked for.',
    tags: TAGS,
  }),
  BucketObject: define(bucketObject, 'S3 object', 'An object in a bucket. `{}` says that it is there.', {
    kmsKeyArn: 'Absent: it is not encrypted with KMS.',
  }),
  LoadBalancer: define(loadBalancer, 'Load balancer', 'A load balancer (`aws elbv2 describe-load-balancers`).', {
    type: 'As in the Elastic Load Balancing API.',
    scheme: 'As in the Elastic Load Balancing API.',
    subnetIds: 'Where it has nodes.',
    securityGroupIds: 'Absent: not read, or one without.',
    tags: TAGS,
  }),
  TargetGroup: define(targetGroup, 'Target group', 'A target group (`aws elbv2 describe-target-groups`).', {
    targetType: '`ip` for Fargate.',
    protocol: 'As in the Elastic Load Balancing API.',
    port: 'The port that it was made with; each target may have its own.',
    vpcId: 'The VPC of its targets.',
    loadBalancerArns: 'The load balancers that send to it.',
    healthCheckPath: 'Of HTTP and HTTPS checks.',
    healthCheckPort: '`traffic-port`, or a number as text.',
    tags: TAGS,
  }),
}
