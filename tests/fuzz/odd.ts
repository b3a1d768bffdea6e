/** Values that readers of JSON and comparisons trip over. */
const ODD_NUMBERS = [0, -0, -1, 1, 0.5, 65_536, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 1e21, 1e308, 5e-324]

const ODD_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '', '*', '0', '-1']

const ODD_CHARACTERS = [
  '\u0000',
  '\u001b[31m',
  '\u0007',
  '\r\n',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\u{1f469}\u200d\u{1f4bb}',
  'ｈ',
  'é',
  'ß',
  'İ',
  '«',
  '»',
  '`',
  '|',
  '${',
  '\\',
  '"',
  '*',
  '?',
  ':',
  '/',
  '@',
  '%',
  '$&',
]

const GAPS = [
  { gap: 'not-read' },
  { gap: 'not-read', permission: 'ec2:DescribeSubnets' },
  { gap: 'denied', permission: 'ecs:DescribeServices' },
  { gap: 'other-owner', account: '444455556666' },
  { gap: 'parameter', name: 'VpcId' },
  { gap: 'option', option: '--region' },
  { gap: 'unresolved', expression: '!ImportValue x' },
  { gap: 'after-deploy' },
  { gap: 'not-modeled', what: 'AWS::Other::Thing' },
  { gap: 'assumed', assumption: 'images-pushed' },
  { gap: 'assumed', assumption: 'no such thing' },
  { gap: 'no such gap' },
  { gap: null },
]

const ARNS = [
  'arn',
  'arn:',
  'arn:::::',
  'arn:aws:iam::111122223333:role/',
  'arn:aws:iam::111122223333:role/a/b/web',
  'arn:aws-cn:iam::111122223333:role/web',
  'arn:nowhere:s3:::bucket/key.env',
  'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:a:b:c:d:e',
  'arn:aws:secretsmanager:mars-1:111122223333:secret:a-AbCdEf',
  'arn:aws:ssm:ap-northeast-1:111122223333:parameter',
  'arn:aws:ecs:us-east-1:444455556666:task-definition/web:99999999999999999999',
  'arn:aws:kms:ap-northeast-1:111122223333:alias/../x',
  'arn:«x»:«y»:«z»:«w»:«v»',
]

const IMAGES = [
  ':',
  '@',
  'a:b:c',
  'a@sha256:',
  `a@sha256:${'0'.repeat(64)}`,
  'UPPER/case:tag',
  'host:99999/a',
  '[::1]:5000/a',
  '111122223333.dkr.ecr..amazonaws.com/a',
  '111122223333.dkr.ecr.mars-1.amazonaws.com/a:1',
  '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com',
  'public.ecr.aws',
  'docker.io/docker.io/docker.io',
  '«Image»',
  `a/${'b/'.repeat(200)}c`,
]

const CIDRS = [
  '0.0.0.0/0',
  '::/0',
  '0.0.0.0/33',
  '10.0.0.0/-1',
  '256.1.1.1/8',
  '010.0.0.0/8',
  '10.0.0.1/8',
  '10.0.0.0',
  '/',
  '10.0.0.0/08',
  '::ffff:10.0.0.0/104',
  '1::2::3/64',
  'fe80::1%eth0/64',
  `${'0:'.repeat(40)}/128`,
  '255.255.255.255/32',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128',
]

const POLICIES = [
  '*',
  [],
  ['*'],
  { AWS: '*' },
  { Service: [] },
  { StringEquals: { 'aws:SourceArn': [] } },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as policies write it
  { 'ForAllValues:StringLike': { 'aws:PrincipalTag/${x}': ['*', '?', '${aws:username, "y"}'] } },
  { NumericLessThan: { 'a:b': 'NaN' }, DateGreaterThan: { 'aws:CurrentTime': '99999-99-99' } },
  { IpAddress: { 'aws:SourceIp': '10.0.0.0/99' }, Null: { 'aws:SourceVpce': 'maybe' } },
  { Effect: 'Deny', NotPrincipal: { AWS: 'web' }, NotAction: '*', NotResource: '${' },
  { Effect: 'Maybe' },
  '*a'.repeat(200),
]

export const odd = {
  number: ODD_NUMBERS,
  key: [...ODD_KEYS, 'k'.repeat(5000), ...ODD_CHARACTERS],
  character: ODD_CHARACTERS,
  gap: GAPS,
  arn: ARNS,
  image: IMAGES,
  cidr: CIDRS,
  policy: POLICIES,
  value: [null, true, false, '', ' ', [], {}, [[]], [null], [{}], { length: 3 }, ...ODD_NUMBERS, ...GAPS],
} as const

/** What stands in the place of a text: one of its kind that is odd. */
export function oddLike(key: string | number, value: unknown, which: number): unknown {
  if (/^(Action|Resource|Principal|Condition|Statement|Not\w+|Effect)$/.test(String(key)))
    return pick(odd.policy, which)
  if (typeof value !== 'string') return pick(typeof value === 'number' ? odd.number : odd.value, which)
  if (value.startsWith('arn:')) return which % 2 === 0 ? pick(odd.arn, which >> 1) : withOddField(value, which >> 1)
  if (/^[0-9a-f.:]+\/\d+$/.test(value)) return pick(odd.cidr, which)
  if (key === 'image' || key === 'Image') return pick(odd.image, which)
  const character = pick(odd.character, which)
  const at = which % (value.length + 1)
  return value.slice(0, at) + character + value.slice(at + (which % 3))
}

function withOddField(arn: string, which: number): string {
  const fields = arn.split(':')
  fields[which % fields.length] = pick(ODD_KEYS, Math.floor(which / fields.length))
  return fields.join(':')
}

export function pick<T>(from: readonly T[], which: number): T {
  const picked = from[which % from.length]
  if (from.length === 0) throw new Error('there is nothing to pick from')
  return picked as T
}
