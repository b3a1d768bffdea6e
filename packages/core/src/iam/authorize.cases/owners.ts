import { ACCOUNT, ALL, ANYBODY, type Case, document, IAM, REGISTRY, REPOSITORY, ROLE, SECRET } from './case.ts'

const OTHER = '999988887777'
const CROSS = `${IAM}/reference_policies_evaluation-logic-cross-account.html`
const KEYS = 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'
const GRANTS = 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html'
const FILE_SYSTEMS = 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html'

const NOT_READ = { gap: 'not-read' }
const DENIED = { gap: 'denied', permission: 'x:GetPolicy' }
const NOBODY = document({ ...ANYBODY, Effect: 'Deny' })
const US = document({ ...ALL, Principal: { AWS: ACCOUNT } })
const OTHERS = document({ ...ALL, Principal: { AWS: '444455556666' } })

/** Things of the Region, beside what is not there and what nobody read. */
function things(table: string, all: object): NonNullable<Case['account']> {
  return { regions: { 'us-east-1': {}, 'ap-northeast-1': { [table]: { none: null, hidden: NOT_READ, ...all } } } }
}

function buckets(all: object): NonNullable<Case['account']> {
  return { buckets: { none: null, hidden: NOT_READ, ...all } }
}

const OBJECT = { own: [ALL], action: 's3:GetObject', resource: 'arn:aws:s3:::config/prod/web.env' }
const PULL = { own: [ALL], action: 'ecr:BatchGetImage', resource: REPOSITORY }
const FOREIGN_PULL = { ...PULL, resource: REPOSITORY.replace(ACCOUNT, OTHER) }
const KEY = `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/k`
const DECRYPT = { own: [ALL], action: 'kms:Decrypt', resource: KEY }
const GROUP = `arn:aws:logs:ap-northeast-1:${ACCOUNT}:log-group:/ecs/web`
const WRITE = { own: [ALL], action: 'logs:PutLogEvents', resource: `${GROUP}:log-stream:web/app/1` }
const MOUNT = {
  action: 'elasticfilesystem:ClientMount',
  resource: `arn:aws:elasticfilesystem:ap-northeast-1:${ACCOUNT}:file-system/fs-1`,
}
const OPEN_SECRET = SECRET.replace('arn:aws:', 'arn:«AWS::Partition»:')
const OPEN_ACCOUNT = '«AWS::AccountId»'

