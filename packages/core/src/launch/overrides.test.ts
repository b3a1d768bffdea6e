import { describe, expect, test } from 'vitest'
import example from '../../../../cases/starts/private-subnets-with-all-endpoints/snapshot.json' with { type: 'json' }
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { preflight } from '../preflight.ts'
import { callerRequirements } from './caller.ts'
import { taskRoleNotOverridden } from './conditions/task-role-not-overridden.ts'
import { launchesOf } from './launch.ts'

// biome-ignore lint/suspicious/noExplicitAny: a snapshot that a test changes at will
type Editable = any

const [ACCOUNT = ''] = Object.keys(example.accounts)
const [REGION = ''] = Object.keys(Object.values(example.accounts)[0]?.regions ?? {})
const AT = `/accounts/${ACCOUNT}/regions/${REGION}/runTasks/job/overrides`
const DEFINITIONS = `/accounts/${ACCOUNT}/regions/${REGION}/taskDefinitions`
const OF_APP = `${AT}/containerOverrides/0`
const UNRESOLVED = { gap: 'unresolved', expression: 'X' } as const

interface Answer {
  readonly verdict: string
  /** What stops it, or is not known, with its place. */
  readonly why: readonly string[]
}

/** The task of the service, run with overrides. */
function running(overrides: unknown, own: object = {}, ofTask: object = {}, isInCode = false): Answer {
  const snapshot = structuredClone(example) as Editable
  const account = snapshot.accounts[ACCOUNT]
  const region = account.regions[REGION]
  const [service] = Object.values<Editable>(region.services)
  const { cluster, networkConfiguration, taskDefinition } = service
  const [definition] = Object.values<Editable>(region.taskDefinitions)
  const [app] = definition.containerDefinitions
  Object.assign(definition, { containerDefinitions: [{ ...app, name: 'app', ...own }] }, ofTask)
  if (isInCode) snapshot.origins = { [DEFINITIONS]: { file: 'template.yaml', line: 1, column: 1 } }
  account.buckets = { config: { region: REGION, policyDocument: null, objects: { 'there.env': {}, '*': null } } }
  region.services = {}
  region.runTasks = { job: { cluster, networkConfiguration, taskDefinition, launchType: 'FARGATE', overrides } }
  const [launch] = preflight(index(snapshot as Snapshot), { strict: false }).launches
  if (launch === undefined) throw new Error('no launch')
  const outcomes = launch.outcomes.flat()
  const blockers = outcomes.flatMap((outcome) => outcome.blockers.map(({ blocker, at }) => `${blocker} ${at}`))
  const gaps = outcomes.flatMap((outcome) => outcome.gaps.map(({ gap, at }) => `${nameOf(gap)} ${at}`))
  return { verdict: launch.verdict, why: [...new Set(launch.verdict === 'fails' ? blockers : gaps)] }
}

function nameOf(gap: { readonly gap: string; readonly what?: string }): string {
  return gap.what ?? gap.gap
}

const ofApp = (fields: object, own: object = {}, ofTask: object = {}) =>
  running({ containerOverrides: [{ name: 'app', ...fields }] }, own, ofTask)

const file = (key: string) => [{ type: 's3', value: `arn:aws:s3:::config/${key}` }]
const SIZE = { cpu: '512', memory: '1024' }

test('a task without anything of it starts', () => {
  expect(ofApp({}).verdict).toBe('works')
  expect(ofApp({ command: ['rake'], environment: [{ name: 'A', value: 'b' }] }, {}, SIZE).verdict).toBe('works')
})

describe('environment files of an override', () => {
  const files = { environmentFiles: file('gone.env') }
  const missing = `environment-file-missing ${OF_APP}/environmentFiles/0`

  test('are read instead of those of the definition', () => {
    expect(ofApp({}, files).why.join()).toMatch('environment-file-missing')
    expect(ofApp({ environmentFiles: file('there.env') }, files).why.join()).not.toMatch('environment-file-missing')
    expect(ofApp(files, { environmentFiles: file('there.env') }).why).toContain(missing)
    expect(ofApp(files).why).toContain(missing)
  })

  test('are valid ones', () => {
    const at = `${OF_APP}/environmentFiles`
    expect(ofApp({ environmentFiles: file('app.txt') }).why).toContain(`environment-file-invalid ${at}/0`)
    const many = Array.from({ length: 11 }, () => file('there.env')).flat()
    expect(ofApp({ environmentFiles: many }).why).toContain(`environment-file-invalid ${at}`)
  })

  test('that are not known leave it open which are read', () => {
    const open = (overrides: unknown) => running({ containerOverrides: overrides }, files)
    expect(ofApp({ environmentFiles: UNRESOLVED }, files)).toMatchObject({ verdict: 'undecided' })
    expect(ofApp({ environmentFiles: UNRESOLVED }, files).why).toContain(`unresolved ${OF_APP}/environmentFiles`)
    expect(open(UNRESOLVED).verdict).toBe('undecided')
    expect(open([{ name: UNRESOLVED, environmentFiles: file('there.env') }]).verdict).toBe('undecided')
    expect(open([{ name: '«Name»', environmentFiles: file('there.env') }]).verdict).toBe('undecided')
    expect(running(UNRESOLVED, files).verdict).toBe('undecided')
    // Nothing else of an override touches them.
    expect(open([{ name: UNRESOLVED, command: ['x'] }]).verdict).toBe('fails')
  })

  test('may be of a container whose own name is not known', () => {
    const overrides = { containerOverrides: [{ name: 'app', environmentFiles: file('there.env') }] }
    expect(running(overrides, { ...files, name: UNRESOLVED }).verdict).toBe('undecided')
    expect(running(overrides, { ...files, name: '«Name»' }).verdict).toBe('undecided')
  })

  test('of which there are none are not known to take those of the definition away', () => {
    expect(ofApp({ environmentFiles: [] }, files).why).toContain(`environment-files-emptied ${OF_APP}/environmentFiles`)
    expect(ofApp({ environmentFiles: [] }).verdict).toBe('works')
  })
})

