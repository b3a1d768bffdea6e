import { describe, expect, test } from 'vitest'
import example from '../../../../cases/starts/private-subnets-with-all-endpoints/snapshot.json' with { type: 'json' }
import type { Snapshot } from '../model/snapshot.ts'
import { index } from '../model/world.ts'
import { preflight } from '../preflight.ts'

// biome-ignore lint/suspicious/noExplicitAny: a snapshot that a test changes at will
type Editable = any

const [ACCOUNT = ''] = Object.keys(example.accounts)
const [REGION = ''] = Object.keys(Object.values(example.accounts)[0]?.regions ?? {})

function judged(change: (region: Editable, account: Editable) => void, options = { strict: false }) {
  const snapshot = structuredClone(example) as Editable
  change(snapshot.accounts[ACCOUNT].regions[REGION], snapshot.accounts[ACCOUNT])
  return preflight(index(snapshot as Snapshot), options)
}

function only(change: (region: Editable, account: Editable) => void, options = { strict: false }) {
  const [launch] = judged(change, options).launches
  if (launch === undefined) throw new Error('no launch')
  const outcomes = launch.outcomes.flat()
  return {
    verdict: launch.verdict,
    subnets: launch.subnets.map(({ verdict }) => verdict),
    blockers: [...new Set(outcomes.flatMap(({ blockers }) => blockers.map(({ blocker }) => blocker)))],
    gaps: [...new Set(outcomes.flatMap(({ gaps }) => gaps.map(({ gap }) => gap.gap)))],
  }
}

const service = (region: Editable): Editable => Object.values(region.services)[0]
const awsvpc = (region: Editable): Editable => service(region).networkConfiguration.awsvpcConfiguration
const definition = (region: Editable): Editable => Object.values(region.taskDefinitions)[0]
const container = (region: Editable): Editable => definition(region).containerDefinitions[0]

