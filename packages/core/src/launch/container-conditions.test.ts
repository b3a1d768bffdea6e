import { describe, expect, test } from 'vitest'
import example from '../../../../cases/starts/private-subnets-with-all-endpoints/snapshot.json' with { type: 'json' }
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { preflight } from '../preflight.ts'

// biome-ignore lint/suspicious/noExplicitAny: a snapshot that a test changes at will
type Editable = any

const [ACCOUNT = ''] = Object.keys(example.accounts)
const [REGION = ''] = Object.keys(Object.values(example.accounts)[0]?.regions ?? {})
const [GROUP = ''] = Object.keys(Object.values(Object.values(example.accounts)[0]?.regions ?? {})[0]?.logGroups ?? {})
const PARAMETER = { gap: 'parameter', name: 'P' } as const

interface Parts {
  readonly account: Editable
  readonly region: Editable
  readonly definition: Editable
  readonly app: Editable
  readonly snapshot: Editable
}

/** The verdict, then what stops it, then why something is not known. */
function answer(change: (parts: Parts) => void): string {
  const snapshot = structuredClone(example) as Editable
  const account = snapshot.accounts[ACCOUNT]
  const region = account.regions[REGION]
  const definition = Object.values<Editable>(region.taskDefinitions)[0]
  change({ account, region, definition, app: definition.containerDefinitions[0], snapshot })
  const [launch] = preflight(index(snapshot as Snapshot), { strict: false }).launches
  if (launch === undefined) throw new Error('no launch')
  const outcomes = launch.outcomes.flat()
  const blockers = outcomes.flatMap((outcome) => outcome.blockers.map(({ blocker }) => blocker as string))
  const gaps = outcomes.flatMap((outcome) => outcome.gaps.map(({ gap }) => gap.gap as string))
  return [launch.verdict, ...new Set([...blockers, ...gaps])].join(' ')
}

const app = (fields: object) => answer((parts) => Object.assign(parts.app, fields))
const aside = (fields: object, own: object = {}) =>
  answer((parts) => {
    Object.assign(parts.app, own)
    parts.definition.containerDefinitions.push({ name: 'aside', image: parts.app.image, essential: false, ...fields })
  })

