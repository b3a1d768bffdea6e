import { readFileSync } from 'node:fs'
import type { DiagnosisReport } from '@farsight/core'
import { describe, expect, test } from 'vitest'
import { type Change, patched } from './cases/patch.ts'
import { runFarsight } from './cases/run-farsight.ts'
import { ROOT } from './docs/markdown.ts'

const REGION = '/accounts/111122223333/regions/ap-northeast-1'
const SEARCH = 'cases/no-route-to-secretsmanager/stopped-tasks/snapshot.json'
const WORKING = 'cases/starts/stopped-before-the-endpoints/snapshot.json'
const TIMED_OUT =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:search/db-AbCdEf from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration.'

function snapshot(file: string, ...changes: readonly Change[]): string {
  return patched(readFileSync(`${ROOT}/${file}`, 'utf8'), changes)
}

async function diagnosed(args: readonly string[], stdin = '') {
  const { exitCode, stdout, stderr } = await runFarsight(['diagnose', ...args, '--format', 'json'], ROOT, stdin)
  return { exitCode, stderr, report: JSON.parse(stdout) as DiagnosisReport }
}

/** The first stop with what is said of it. */
async function first(args: readonly string[], stdin = '') {
  const { report, exitCode } = await diagnosed(args, stdin)
  const [stop] = report.stops
  if (stop === undefined) throw new Error('no stop')
  return { ...stop, exitCode }
}

const [task] = Object.values(
  (
    JSON.parse(readFileSync(`${ROOT}/${SEARCH}`, 'utf8')) as {
      accounts: { '111122223333': { regions: { 'ap-northeast-1': { tasks: Record<string, object> } } } }
    }
  ).accounts['111122223333'].regions['ap-northeast-1'].tasks,
)

describe('stopped tasks of a snapshot', () => {
  test('are one answer where they read the same, with their subnets and times', async () => {
    const stop = await first([SEARCH])
    expect(stop).toMatchObject({ owner: 'service/search', count: 3, of: 3, says: 'explained', confidence: 'proven' })
    expect(stop.causes).toEqual([{ cause: 'no-route-to-secretsmanager', confidence: 'proven', finding: 'f1' }])
    expect(stop.subnets).toEqual([
      { subnetId: 'subnet-a', count: 2 },
      { subnetId: 'subnet-c', count: 1 },
    ])
    expect([stop.first, stop.last]).toEqual(['2026-11-20T00:01:00Z', '2026-11-20T00:07:00Z'])
  })

  test('stand apart where they read differently, the most frequent first and intended ones last', async () => {
    const odd = {
      ...task,
      stoppedReason: 'Essential container in task exited',
      containers: [{ name: 'app', exitCode: 1 }],
    }
    const scaled = { ...task, stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' }
    const text = snapshot(
      SEARCH,
      { op: 'add', path: `${REGION}/tasks/scaled`, value: scaled },
      { op: 'add', path: `${REGION}/tasks/odd`, value: odd },
    )
    const { report } = await diagnosed(['-'], text)
    expect(report.stops.map(({ count, stop }) => [count, stop.kind])).toEqual([
      [3, 'network'],
      [1, 'application'],
      [1, 'intended'],
    ])
    expect(report.stops.every(({ of }) => of === 5)).toBe(true)
  })

  test('that still run are no stops', async () => {
    const running = { ...task, lastStatus: 'RUNNING', stoppedReason: undefined, stopCode: undefined }
    const text = snapshot(SEARCH, { op: 'replace', path: `${REGION}/tasks`, value: { running } })
    const { exitCode, stdout } = await runFarsight(['diagnose', '-', '--format', 'json'], ROOT, text)
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ code: 'E_NOTHING_TO_DIAGNOSE' })
  })

  test('more than an hour before the snapshot make a cause likely, not proven', async () => {
    const text = snapshot(SEARCH, { op: 'replace', path: '/takenAt', value: '2026-11-20T02:00:00Z' })
    expect(await first(['-'], text)).toMatchObject({ confidence: 'likely', exitCode: 0 })
  })

  test('are judged with the revision that they ran, not with that of the service now', async () => {
    const text = snapshot(
      SEARCH,
      { op: 'add', path: `${REGION}/services/search/taskDefinition`, value: 'search:8' },
      {
        op: 'add',
        path: `${REGION}/taskDefinitions/search:8`,
        value: { containerDefinitions: [{ name: 'app', image: 'nginx' }] },
      },
    )
    const { report } = await diagnosed(['-'], text)
    expect(report.launches.map(({ taskDefinition }) => taskDefinition)).toEqual(['search:7'])
    expect(report.stops[0]).toMatchObject({ confidence: 'proven' })
  })

  test('are judged with what the request overrode', async () => {
    const roleArn = 'arn:aws:iam::111122223333:role/other'
    const overrides = {
      containerOverrides: [{ name: 'app' }, { name: 'ecs-service-connect-a1b2' }],
      executionRoleArn: roleArn,
    }
    const text = snapshot(SEARCH, {
      op: 'replace',
      path: `${REGION}/tasks`,
      value: { one: { ...task, group: 'family:search', startedBy: 'nightly', overrides } },
    })
    const { report } = await diagnosed(['-'], text)
    const [launch] = report.launches
    expect(report.stops[0]?.owner).toBe('task/one')
    expect(launch?.gaps.map(({ what }) => what).join()).toContain(roleArn)
    expect(launch?.findings.map(({ cause }) => cause)).not.toContain('task-definition-incompatible')
  })

  test('are judged with the groups of their interface, where those are known', async () => {
    const inOwn = { ...task, securityGroups: ['sg-closed'] }
    const closed = { ingress: [], egress: [] }
    const text = snapshot(
      SEARCH,
      { op: 'replace', path: `${REGION}/tasks`, value: { one: inOwn } },
      { op: 'add', path: `${REGION}/vpcs/vpc-search/securityGroups/sg-closed`, value: closed },
    )
    const { causes } = await first(['-'], text)
    expect(causes.map(({ cause }) => cause)).toContain('security-group-blocks-egress')
  })

  test('of EC2 instances are read and not joined, and the public address is spoken of', async () => {
    const text = snapshot(SEARCH, {
      op: 'replace',
      path: `${REGION}/tasks`,
      value: { one: { ...task, launchType: 'EC2' } },
    })
    const stop = await first(['-'], text)
    expect(stop.launch).toBeNull()
    expect(stop.notes.join(' ')).toContain('cannot get a public IP address')
  })
})