describe('a launch', () => {
  test('starts where all that it requires holds', () => {
    expect(only(() => undefined)).toMatchObject({ verdict: 'works', blockers: [], gaps: [] })
  })

  test('is undecided where nobody knows its subnets', () => {
    const answer = only((region) => {
      awsvpc(region).subnets = { gap: 'parameter', name: 'Subnets' }
    })
    expect(answer).toMatchObject({ verdict: 'undecided', subnets: [], gaps: ['parameter'] })
  })

  test('is undecided everywhere where one of its subnets is not known: ECS may refuse the whole request', () => {
    const answer = only((region) => {
      awsvpc(region).subnets.push({ gap: 'parameter', name: 'ThirdSubnet' })
    })
    expect(answer.verdict).toBe('undecided')
    expect(new Set(answer.subnets)).toEqual(new Set(['undecided']))
  })

  test('fails where a subnet is known not to be there, and is undecided where nobody looked', () => {
    const dangling = (rest: Editable) => (region: Editable) => {
      awsvpc(region).subnets = ['subnet-gone']
      Object.assign(region.vpcs, rest)
    }
    expect(only(dangling({ '*': null }))).toMatchObject({ verdict: 'fails', blockers: ['subnet-missing'] })
    expect(only(dangling({}))).toMatchObject({ verdict: 'undecided', blockers: [], gaps: ['not-read'] })
  })

  test('fails where a security group is known not to be there', () => {
    const answer = only((region) => {
      awsvpc(region).securityGroups = ['sg-gone']
      region.vpcs['*'] = null
    })
    expect(answer).toMatchObject({ verdict: 'fails', blockers: ['security-group-missing'] })
  })

  test('fails with a group of another VPC', () => {
    const answer = only((region) => {
      region.vpcs['vpc-other'] = {
        cidrBlocks: ['10.9.0.0/16'],
        enableDnsSupport: true,
        enableDnsHostnames: true,
        subnets: {},
        securityGroups: { 'sg-other': { ingress: [], egress: [] } },
      }
      awsvpc(region).securityGroups.push('sg-other')
    })
    expect(answer.verdict).toBe('fails')
    expect(answer.blockers).toContain('several-vpcs')
  })

  test('fails on platform 1.3.0, which is retired', () => {
    const answer = only((region) => {
      service(region).platformVersion = '1.3.0'
    })
    expect(answer).toMatchObject({ verdict: 'fails', blockers: ['platform-retired'] })
  })

  test('of a service goes on with an inactive task definition, and a new request of it fails', () => {
    const { launches } = judged((region) => {
      definition(region).status = 'INACTIVE'
      const { taskDefinition, launchType, networkConfiguration } = service(region)
      region.runTasks = { again: { taskDefinition, launchType, networkConfiguration } }
    })
    expect(launches.map(({ launch, verdict }) => [launch.id, verdict])).toEqual([
      [expect.stringMatching(/^service\//), 'works'],
      ['run-task/again', 'fails'],
    ])
  })

  test('is undecided with a task definition that nobody read', () => {
    const unread = only((region) => {
      region.taskDefinitions = {}
    })
    expect(unread).toMatchObject({ verdict: 'undecided', blockers: [] })
  })

  test('fails without the execution role that its image and its logs need', () => {
    const answer = only((region) => {
      delete definition(region).executionRoleArn
    })
    expect(answer).toMatchObject({ verdict: 'fails', blockers: ['execution-role-not-set'] })
  })

  test('on EC2 is skipped and says so', () => {
    const { launches, skipped } = judged((region) => {
      service(region).launchType = 'EC2'
    })
    expect(launches).toEqual([])
    expect(skipped).toMatchObject([{ why: { skipped: 'launch-type', launchType: 'EC2' } }])
  })

  test('of a service that could not be read is undecided, not left out', () => {
    const { launches } = judged((region) => {
      region.services.hidden = { gap: 'denied', permission: 'ecs:DescribeServices' }
    })
    expect(launches.find(({ launch }) => launch.id === 'service/hidden')?.verdict).toBe('undecided')
  })

  test('of RunTask is judged like one of a service', () => {
    const { launches } = judged((region) => {
      region.runTasks = { nightly: service(region) }
    })
    expect(launches.map(({ launch, verdict }) => [launch.id.split('/')[0], verdict])).toEqual([
      ['service', 'works'],
      ['run-task', 'works'],
    ])
  })
})

describe('a container', () => {
  test('that is not essential and for which none waits does not stop the start', () => {
    const answer = only((region) => {
      const aside = { ...container(region), name: 'aside', essential: false, logConfiguration: undefined }
      aside.image = aside.image.replace(/:[^:]*$/, ':no-such-tag')
      const repository: Editable = Object.values(region.repositories)[0]
      repository.images['no-such-tag'] = null
      definition(region).containerDefinitions.push(aside)
    })
    expect(answer).toMatchObject({ verdict: 'works', blockers: ['image-missing'] })
  })

  test('of which nobody knows whether it is essential leaves the start open', () => {
    const answer = only((region) => {
      const aside = { ...container(region), name: 'aside', essential: { gap: 'parameter', name: 'Strict' } }
      aside.image = aside.image.replace(/:[^:]*$/, ':no-such-tag')
      const repository: Editable = Object.values(region.repositories)[0]
      repository.images['no-such-tag'] = null
      definition(region).containerDefinitions.push(aside)
    })
    expect(answer.verdict).toBe('undecided')
    expect(answer.gaps).toContain('parameter')
  })

  test('whose image is not known leaves the start open', () => {
    const answer = only((region) => {
      container(region).image = { gap: 'parameter', name: 'Image' }
    })
    expect(answer).toMatchObject({ verdict: 'undecided', blockers: [], gaps: ['parameter'] })
  })
})

describe('the log group', () => {
  const logs = (region: Editable): Editable => container(region).logConfiguration.options

  test('that is missing stops the start', () => {
    const answer = only((region) => {
      region.logGroups = { '*': null }
    })
    expect(answer).toMatchObject({ verdict: 'fails', blockers: ['log-group-missing'] })
  })

  test('that is there needs no right to make it, with awslogs-create-group too', () => {
    const answer = only((region) => {
      logs(region)['awslogs-create-group'] = 'true'
    })
    expect(answer).toMatchObject({ verdict: 'works', blockers: [] })
  })

  test('that nobody looked for leaves open whether the right to make it is needed', () => {
    const answer = only((region) => {
      logs(region)['awslogs-create-group'] = 'true'
      region.logGroups = {}
    })
    expect(answer).toMatchObject({ verdict: 'undecided', blockers: ['identity-policies-silent'], gaps: ['not-read'] })
  })

  test('needs a Region', () => {
    const answer = only((region) => {
      delete logs(region)['awslogs-region']
    })
    expect(answer).toMatchObject({ verdict: 'fails', blockers: ['log-option-missing'] })
  })
})

describe('a secret', () => {
  const withSecret = (secret: Editable) => (region: Editable, account: Editable) => {
    const arn = `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:extra-AbCdEf`
    container(region).secrets = [{ name: 'EXTRA', valueFrom: arn }]
    region.secrets = { ...region.secrets, [arn]: secret }
    const role: Editable = Object.values(account.roles)[0]
    role.inlinePolicies = {
      all: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }],
      },
    }
  }

  test.each([
    ['that will be deleted', { deletedDate: '2026-12-01' }, 'secret-deleted'],
    ['that has no value', { hasValue: false }, 'secret-without-value'],
    ['that is not there', null, 'secret-missing'],
  ])('%s stops the start', (_, secret, blocker) => {
    expect(only(withSecret(secret)).blockers).toContain(blocker)
  })

  test('with a key by an alias of which nobody read the key leaves the start open', () => {
    expect(only(withSecret({ kmsKeyId: 'alias/db' })).gaps).toEqual(['not-read'])
  })

  const withKey = (key: unknown) => (region: Editable, account: Editable) => {
    withSecret({ kmsKeyId: 'alias/db' })(region, account)
    const role: Editable = Object.values(account.roles)[0]
    region.keys = { k1: key }
    role.inlinePolicies.all.Statement[0].Action = '*'
  }
  const delegation = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 'kms:*', Resource: '*' }
  const key = { aliases: ['alias/db'], keyState: 'Enabled', policyDocument: { Statement: [delegation] } }

  test('with a key that the role may decrypt with starts, and with no other', () => {
    expect(only(withKey(key)).verdict).toBe('works')
    expect(only(withKey({ ...key, policyDocument: { Statement: [] } })).blockers).toContain('resource-policy-silent')
    expect(only(withKey({ ...key, policyDocument: { gap: 'denied', permission: 'kms:GetKeyPolicy' } })).gaps).toEqual([
      'denied',
    ])
  })

  test.each(['Disabled', 'PendingDeletion', 'PendingImport', 'Unavailable'])(
    'with a key that is %s fails',
    (keyState) => {
      expect(only(withKey({ ...key, keyState })).blockers).toEqual(['key-unusable'])
    },
  )

  test('with the key that AWS keeps for the service needs no right to it', () => {
    expect(only(withSecret({ kmsKeyId: 'alias/aws/secretsmanager' })).verdict).toBe('works')
    expect(only(withKey({ ...key, keyManager: 'AWS', policyDocument: { Statement: [] } })).verdict).toBe('works')
  })
})