describe('the settings of a container', () => {
  test.each([
    [{ privileged: true }, 'fails container-setting-unsupported'],
    [{ privileged: PARAMETER }, 'undecided parameter'],
    [{ hostname: 'web' }, 'fails container-setting-unsupported'],
    [{ links: ['db'], extraHosts: [{ hostname: 'db', ipAddress: '10.0.0.1' }] }, 'fails container-setting-unsupported'],
    [{ resourceRequirements: [{ type: 'GPU', value: '1' }] }, 'fails container-setting-unsupported'],
    [{ linuxParameters: { devices: [{ hostPath: '/dev/fuse' }] } }, 'fails container-setting-unsupported'],
    [{ linuxParameters: { tmpfs: [{ containerPath: '/scratch', size: 64 }] } }, 'works'],
    [{ linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } } }, 'works'],
    [{ linuxParameters: { capabilities: { add: ['SYS_ADMIN'], drop: ['ALL'] } } }, 'fails container-setting-invalid'],
    [{ linuxParameters: { capabilities: { add: [PARAMETER] } } }, 'undecided parameter'],
    [{ memory: 256, memoryReservation: 257 }, 'fails container-setting-invalid'],
    [{ memory: 256, memoryReservation: 256 }, 'works'],
    [{ memory: PARAMETER, memoryReservation: 257 }, 'undecided parameter'],
    [{ startTimeout: 121 }, 'fails container-setting-invalid'],
    [{ stopTimeout: 120 }, 'works'],
    [{ ulimits: [{ name: 'nofile', softLimit: 65535, hardLimit: 1048577 }] }, 'fails container-setting-invalid'],
    [{ ulimits: [{ name: 'nofile', softLimit: 65535, hardLimit: 1048576 }] }, 'works'],
    [{ healthCheck: { command: ['CMD', 'true'], timeout: 1 } }, 'fails container-setting-invalid'],
    [{ healthCheck: { command: ['CMD', 'true'], startPeriod: 0, retries: 10 } }, 'works'],
    [{ healthCheck: { command: ['CMD', 'true'], interval: PARAMETER } }, 'undecided parameter'],
    [{ portMappings: [{ containerPort: 80, hostPort: 0 }] }, 'works'],
    [{ portMappings: [{ containerPort: 65536 }] }, 'fails container-setting-invalid'],
    [{ portMappings: [{ hostPort: 80 }] }, 'fails container-setting-invalid'],
    [{ portMappings: [{ containerPortRange: '8000-8010' }] }, 'works'],
    [{ portMappings: [{ containerPort: 80, hostPort: PARAMETER }] }, 'undecided parameter'],
    [{ portMappings: [{ containerPort: 53 }, { containerPort: 53, protocol: 'udp' }] }, 'works'],
    [{ portMappings: [{ containerPort: 53 }, { containerPort: 53 }] }, 'fails port-mapped-twice'],
    [{ essential: false }, 'fails no-essential-container'],
    [{ essential: PARAMETER }, 'undecided parameter'],
    [{ memory: 1_000_000 }, 'fails container-exceeds-task'],
    [{ cpu: 1_000_000 }, 'fails containers-exceed-task'],
    [{ cpu: PARAMETER }, 'undecided parameter'],
    [{ mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] }, 'fails volume-unknown'],
    [{ volumesFrom: [{ sourceContainer: 'gone' }] }, 'fails volume-unknown'],
    [{ mountPoints: PARAMETER }, 'undecided parameter'],
  ])('%j: %s', (fields, expected) => {
    expect(app(fields)).toBe(expected)
  })

  test.each([
    [{ environment: [{ name: 'TOKEN', value: 'x' }] }, 'fails variable-twice'],
    [{ environment: [{ name: 'OTHER', value: 'x' }] }, 'works'],
    [{ environment: PARAMETER }, 'undecided parameter'],
    [{ environment: [{ name: PARAMETER, value: 'x' }] }, 'undecided parameter'],
    [{ environment: [{ name: '«Prefix»KEN', value: 'x' }] }, 'undecided unresolved'],
    [{ environment: [{ name: '«Prefix»_URL', value: 'x' }] }, 'works'],
  ])('beside secret TOKEN, %j in code: %s', (fields, expected) => {
    const named = ({ app: own }: Parts) => {
      for (const [position, secret] of own.secrets.entries()) secret.name = position === 0 ? 'TOKEN' : `S${position}`
      Object.assign(own, fields)
    }
    expect(answerInCode(named)).toBe(expected)
    // ECS has registered it.
    expect(answer(named)).toBe(expected.startsWith('fails') ? expected : 'works')
  })

  test.each([
    [{ portMappings: [{ containerPort: 80 }, { containerPort: PARAMETER }] }, 'undecided parameter'],
    [{ portMappings: [{ containerPort: 80 }, { containerPort: 81, protocol: PARAMETER }] }, 'undecided parameter'],
  ])('%j in code: %s', (fields, expected) => {
    expect(answerInCode(({ app: own }) => Object.assign(own, fields))).toBe(expected)
  })

  test('that name more environment than a task definition holds are refused', () => {
    const variable = (length: number) => ({ environment: [{ name: 'BIG', value: 'x'.repeat(length) }] })
    expect(app(variable(65_536))).toBe('fails environment-too-large')
    expect(app(variable(60_000))).toBe('works')
  })

  test('as the API shows them, off and empty, are as good as not there', () => {
    const shown = { privileged: false, links: [], dnsServers: [], extraHosts: [], linuxParameters: { devices: [] } }
    expect(app({ ...shown, mountPoints: [], volumesFrom: [], systemControls: [], hostname: '' })).toBe('works')
  })

  test('of memory, all together may reserve more than the task where ECS has registered it, not in code', () => {
    const fill = ({ definition, app: own }: Parts) => {
      Object.assign(own, { memoryReservation: Number(definition.memory) })
      definition.containerDefinitions.push({
        name: 'aside',
        image: own.image,
        essential: false,
        memoryReservation: 128,
      })
    }
    expect(answer(fill)).toBe('works')
    expect(answerInCode(fill)).toBe('fails containers-exceed-task')
  })

  test('of memory, the limits together may be more than the task, since only what is reserved adds up', () => {
    const fill = ({ definition, app: own }: Parts) => {
      Object.assign(own, { memory: Number(definition.memory) })
      definition.containerDefinitions.push({
        name: 'aside',
        image: own.image,
        essential: false,
        memoryReservation: 128,
      })
    }
    expect(answerInCode(fill)).toBe('works')
  })

  function answerInCode(fill: (parts: Parts) => void): string {
    return answer((parts) => {
      fill(parts)
      const at = `/accounts/${ACCOUNT}/regions/${REGION}/taskDefinitions`
      parts.snapshot.origins = { [at]: { file: 'app.yaml', line: 1, column: 1 } }
    })
  }

  test('that are unknown to Fargate on Windows stop it there alone', () => {
    const onWindows = (fields: object) =>
      answer((parts) => {
        parts.definition.runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' }
        Object.assign(parts.definition, { cpu: '1024', memory: '2048' })
        Object.assign(parts.app, fields)
      })
    const nofile = { ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 1024 }] }
    expect(onWindows(nofile)).toContain('container-setting-unsupported')
    expect(onWindows({})).not.toContain('container-setting-unsupported')
  })
})