/** Which policy is on a thing, and whose the thing is. */
export const OWNERS: readonly Case[] = [
  {
    name: 'the policy of a bucket is on its objects',
    ...OBJECT,
    account: buckets({ config: { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${OBJECT.resource} 1`,
  },
  {
    name: 'the policy of a bucket is on the bucket',
    ...OBJECT,
    action: 's3:GetBucketLocation',
    resource: 'arn:aws:s3:::config',
    account: buckets({ config: { policyDocument: NOBODY } }),
    expected: 'fails: policy-denies arn:aws:s3:::config 1',
  },
  {
    name: 'the policy of a bucket is not on those whose names begin alike',
    ...OBJECT,
    account: buckets({ con: { policyDocument: NOBODY }, 'config-2': { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'a bucket of another account without a policy serves that account alone',
    page: CROSS,
    ...OBJECT,
    account: { buckets: NOT_READ },
    others: { [OTHER]: buckets({ config: { policyDocument: null } }) },
    expected: 'fails: resource-policy-silent',
  },
  {
    name: 'a bucket of the own account without a policy leaves it to the role',
    page: CROSS,
    ...OBJECT,
    account: buckets({ config: { policyDocument: null } }),
    expected: 'works',
  },
  {
    name: 'a bucket whose policy nobody read opens nothing',
    ...OBJECT,
    account: buckets({ config: { policyDocument: NOT_READ } }),
    others: { [OTHER]: buckets({ config: {} }) },
    expected: 'works',
  },
  {
    name: 'a bucket whose policy was denied to us is open',
    ...OBJECT,
    account: buckets({ config: { policyDocument: DENIED } }),
    expected: 'undecided: policy-layer denied x:GetPolicy',
  },
  {
    name: 'what every object inherits is no bucket',
    ...OBJECT,
    resource: 'arn:aws:s3:::constructor/x',
    account: buckets({ config: { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'what every object inherits is no service',
    ...OBJECT,
    action: 'constructor:Get',
    resource: `arn:aws:constructor:ap-northeast-1:${ACCOUNT}:thing/x`,
    account: buckets({ config: { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'what every object inherits is no repository',
    ...PULL,
    resource: REPOSITORY.replace('web', 'constructor'),
    account: things('repositories', { web: { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'what every object inherits is no account of ours',
    ...PULL,
    resource: REPOSITORY.replace(ACCOUNT, 'constructor'),
    account: things('repositories', { web: { policyDocument: NOBODY } }),
    expected: 'undecided: policy-layer other-owner',
  },
  {
    name: 'the policy of a repository denies',
    page: REGISTRY,
    ...PULL,
    account: things('repositories', { web: { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${REPOSITORY} 1`,
  },
  {
    name: 'the policy of a repository is not on a thing of another kind',
    ...PULL,
    resource: REPOSITORY.replace('repository/', 'pull-through/'),
    account: things('repositories', { web: { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'the policy of a registry denies what its repositories hold',
    page: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html',
    ...PULL,
    account: { regions: { 'ap-northeast-1': { registry: { policyDocument: NOBODY } } } },
    expected: `fails: policy-denies ${REPOSITORY} 1`,
  },
  {
    name: 'the policy of a registry denies beside that of a repository',
    ...PULL,
    account: {
      regions: {
        'ap-northeast-1': { registry: { policyDocument: NOBODY }, repositories: { web: { policyDocument: US } } },
      },
    },
    expected: `fails: policy-denies ${REPOSITORY} 1`,
  },
  {
    name: 'the policy of a registry allows what its repositories hold to another account',
    ...FOREIGN_PULL,
    others: {
      [OTHER]: {
        regions: {
          'ap-northeast-1': { registry: { policyDocument: US }, repositories: { web: { policyDocument: null } } },
        },
      },
    },
    expected: 'works',
  },
  {
    name: 'the policy of a registry that was denied to us is open',
    ...PULL,
    account: { regions: { 'ap-northeast-1': { registry: { policyDocument: DENIED } } } },
    expected: 'undecided: policy-layer denied x:GetPolicy',
  },
  {
    name: 'the policy of a registry is on no repositories but those of images',
    ...PULL,
    action: 'ecr:GetAuthorizationToken',
    resource: `arn:aws:codecommit:ap-northeast-1:${ACCOUNT}:repository/web`,
    account: { regions: { 'ap-northeast-1': { registry: { policyDocument: NOBODY } } } },
    expected: 'works',
  },
  {
    name: 'a registry without a policy and one that nobody read stop nothing',
    ...PULL,
    account: {
      regions: { 'us-east-1': { registry: NOT_READ }, 'ap-northeast-1': { registry: { policyDocument: null } } },
    },
    expected: 'works',
  },
  {
    name: 'a secret of which the request leaves the partition open has its policy',
    own: [ALL],
    resource: OPEN_SECRET,
    account: things('secrets', { [SECRET]: { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${OPEN_SECRET} 1`,
  },
  {
    name: 'a secret of which the snapshot leaves the partition open has its policy',
    own: [ALL],
    account: things('secrets', { [OPEN_SECRET]: { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${SECRET} 1`,
  },
  {
    name: 'a secret has the policy of no other secret',
    own: [ALL],
    resource: OPEN_SECRET,
    account: things('secrets', { [SECRET.replace('db', 'api')]: { policyDocument: NOBODY } }),
    others: { [OTHER]: { regions: { 'ap-northeast-1': { secrets: NOT_READ } } } },
    expected: 'works',
  },
  {
    name: 'a secret with an open partition of another account has its policy',
    page: CROSS,
    own: [ALL],
    resource: OPEN_SECRET.replace(ACCOUNT, OTHER),
    others: { [OTHER]: things('secrets', { [SECRET.replace(ACCOUNT, OTHER)]: { policyDocument: OTHERS } }) },
    expected: 'fails: resource-policy-silent',
  },
  {
    name: 'the policy of a log group is on its streams',
    ...WRITE,
    account: things('logGroups', { '/ecs/web': { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${WRITE.resource} 1`,
  },
  {
    name: 'the policy of a log group is on the group',
    ...WRITE,
    action: 'logs:CreateLogGroup',
    resource: GROUP,
    account: things('logGroups', { '/ecs/web': { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${GROUP} 1`,
  },
  {
    name: 'the policy of a log group is not on those whose names begin alike',
    ...WRITE,
    account: things('logGroups', { '/ecs/we': { policyDocument: NOBODY }, '/ecs/web/a': { policyDocument: NOBODY } }),
    expected: 'works',
  },
  {
    name: 'a key whose policy nobody read is open',
    page: KEYS,
    ...DECRYPT,
    expected: 'undecided: policy-layer not-read kms:GetKeyPolicy',
  },
  {
    name: 'the policy of a key denies',
    page: KEYS,
    ...DECRYPT,
    account: things('keys', { k: { policyDocument: NOBODY } }),
    expected: `fails: policy-denies ${KEY} 1, resource-policy-silent`,
  },
  {
    name: 'a key without a policy serves nobody',
    page: KEYS,
    ...DECRYPT,
    account: things('keys', { k: { policyDocument: null } }),
    expected: 'fails: resource-policy-silent',
  },
  {
    name: 'a key of another account has a policy that only its owner shows',
    page: KEYS,
    ...DECRYPT,
    resource: KEY.replace(ACCOUNT, OTHER),
    expected: 'undecided: policy-layer other-owner',
  },
  {
    name: 'a key of an account that is not known is open',
    page: KEYS,
    ...DECRYPT,
    resource: KEY.replace(ACCOUNT, OPEN_ACCOUNT),
    expected: 'undecided: policy-layer other-owner, policy-layer unresolved',
  },
  {
    name: 'a grant of a key lets the role use it',
    page: GRANTS,
    ...DECRYPT,
    own: [],
    account: things('keys', {
      k: { policyDocument: OTHERS, grants: [{ granteePrincipal: ROLE, operations: ['Decrypt'] }] },
    }),
    expected: 'works',
  },
  {
    name: 'grants of a key that were denied to us are open',
    page: GRANTS,
    ...DECRYPT,
    account: things('keys', { k: { policyDocument: OTHERS, grants: { gap: 'denied', permission: 'kms:ListGrants' } } }),
    expected: 'undecided: policy-layer not-modeled key-grants',
  },
  {
    name: 'a file system without a policy lets everybody mount',
    page: FILE_SYSTEMS,
    ...MOUNT,
    own: [],
    account: things('fileSystems', { 'fs-1': { policyDocument: null } }),
    expected: 'works',
  },
  {
    name: 'a file system whose policy nobody read may let everybody mount',
    page: FILE_SYSTEMS,
    ...MOUNT,
    own: [],
    expected: 'undecided: policy-layer not-read',
  },
  {
    name: 'a file system whose policy nobody read lets mount who may by its own policies',
    page: FILE_SYSTEMS,
    ...MOUNT,
    own: [ALL],
    expected: 'works',
  },
  {
    name: 'a file system with a policy does not',
    page: FILE_SYSTEMS,
    ...MOUNT,
    own: [],
    account: things('fileSystems', { 'fs-1': { policyDocument: OTHERS } }),
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a thing of an account that is not known is taken as of the own one',
    own: [ALL],
    resource: SECRET.replace(ACCOUNT, OPEN_ACCOUNT),
    expected: 'works',
  },
  {
    name: 'whoever has a thing whose policy allows what the role may do, it may',
    page: CROSS,
    own: [ALL],
    resource: SECRET.replace(ACCOUNT, OPEN_ACCOUNT),
    others: { [OPEN_ACCOUNT]: things('secrets', { [SECRET.replace(ACCOUNT, OPEN_ACCOUNT)]: { policyDocument: US } }) },
    expected: 'works',
  },
  {
    name: 'of whom a thing is decides where its policy does not speak of the role',
    page: CROSS,
    own: [ALL],
    resource: SECRET.replace(ACCOUNT, OPEN_ACCOUNT),
    others: {
      [OPEN_ACCOUNT]: things('secrets', { [SECRET.replace(ACCOUNT, OPEN_ACCOUNT)]: { policyDocument: OTHERS } }),
    },
    expected: 'undecided: policy-layer unresolved',
  },
  {
    name: 'whoever has a thing, what nobody allows fails',
    page: CROSS,
    own: [],
    resource: SECRET.replace(ACCOUNT, OPEN_ACCOUNT),
    others: {
      [OPEN_ACCOUNT]: things('secrets', { [SECRET.replace(ACCOUNT, OPEN_ACCOUNT)]: { policyDocument: OTHERS } }),
    },
    expected: 'fails: identity-policies-silent',
  },
  {
    name: 'a policy on the resource that was denied to us may grant',
    own: [],
    account: things('secrets', { [SECRET]: { policyDocument: DENIED } }),
    expected: 'undecided: policy-layer denied x:GetPolicy',
  },
]