describe('what a service says of itself', () => {
  const events = (...messages: readonly string[]): Change => ({
    op: 'add',
    path: `${REGION}/services/search/events`,
    value: messages.map((message) => ({ createdAt: '2026-11-20T00:09:00Z', message })),
  })

  test('leads to the tasks beneath, where it gives no reason', async () => {
    const text = snapshot(SEARCH, events('(service search) was unable to consistently start tasks successfully.'))
    const { report } = await diagnosed(['-'], text)
    expect(report.stops.map(({ stop }) => stop.causes[0])).toEqual([
      'no-route-to-secretsmanager',
      'deployment-impaired',
    ])
    expect(report.stops[1]?.leads.join()).toContain('the 3 above')
  })

  test('is no stop where it is well', async () => {
    const text = snapshot(SEARCH, events('(service search) has reached a steady state.'))
    expect((await diagnosed(['-'], text)).report.stops).toHaveLength(1)
  })

  test('is proven on its launch, where it tells the reason', async () => {
    const text = snapshot(
      SEARCH,
      { op: 'remove', path: `${REGION}/tasks` },
      { op: 'replace', path: `${REGION}/vpcs/vpc-search/subnets/subnet-a/availableIpAddressCount`, value: 0 },
      { op: 'replace', path: `${REGION}/vpcs/vpc-search/subnets/subnet-c/availableIpAddressCount`, value: 0 },
      events(
        "(service search) failed to launch a task with (error The subnet 'subnet-a' does not have enough free addresses).",
      ),
    )
    expect(await first(['-'], text)).toMatchObject({
      owner: 'service/search',
      causes: [
        { cause: 'subnet-out-of-addresses', confidence: 'proven' },
        { cause: 'subnet-out-of-addresses', confidence: 'proven' },
      ],
    })
  })
})

describe('one task', () => {
  const [id = ''] = Object.keys(
    (
      JSON.parse(readFileSync(`${ROOT}/${SEARCH}`, 'utf8')) as {
        accounts: { '111122223333': { regions: { 'ap-northeast-1': { tasks: Record<string, object> } } } }
      }
    ).accounts['111122223333'].regions['ap-northeast-1'].tasks,
  )
  const arn = `arn:aws:ecs:ap-northeast-1:111122223333:task/main/${id}`

  test.each([
    ['its id', ['--snapshot', SEARCH, '--task', id]],
    ['its ARN', [arn, '--snapshot', SEARCH]],
  ])('is asked about by %s', async (_, args) => {
    expect(await first(args)).toMatchObject({ count: 1, tasks: [id], confidence: 'proven' })
  })

  test('needs a snapshot that holds it', async () => {
    const { exitCode, stderr } = await runFarsight(['diagnose', arn], ROOT)
    expect(exitCode).toBe(2)
    expect(stderr).toContain('E_NO_STOP')
  })
})