describe('what a container depends on', () => {
  const on = (condition: string) => ({ dependsOn: [{ containerName: 'aside', condition }] })
  test.each([
    [on('SUCCESS'), {}, 'works'],
    [on('SUCCESS'), { essential: true }, 'fails dependency-impossible'],
    [on('COMPLETE'), { essential: PARAMETER }, 'undecided parameter'],
    [on('HEALTHY'), {}, 'fails dependency-impossible'],
    [on('HEALTHY'), { healthCheck: { command: ['CMD', 'true'] } }, 'works'],
    [on('HEALTHY'), { healthCheck: PARAMETER }, 'undecided parameter'],
    [on('READY'), {}, 'fails container-setting-invalid'],
    [on('START'), { name: PARAMETER }, 'undecided parameter'],
    [on('START'), { name: 'other' }, 'fails dependency-impossible'],
    [{ dependsOn: PARAMETER }, {}, 'undecided parameter'],
  ])('%j, of one with %j: %s', (own, fields, expected) => {
    expect(aside(fields, own)).toBe(expected)
  })

  test('two containers cannot have one name', () => {
    expect(
      answer(({ definition, app: own }) => definition.containerDefinitions.push({ ...own, portMappings: [] })),
    ).toBe('fails container-name-twice')
  })

  test('ten thousand containers are told to be too many', () => {
    const many = answer(({ definition, app: own }) => {
      const { name: _, logConfiguration: __, secrets: ___, ...rest } = own
      for (let i = 0; i < 10_000; i++) {
        const dependsOn = [{ containerName: `c${(i + 1) % 10_000}`, condition: 'START' }]
        definition.containerDefinitions.push({ ...rest, name: `c${i}`, image: 'nginx', portMappings: [], dependsOn })
      }
    })
    expect(many).toContain('too-many-containers dependency-impossible')
  })
})

