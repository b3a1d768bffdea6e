import { describe, expect, test } from 'vitest'
import { parseImageReference } from './image-reference.ts'

const ECR = {
  kind: 'ecr',
  host: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com',
  account: '111122223333',
  region: 'ap-northeast-1',
}
const HUB = { kind: 'docker-hub', host: 'registry-1.docker.io' }
const DIGEST = `sha256:${'a'.repeat(64)}`

describe('an image reference', () => {
  test.each([
    ['nginx', { registry: HUB, repository: 'library/nginx', tag: null, digest: null }],
    ['nginx:1.27', { registry: HUB, repository: 'library/nginx', tag: '1.27', digest: null }],
    ['amazon/amazon-ecs-sample', { registry: HUB, repository: 'amazon/amazon-ecs-sample', tag: null, digest: null }],
    ['docker.io/library/nginx:1', { registry: HUB, repository: 'library/nginx', tag: '1', digest: null }],
    [`${ECR.host}/team/app:v1`, { registry: ECR, repository: 'team/app', tag: 'v1', digest: null }],
    [`${ECR.host}/app@${DIGEST}`, { registry: ECR, repository: 'app', tag: null, digest: DIGEST }],
    [`${ECR.host}/app:v1@${DIGEST}`, { registry: ECR, repository: 'app', tag: 'v1', digest: DIGEST }],
    [
      '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app',
      {
        registry: {
          kind: 'ecr',
          host: '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn',
          account: '111122223333',
          region: 'cn-north-1',
        },
        repository: 'app',
        tag: null,
        digest: null,
      },
    ],
    [
      '«AWS::AccountId».dkr.ecr.«AWS::Region».amazonaws.com/app:«Tag»',
      {
        registry: {
          kind: 'ecr',
          host: '«AWS::AccountId».dkr.ecr.«AWS::Region».amazonaws.com',
          account: '«AWS::AccountId»',
          region: '«AWS::Region»',
        },
        repository: 'app',
        tag: '«Tag»',
        digest: null,
      },
    ],
    [
      'public.ecr.aws/nginx/nginx:1',
      { registry: { kind: 'ecr-public', host: 'public.ecr.aws' }, repository: 'nginx/nginx', tag: '1', digest: null },
    ],
    [
      'localhost:5000/app',
      { registry: { kind: 'other', host: 'localhost', port: 5000 }, repository: 'app', tag: null, digest: null },
    ],
    [
      'ghcr.io/org/app',
      { registry: { kind: 'other', host: 'ghcr.io', port: 443 }, repository: 'org/app', tag: null, digest: null },
    ],
  ])('%s', (text, expected) => {
    expect(parseImageReference(text)).toEqual(expected)
  })

  test.each([
    '',
    ' ',
    'a b',
    'a@b@c',
    'host:99999/app',
    'ghcr.io/',
    `${ECR.host}/app/`,
    '/',
    ':tag',
    `${'a/'.repeat(2000)}b`,
  ])('%j is none', (text) => {
    expect(parseImageReference(text)).toBeNull()
  })

  test('a host that only looks like ECR is another registry', () => {
    expect(parseImageReference('111122223333.dkr-ecr.us-east-1.example.com/app')?.registry.kind).toBe('other')
    expect(parseImageReference('111122223333.dkr.ecr.us-east-1.example.com/app')?.registry.kind).toBe('other')
  })
})

test.each([
  ['111122223333.dkr-ecr.eu-west-1.on.aws/own/app:1', '111122223333', 'eu-west-1'],
  ['«AWS::AccountId».dkr-ecr.«AWS::Region».on.aws/own/app:1', '«AWS::AccountId»', '«AWS::Region»'],
])('%s is private ECR by its name for dual stack', (image, account, region) => {
  const host = image.slice(0, image.indexOf('/'))
  expect(parseImageReference(image)).toMatchObject({
    registry: { kind: 'ecr', host, account, region },
    repository: 'own/app',
    tag: '1',
  })
})