describe('a message beside a snapshot', () => {
  test('is proven on the launch that it can only be about', async () => {
    const stop = await first(['--snapshot', SEARCH, '--message', TIMED_OUT])
    expect(stop).toMatchObject({ owner: 'service/search', confidence: 'proven', count: 1 })
  })

  test('comes from stdin and from a file too', async () => {
    expect(await first(['-', '--snapshot', SEARCH], TIMED_OUT)).toMatchObject({ confidence: 'proven' })
    const event = { 'detail-type': 'ECS Task State Change', detail: task }
    expect(await first(['--event', '-', '--snapshot', SEARCH], JSON.stringify(event))).toMatchObject({
      owner: 'service/search',
      subnets: [{ subnetId: 'subnet-a', count: 1 }],
      confidence: 'proven',
    })
  })

  test('with an address that excludes what the snapshot shows is not explained by it', async () => {
    const dialed = TIMED_OUT.replace(
      'RequestCanceled: request context canceled caused by: context deadline exceeded',
      'RequestError: send request failed caused by: Post "https://secretsmanager.ap-northeast-1.amazonaws.com/": dial tcp 10.0.1.9:443: i/o timeout',
    )
    const stop = await first(['--snapshot', WORKING, '--message', dialed])
    expect(stop.says).toBe('nothing-wrong')
  })

  test('about a permission is not explained by a missing path', async () => {
    const denied = TIMED_OUT.replace(
      /RequestCanceled.*/,
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/search-execution/a is not authorized to perform: secretsmanager:GetSecretValue because no identity-based policy allows the secretsmanager:GetSecretValue action',
    )
    const stop = await first(['--snapshot', SEARCH, '--message', denied])
    expect(stop.says).toBe('other-fault')
    expect(stop.causes[0]).toMatchObject({ cause: 'secret-read-denied', confidence: 'possible' })
    expect(stop.exitCode).toBe(4)
  })
})

describe('where the snapshot shows nothing wrong', () => {
  test('the answer says so, what may have changed, and who tries again', async () => {
    const { stdout, exitCode } = await runFarsight(['diagnose', WORKING, '--lang', 'en'], ROOT)
    expect(stdout).toContain('Why: The snapshot shows nothing wrong here now')
    expect(stdout).toContain('May have changed since: routes, NAT gateways')
    expect(stdout).toContain('Retried: by the service, with growing delay and for ever')
    expect(exitCode).toBe(0)
  })

  test('but a fact is missing, the answer is open and names it', async () => {
    const gap = { gap: 'denied', permission: 'ec2:DescribeRouteTables' }
    const text = snapshot(SEARCH, { op: 'replace', path: `${REGION}/vpcs/vpc-search/routeTables`, value: gap })
    const stop = await first(['-'], text)
    expect(stop).toMatchObject({ says: 'open', confidence: 'possible', exitCode: 4 })
    const { report } = await diagnosed(['-'], text)
    expect(report.launches[0]?.gaps[0]?.settledBy.permission).toBe('ec2:DescribeRouteTables')
    expect((await diagnosed(['-', '--fail-on', 'fails'], text)).exitCode).toBe(0)
  })

  test('and the cause can be what is taken as good, it is not called fine', async () => {
    const missing =
      'CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref docker.io/library/web:9: docker.io/library/web:9: not found'
    const stop = await first(['--snapshot', 'cases/starts/docker-hub-through-nat/snapshot.json', '--message', missing])
    expect(stop).toMatchObject({ says: 'assumed', exitCode: 4 })
    expect(stop.notes.join(' ')).toContain('images on other registries exist')
  })
})

describe('who starts the task again', () => {
  test.each([
    [{ group: 'service:search' }, 'service'],
    [{ group: 'family:search', startedBy: 'a-person' }, 'nobody'],
    [{ group: 'family:search', startedBy: 'AWS Step Functions' }, 'workflow'],
  ])('of %j: %s', async (fields, who) => {
    const one = {
      taskArn: 'arn:aws:ecs:ap-northeast-1:111122223333:task/main/a',
      ...fields,
      stoppedReason: 'Timeout waiting for network interface provisioning to complete.',
    }
    const stop = await first(['-'], JSON.stringify({ tasks: [one] }))
    expect(stop.stop).toMatchObject({ retriedBy: who, transient: true })
  })
})