describe('a log configuration', () => {
  const log = (logDriver: unknown, options: unknown = {}, more: object = {}) => ({
    logConfiguration: { logDriver, options, ...more },
  })
  const awslogs = { 'awslogs-group': GROUP, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'web' }
  const token = { 'splunk-token': 't' }
  test.each([
    [log('json-file'), 'fails log-driver-unsupported'],
    [log('awslogs'), 'fails log-option-missing'],
    [log('awslogs', { ...awslogs, 'awslogs-group': '' }), 'fails log-option-missing'],
    [log('awslogs', { ...awslogs, mode: 'async' }), 'fails log-option-invalid'],
    [log('awslogs', { ...awslogs, mode: PARAMETER }), 'undecided parameter'],
    [log('awslogs', { ...awslogs, 'max-buffer-size': 'lots' }), 'fails log-option-invalid'],
    [log('awslogs', { ...awslogs, 'max-buffer-size': '25m', 'awslogs-stream-prefix': PARAMETER }), 'works'],
    [log('awslogs', PARAMETER), 'undecided parameter'],
    [log('splunk', token), 'fails log-option-missing'],
    [log('splunk', { ...token, 'splunk-url': 'splunk.example.com' }), 'fails log-option-invalid'],
    [log('splunk', { ...token, 'splunk-url': PARAMETER }), 'undecided parameter'],
    [log('splunk', { ...token, 'splunk-url': 'https://splunk.example.com:8088' }), 'fails no-route'],
    [
      log('splunk', { ...token, 'splunk-url': 'https://a.example.com', 'splunk-verify-connection': 'false' }),
      'works no-route',
    ],
    [
      log(
        'splunk',
        { 'splunk-url': 'https://a.example.com', 'splunk-verify-connection': 'false' },
        { secretOptions: PARAMETER },
      ),
      'undecided',
    ],
    [log('awsfirelens', { Name: 'stdout' }), 'fails log-router-missing'],
    [{ firelensConfiguration: { type: 'fluentbit' } }, 'fails log-router-unused'],
    [{ ...log(PARAMETER), firelensConfiguration: { type: 'fluentbit' } }, 'undecided parameter'],
  ])('%j: %s', (fields, expected) => {
    expect(app(fields)).toMatch(new RegExp(`^${expected}`))
  })

  test('that is awsfirelens wants a log router of a type that there is', () => {
    const router = (type: unknown) => aside({ firelensConfiguration: { type } }, log('awsfirelens'))
    expect(router('fluentbit')).toBe('works')
    expect(router('vector')).toBe('fails log-option-invalid')
    expect(router(PARAMETER)).toBe('undecided parameter')
  })

  test('that is awsfirelens makes the log router required, essential or not', () => {
    const gone = 'public.ecr.aws/no image'
    expect(aside({ image: gone, firelensConfiguration: { type: 'fluentd' } }, log('awsfirelens'))).toBe(
      'fails image-reference-malformed',
    )
    expect(aside({ image: gone })).toBe('works image-reference-malformed')
  })
})

describe('an environment file', () => {
  const [FILE, BUCKET] = ['arn:aws:s3:::config/prod.env', 'config']
  const given = (bucket: unknown, region: Partial<Parts> = {}) =>
    answer(({ account, app: own }) => {
      own.environmentFiles = [{ type: 's3', value: FILE }]
      if (bucket !== undefined) account.buckets = { [BUCKET]: bucket }
      const [role] = Object.values<Editable>(account.roles)
      const allow = { Effect: 'Allow', Action: 's3:*', Resource: '*' }
      role.inlinePolicies = { ...role.inlinePolicies, s3: { Version: '2012-10-17', Statement: [allow] } }
      Object.assign(account, region)
    })
  test.each([
    [undefined, 'undecided not-read'],
    [null, 'fails environment-file-missing'],
    [{ region: REGION, objects: { 'prod.env': {} } }, 'works'],
    [{ region: REGION, objects: { '*': null } }, 'fails environment-file-missing'],
    [{ region: REGION }, 'undecided not-read'],
    [{ objects: { 'prod.env': {} } }, 'undecided not-read'],
    [{ region: REGION, objects: { 'prod.env': { kmsKeyArn: 'arn:aws:kms:::key/1' } } }, 'undecided not-modeled'],
    [{ region: REGION, objects: { 'prod.env': { gap: 'denied', permission: 's3:GetObject' } } }, 'undecided denied'],
  ])('of bucket %j: %s', (bucket, expected) => {
    expect(given(bucket)).toBe(expected)
  })

  test('may be in a bucket of another account, though the own account has none of that name', () => {
    const elsewhere = answer(({ account, app: own }) => {
      account.buckets = { '*': null }
      own.environmentFiles = [{ type: 's3', value: FILE }]
    })
    expect(elsewhere).toMatch(/^undecided/)
  })

  test('is one of at most ten', () => {
    const files = Array.from({ length: 11 }, (_, i) => ({ type: 's3', value: `arn:aws:s3:::config/${i}.env` }))
    expect(app({ environmentFiles: files })).toContain('environment-file-invalid')
    expect(app({ environmentFiles: files.slice(1) })).not.toContain('environment-file-invalid')
  })
})