describe('sizes of an override', () => {
  test.each<[fields: object, own: object, why: string]>([
    [{ memory: 1025 }, {}, `container-exceeds-task ${OF_APP}/memory`],
    [{ cpu: 513 }, { cpu: 128 }, `containers-exceed-task ${OF_APP}/cpu`],
    [{ memoryReservation: 1025 }, {}, `containers-exceed-task ${OF_APP}/memoryReservation`],
    [{ memoryReservation: 257 }, { memory: 256 }, `container-setting-invalid ${OF_APP}/memoryReservation`],
    [
      { resourceRequirements: [{ type: 'GPU', value: '1' }] },
      {},
      `container-setting-unsupported ${OF_APP}/resourceRequirements`,
    ],
  ])('%j of a container fails', (fields, own, why) => {
    expect(ofApp(fields, own, SIZE)).toEqual({ verdict: 'fails', why: [why] })
  })

  test.each<[fields: object, own: object]>([
    [
      { memory: 1024, cpu: 512 },
      { memory: 2048, cpu: 1024 },
    ],
    [{ memory: 256 }, { memoryReservation: 256 }],
    [{ resourceRequirements: [] }, {}],
  ])('%j of a container is taken', (fields, own) => {
    expect(ofApp(fields, own, SIZE).verdict).toBe('works')
  })

  test.each(['memory', 'cpu', 'memoryReservation'])('%s that is not known is open', (field) => {
    expect(ofApp({ [field]: UNRESOLVED }, {}, SIZE)).toEqual({
      verdict: 'undecided',
      why: [`unresolved ${OF_APP}/${field}`],
    })
  })

  test.each<[overrides: object, own: object, why: string | null]>([
    [{ memory: '2048' }, { memory: 2048 }, null],
    [{ cpu: '256', memory: '512' }, { memory: 1024 }, `container-exceeds-task `],
    [{ cpu: '256' }, { cpu: 512 }, `containers-exceed-task ${AT}/cpu`],
    [{ memory: '512' }, {}, `task-size-not-offered ${AT}/memory`],
    [{ memory: UNRESOLVED }, {}, `unresolved ${AT}/memory`],
    [{ ephemeralStorage: { sizeInGiB: 20 } }, {}, `task-definition-unsuitable ${AT}/ephemeralStorage`],
    [{ ephemeralStorage: { sizeInGiB: 21 } }, {}, null],
    [{ ephemeralStorage: UNRESOLVED }, {}, `unresolved ${AT}/ephemeralStorage`],
    [
      { inferenceAcceleratorOverrides: [{ deviceName: 'd' }] },
      {},
      `task-definition-unsuitable ${AT}/inferenceAcceleratorOverrides`,
    ],
    [{ inferenceAcceleratorOverrides: [] }, {}, null],
  ])('of the task: %j', (overrides, own, why) => {
    const { verdict, why: all } = running(overrides, own, SIZE)
    if (why === null) expect(verdict).toBe('works')
    else expect(all.join()).toMatch(why)
  })
})

describe('how long overrides are', () => {
  const value = (text: string) => ofApp({ environment: [{ name: 'A', value: text }] })
  const around = JSON.stringify([{ name: 'app', environment: [{ name: 'A', value: '' }] }]).length
  const most = 'x'.repeat(8192 - around)

  test('is at most 8192 characters of JSON', () => {
    expect(value(most).verdict).toBe('works')
    const tooLong = { verdict: 'fails', why: [`overrides-too-long ${AT}/containerOverrides`] }
    expect(value(`${most}x`)).toEqual(tooLong)
    expect(value(`${most.slice(1)}"`)).toEqual(tooLong)
    expect(value(`${most}x«Part»`)).toEqual(tooLong)
  })

  test('is open where what is not known decides', () => {
    expect(value(`${most}«Part»`).verdict).toBe('undecided')
    expect(value(`${most.slice(20)}«Part»`).verdict).toBe('works')
    expect(value('«Part»').verdict).toBe('works')
    expect(ofApp({ command: [most.slice(10), UNRESOLVED] }).verdict).toBe('undecided')
    expect(ofApp({ command: [UNRESOLVED], environment: UNRESOLVED }).verdict).toBe('works')
  })
})

