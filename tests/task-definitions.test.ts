import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@farsight/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFarsight } from './cases/run-farsight.ts'

const CORPUS = new URL('./corpus/task-definitions/', import.meta.url).pathname
const SNAPSHOT = new URL('../cases/starts/private-subnet-with-nat/snapshot.json', import.meta.url).pathname
const NETWORK = ['--subnet', 'subnet-a', '--security-group', 'sg-task']

const files = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farsight-task-definition-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, value: unknown): string {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2))
  return name
}

async function judged(file: string, ...options: readonly string[]) {
  const { exitCode, stdout } = await runFarsight(
    ['preflight', '--task-definition', file, ...options, '--format', 'json'],
    folder,
  )
  return { exitCode, answer: JSON.parse(stdout) as Report & { readonly code?: string; readonly at?: { line: number } } }
}

function ownDefinition(): Record<string, unknown> {
  const snapshot = JSON.parse(readFileSync(SNAPSHOT, 'utf8'))
  return snapshot.accounts['111122223333'].regions['ap-northeast-1'].taskDefinitions['shop:5']
}

describe('task definitions by others', () => {
  test('the corpus is there', () => {
    expect(files).toHaveLength(32)
  })

  test.each(files)('%s is judged, and what is missing is said', async (file) => {
    const { exitCode, answer } = await judged(join(CORPUS, file), '--snapshot', SNAPSHOT, ...NETWORK)
    if (exitCode === 2) {
      expect(answer.code).toMatch(/^E_/)
      expect(answer.at?.line).toBeGreaterThan(0)
      return
    }
    const [launch] = answer.launches
    expect(answer.launches).toHaveLength(1)
    expect({ fails: 1, undecided: 4, starts: 0 }[launch?.verdict ?? 'starts']).toBe(exitCode)
    for (const gap of launch?.gaps ?? []) expect(gap.why).not.toBe('')
    const reasons = [...(launch?.findings ?? []), ...(launch?.gaps ?? [])]
    expect(reasons.length > 0).toBe(exitCode !== 0)
  })

  test('what is filled in later is not known, and never wrong', async () => {
    const { answer } = await judged(join(CORPUS, 'ecs-blueprints/ecsdemo-cicd-task-definition.json'))
    expect(answer.launches[0]?.findings).toEqual([])
    expect(answer.launches[0]?.gaps.map(({ why }) => why)).toContain('<PLACEHOLDER> is not resolved')
  })
})

describe('a task definition over a snapshot', () => {
  test('starts where the service of the snapshot does, which is not judged with it', async () => {
    const file = written('web.json', ownDefinition())
    const { exitCode, answer } = await judged(file, '--snapshot', SNAPSHOT, ...NETWORK)
    expect(answer.launches.map(({ id, verdict }) => [id, verdict])).toEqual([['run-task/task', 'starts']])
    expect(exitCode).toBe(0)
  })

  test('is read as describe-task-definition shows it, with null for what is not set', async () => {
    const file = written('described.json', {
      taskDefinition: { ...ownDefinition(), family: 'web', revision: 8, taskRoleArn: null },
      tags: [],
    })
    const { answer } = await judged(file, '--snapshot', SNAPSHOT, ...NETWORK)
    expect(answer.launches.map(({ taskDefinition, verdict }) => [taskDefinition, verdict])).toEqual([
      ['web:8', 'starts'],
    ])
  })

  test('fails at the line to change', async () => {
    const own = ownDefinition() as { containerDefinitions: readonly object[] }
    const [app] = own.containerDefinitions
    const definition = { ...own, containerDefinitions: [{ ...app, privileged: true }] }
    const { exitCode, answer } = await judged(
      written('privileged.json', definition),
      '--snapshot',
      SNAPSHOT,
      ...NETWORK,
    )
    const [finding] = answer.launches[0]?.findings ?? []
    expect([exitCode, finding?.cause]).toEqual([1, 'container-misconfigured'])
    const lines = JSON.stringify(definition, null, 2).split('\n')
    const line = lines.findIndex((text) => text.includes('"privileged"')) + 1
    expect(finding?.origin).toMatchObject({ file: 'privileged.json', line })
  })

  test('leaves open what the launch makes of volumes that are configured there', async () => {
    const volumes = [{ name: 'data', configuredAtLaunch: true }]
    const file = written('volume.json', { ...ownDefinition(), volumes })
    const { exitCode, answer } = await judged(file, '--snapshot', SNAPSHOT, ...NETWORK)
    expect([exitCode, answer.launches[0]?.findings]).toEqual([4, []])
    expect(answer.launches[0]?.gaps.map(({ what }) => what)).toEqual(['volume data'])
  })

  test('fails with an operating system that Fargate does not have, and with the namespaces of a host', async () => {
    const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_20H2_CORE' }
    const file = written('instance.json', { ...ownDefinition(), cpu: '1024', memory: '2048', runtimePlatform })
    const host = written('host.json', { ...ownDefinition(), pidMode: 'host', ipcMode: 'host' })
    for (const each of [file, host]) {
      const { answer } = await judged(each, '--snapshot', SNAPSHOT, ...NETWORK)
      expect(answer.launches[0]?.findings.map(({ cause }) => cause)).toEqual(['task-definition-incompatible'])
    }
  })

  test('without subnets is undecided, and says which option settles it', async () => {
    const { exitCode, answer } = await judged(written('web.json', ownDefinition()), '--snapshot', SNAPSHOT)
    expect(exitCode).toBe(4)
    expect(answer.launches[0]?.gaps.map(({ settledBy }) => settledBy)).toContainEqual(
      expect.objectContaining({ option: '--subnet' }),
    )
  })

  test('without a snapshot is undecided about everything around it', async () => {
    const { exitCode, answer } = await judged(written('web.json', ownDefinition()), ...NETWORK)
    expect(exitCode).toBe(4)
    expect(answer.launches[0]?.findings).toEqual([])
  })
})

describe('what is no task definition ends with 2, at its place', () => {
  test.each([
    ['a list', '[]', 'E_SNAPSHOT_WRONG_TYPE'],
    ['one without containers', '{ "family": "web" }', 'E_SNAPSHOT_MISSING_KEY'],
    ['containers of the wrong type', '{ "containerDefinitions": "web" }', 'E_SNAPSHOT_WRONG_TYPE'],
    ['a text that is cut off', '{ "containerDefinitions": [', 'E_JSON_CUT_OFF'],
    ['one that nests too deep', '['.repeat(100), 'E_SNAPSHOT_TOO_DEEP'],
  ])('%s', async (_, text, code) => {
    const { exitCode, answer } = await judged(written('bad.json', text))
    expect([exitCode, answer.code]).toEqual([2, code])
    expect(answer.at?.line).toBe(1)
  })

  test('together with a template', async () => {
    const { exitCode, answer } = await judged(written('web.json', ownDefinition()), '--template', 'app.yaml')
    expect([exitCode, answer.code]).toEqual([2, 'E_SEVERAL_SOURCES'])
  })
})