describe('an image', () => {
  const DIGEST = `sha256:${'a'.repeat(64)}`
  const AMD = { os: 'linux', architecture: 'amd64' }
  const given = (change: (repository: Editable, parts: Parts) => void) =>
    answer((parts) => change(Object.values<Editable>(parts.region.repositories)[0], parts))
  const image = (fields: unknown) =>
    given((repository) => {
      for (const tag of Object.keys(repository.images)) repository.images[tag] = fields
    })
  test.each([
    [{ platforms: [AMD] }, 'works'],
    [{ platforms: [{ os: 'linux', architecture: 'x86_64' }] }, 'works'],
    [{ platforms: [{ os: 'linux', architecture: 'arm64' }, AMD] }, 'works'],
    [{ platforms: [{ os: 'windows', architecture: 'amd64' }] }, 'fails image-platform-mismatch'],
    [{ platforms: { gap: 'denied', permission: 'ecr:BatchGetImage' } }, 'undecided denied'],
    [{ platforms: [AMD], sizeInBytes: 20 * 1024 ** 3 }, 'works'],
    [{ platforms: [AMD], sizeInBytes: 20 * 1024 ** 3 + 1 }, 'fails image-too-large'],
  ])('%j: %s', (fields, expected) => {
    expect(image(fields)).toBe(expected)
  })

  test('that is named by its digest is found under a tag that stands for it', () => {
    const pinned = (digest: string) =>
      given((repository, { app: own }) => {
        own.image = own.image.replace(/:[^:/]+$/, `@${DIGEST}`)
        repository.images = { v1: { digest, platforms: [AMD] }, '*': null }
      })
    expect(pinned(DIGEST)).toBe('works')
    expect(pinned('sha256:other')).toBe('fails image-missing')
  })

  test('of a repository that is missing is open until the rules of the pull through cache are read', () => {
    const missing = (registry: unknown) =>
      answer(({ region }) => {
        for (const name of Object.keys(region.repositories)) region.repositories[name] = null
        if (registry !== undefined) region.registry = registry
      })
    expect(missing(undefined)).toBe('undecided image-missing not-read')
    expect(missing({ pullThroughCacheRules: {} })).toBe('fails image-missing')
    const denied = { gap: 'denied', permission: 'ecr:DescribePullThroughCacheRules' }
    expect(missing({ pullThroughCacheRules: denied })).toBe('undecided image-missing denied')
    const root = { ROOT: { upstreamRegistryUrl: 'quay.io' } }
    expect(missing({ pullThroughCacheRules: root, policyDocument: null })).toMatch(/^fails identity-policies-silent/)
    expect(missing({ pullThroughCacheRules: root })).toMatch(/^undecided identity-policies-silent/)
  })

  test('through a rule in code is pulled for the first time, whatever is taken for pushed', () => {
    const ruled = (rule: unknown) =>
      answer(({ region }) => {
        region.repositories = { '*': { gap: 'assumed', assumption: 'images-pushed' } }
        region.registry = { pullThroughCacheRules: { ROOT: rule }, policyDocument: null }
      })
    expect(ruled({ upstreamRegistryUrl: 'quay.io' })).toMatch(/^undecided identity-policies-silent.* not-read/)
    expect(ruled({ gap: 'unresolved', expression: 'IsCached' })).toBe('undecided unresolved')
    expect(ruled(null)).toBe('works')
  })

  test('of a repository whose key cannot be used cannot be read', () => {
    const key = (keys: unknown) =>
      given((repository, { region }) => {
        repository.kmsKeyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/k`
        region.keys = keys
      })
    expect(key({ k: { keyState: 'Enabled' } })).toBe('works')
    expect(key({ k: { keyState: 'PendingDeletion' } })).toBe('fails repository-key-unusable')
    expect(key({ k: null })).toBe('fails repository-key-unusable')
    expect(key({})).toBe('works')
  })
})