test('several overrides of one container are open', () => {
  const twice = [{ name: 'app' }, { name: 'app', memory: 256 }]
  expect(running({ containerOverrides: twice })).toEqual({
    verdict: 'undecided',
    why: [`container-overridden-twice ${AT}/containerOverrides`],
  })
})

test('a variable may have the name of a secret', () => {
  const secrets = [{ name: 'KEY', valueFrom: 'arn:aws:secretsmanager:x' }]
  expect(ofApp({ environment: [{ name: 'KEY', value: 'x' }] }, { secrets }).why.join()).not.toMatch('variable-twice')
})

test('overrides that nobody knows leave what they cannot change as it is', () => {
  const unknown = (own: object) => running(UNRESOLVED, own)
  const { verdict, why } = unknown({})
  expect(verdict).toBe('undecided')
  expect(why).toContain(`unresolved ${AT}`)
  expect(unknown({ secrets: [{ name: 'A', valueFrom: 'not/there' }] }).verdict).toBe('fails')
  expect(unknown({ image: 'not an image' }).verdict).toBe('fails')
  expect(unknown({ privileged: true }).verdict).toBe('fails')
})

test('roles are those of the overrides', () => {
  const executionRoleArn = `arn:aws:iam::${ACCOUNT}:role/gone`
  expect(running({ executionRoleArn }).why.join()).toMatch('/roles/gone')
})

describe('a definition that code registers', () => {
  const made = { ...SIZE, requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' }
  const inCode = (overrides: object, own: object, ofTask: object = {}) =>
    running(overrides, own, { ...made, ...ofTask }, true).why.join()

  test.each<[overrides: object, own: object, why: string, ofTask?: object]>([
    [{ memory: '2048' }, { memory: 2048 }, `container-exceeds-task ${DEFINITIONS}`],
    [{ containerOverrides: [{ name: 'app', cpu: 256 }] }, { cpu: 1024 }, `containers-exceed-task ${DEFINITIONS}`],
    [
      { ephemeralStorage: { sizeInGiB: 30 } },
      {},
      `task-definition-unsuitable ${DEFINITIONS}`,
      { ephemeralStorage: { sizeInGiB: 20 } },
    ],
  ])('has to be good without the overrides: %j', (overrides, own, why, ofTask) => {
    expect(inCode(overrides, own, ofTask)).toMatch(why)
  })

  test('may be overridden with more', () => {
    expect(inCode({ memory: '2048' }, { memory: 512 })).not.toMatch('exceed')
  })
})

describe('of a small launch', () => {
  const ROLE = 'arn:aws:iam::111122223333:role/other'
  const caller = { service: 'scheduler', roleArn: 'arn:aws:iam::111122223333:role/nightly' } as const
  const launched = (overrides: object) => {
    const runTasks = { job: { taskDefinition: 'job:1', launchType: 'FARGATE', overrides, caller } }
    const taskDefinitions = {
      'job:1': { executionRoleArn: 'own', containerDefinitions: [{ name: 'app', image: 'x' }] },
    }
    const accounts = { '111122223333': { regions: { 'eu-west-1': { runTasks, taskDefinitions } } } }
    const world = index({ schema: 'farsight.snapshot/1', accounts } as unknown as Snapshot)
    const [launch] = launchesOf(world).launches
    if (launch === undefined) throw new Error('no launch')
    return { launch, world }
  }

  test.each<[variables: unknown, blockers: number, gaps: number]>([
    [[{ name: 'A', value: 'b' }], 0, 0],
    [[{ name: 'AWS_ACCESS_KEY_ID', value: 'x' }], 1, 0],
    [UNRESOLVED, 0, 1],
  ])('keys of AWS among the variables of an override are seen: %j', (environment, blockers, gaps) => {
    const { launch, world } = launched({ containerOverrides: [{ name: 'app', environment }] })
    const found = taskRoleNotOverridden.judge(launch, world, UNRESOLVED)
    expect([found.blockers.length, found.gaps.length]).toEqual([blockers, gaps])
  })

  test('whoever asks passes the roles of the overrides', () => {
    const { launch, world } = launched({ executionRoleArn: ROLE, taskRoleArn: `${ROLE}-of-the-task` })
    const passed = callerRequirements(launch, caller, world).flatMap((each) =>
      each.kind === 'call' && each.action === 'iam:PassRole' ? [each.resource] : [],
    )
    expect(passed).toEqual([ROLE, `${ROLE}-of-the-task`])
  })
})

test('overrides in hostile number are no trouble', () => {
  const containers = (name: (i: number) => string) =>
    Array.from({ length: 20_000 }, (_, i) => ({ name: name(i), memory: 1, environment: [], image: 'nginx' }))
  const ofTask = { containerDefinitions: containers((i) => `«a${i}»`) }
  const { verdict } = running({ containerOverrides: containers((i) => `«b${i}»`) }, {}, ofTask)
  expect(verdict).not.toBe('works')
})