describe('an assumption', () => {
  const elsewhere = (region: Editable) => {
    container(region).image = 'public.ecr.aws/nginx/nginx:1'
    for (const vpc of Object.values(region.vpcs) as Editable[]) {
      vpc.internetGateways = { 'igw-1': {} }
      for (const table of Object.values(vpc.routeTables) as Editable[])
        table.routes.push({ destination: '0.0.0.0/0', target: 'igw-1' })
    }
    awsvpc(region).assignPublicIp = 'ENABLED'
  }

  test('is taken as good, and named', () => {
    const [launch] = judged(elsewhere).launches
    const assumptions = new Set(launch?.outcomes.flat().flatMap((outcome) => outcome.assumptions))
    expect(launch?.verdict).toBe('works')
    expect(assumptions).toContain('images-on-other-registries')
  })

  test('is a gap where it is refused', () => {
    expect(only(elsewhere, { strict: true })).toMatchObject({ verdict: 'undecided', gaps: ['assumed'] })
  })
})

describe('a service that another controller deploys', () => {
  const taskSets = (sets: Editable) => (region: Editable) => {
    const { taskDefinition, launchType, networkConfiguration, ...rest } = service(region)
    const [name = ''] = Object.keys(region.services)
    const own = { taskDefinition, launchType, networkConfiguration }
    region.services[name] = { ...rest, deploymentController: { type: 'EXTERNAL' }, taskSets: sets(own) }
  }

  test('is judged by its task sets, but for those on their way out', () => {
    const { launches } = judged(
      taskSets((own: Editable) => [
        { id: 'ecs-svc/1', status: 'PRIMARY', ...own },
        { id: 'ecs-svc/2', status: 'DRAINING', ...own },
      ]),
    )
    expect(launches.map(({ launch, verdict }) => [launch.id.split('/').slice(2).join('/'), verdict])).toEqual([
      ['ecs-svc/1', 'works'],
    ])
  })

  test('is skipped, with the reason, where nobody read them', () => {
    const { launches, skipped } = judged(taskSets(() => ({ gap: 'denied', permission: 'ecs:DescribeTaskSets' })))
    expect(launches).toEqual([])
    expect(skipped).toMatchObject([{ why: { skipped: 'unread', gap: { permission: 'ecs:DescribeTaskSets' } } }])
  })
})
