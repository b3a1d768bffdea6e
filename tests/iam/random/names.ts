/** The few names of which random policies and requests are made: few, so that they meet often. */
const HERE = '111122223333'
const THERE = '444455556666'

export const ACTIONS = ['s3:GetObject', 'kms:Decrypt', 'ssm:GetParameters'] as const
export const ACTION_PATTERNS = [
  '*',
  's3:*',
  'S3:getobject',
  's3:Put*',
  'kms:*',
  'kms:De?rypt',
  'ssm:Get*',
  'ssm:GetParameter',
]

const KEY = `arn:aws:kms:eu-west-1:${HERE}:key/1234`
const PARAMETER = `arn:aws:ssm:eu-west-1:${HERE}:parameter/red`

export const RESOURCES: Readonly<Record<(typeof ACTIONS)[number], readonly string[]>> = {
  's3:GetObject': ['arn:aws:s3:::config/red/x', 'arn:aws:s3:::config/a*b', 'arn:aws:s3:::logs/red'],
  'kms:Decrypt': [KEY],
  'ssm:GetParameters': [PARAMETER, `${PARAMETER}:2`],
}
export const RESOURCE_PATTERNS = [
  '*',
  'arn:aws:s3:::config/*',
  'arn:aws:s3:::c?nfig/*/x',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a policy
  'arn:aws:s3:::config/${aws:PrincipalTag/team}/*',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a policy
  "arn:aws:s3:::config/${aws:PrincipalTag/team, 'red'}/x",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of a policy
  'arn:aws:s3:::config/a${*}b',
  'arn:aws:kms:*',
  KEY,
  `arn:aws:kms:eu*:${HERE}:key/*`,
  PARAMETER,
  `${PARAMETER}*`,
  'arn:aws:*:*:*:*red',
]

const ROLE = `arn:aws:iam::${HERE}:role/web`
const SESSION = `arn:aws:sts::${HERE}:assumed-role/web/1`
const USER = `arn:aws:iam::${HERE}:user/ana`
const FOREIGN_ROLE = `arn:aws:iam::${THERE}:role/web`
const FOREIGN_SESSION = `arn:aws:sts::${THERE}:assumed-role/web/1`
const SERVICE = 'ecs.amazonaws.com'

export const OWNER = HERE
export const CALLERS = [SESSION, SESSION, SESSION, ROLE, USER, FOREIGN_SESSION, SERVICE, null]
export const GRANTEES = [ROLE, SESSION, USER, `${SESSION}2`]
export const PRINCIPALS: readonly unknown[] = [
  '*',
  '*',
  { AWS: ROLE },
  { AWS: [SESSION, USER] },
  { AWS: `${SESSION}2` },
  { AWS: HERE },
  { AWS: `arn:aws:iam::${HERE}:root` },
  { AWS: [THERE, FOREIGN_ROLE] },
  { AWS: [FOREIGN_SESSION], Service: SERVICE },
  { Service: ['ecs-tasks.amazonaws.com', SERVICE] },
]
export const SPARED: readonly unknown[] = [
  { AWS: [ROLE, HERE] },
  { AWS: [SESSION, ROLE, `arn:aws:iam::${HERE}:root`] },
  { AWS: [SESSION, HERE] },
  { AWS: USER },
  { AWS: [FOREIGN_ROLE, THERE], Service: SERVICE },
]
