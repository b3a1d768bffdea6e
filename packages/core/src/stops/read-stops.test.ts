import { describe, expect, test } from 'vitest'
import { readStops } from './read-stops.ts'

const TASK = {
  taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/web/1',
  stoppedReason: 'Scaling activity initiated by x',
}
const EVENT = { source: 'aws.ecs', 'detail-type': 'ECS Task State Change', detail: TASK }

describe('a stop is found', () => {
  test.each<[where: string, document: unknown]>([
    ['in what describe-tasks prints', { tasks: [TASK], failures: [] }],
    ['in a task alone', TASK],
    ['in an event', EVENT],
    ['in a list of events', [EVENT]],
    ['in the record of a response', { status_code: 200, data: { tasks: [TASK], ResponseMetadata: {} } }],
    ['in a notification', { Type: 'Notification', TopicArn: 'arn:aws:sns:x', Message: JSON.stringify(EVENT) }],
    [
      'in the record of a queue that holds a notification',
      { Records: [{ messageId: '1', body: JSON.stringify({ Message: JSON.stringify(EVENT) }) }] },
    ],
    ['in a log record', { logEvents: [{ id: '1', timestamp: 1, message: JSON.stringify(EVENT) }] }],
  ])('%s', (_, document) => {
    expect(readStops(JSON.stringify(document)).map(({ causes }) => causes[0])).toContain('replaced-by-deployment')
  })

  test('in what CloudTrail says of a refused request', () => {
    const record = {
      eventSource: 'ecs.amazonaws.com',
      eventName: 'RunTask',
      errorCode: 'InvalidParameterException',
      errorMessage: 'TaskDefinition is inactive',
    }
    const answers = [{ Records: [record] }, { source: 'aws.ecs', detail: record }].map((document) =>
      readStops(JSON.stringify(document)).map(({ causes }) => causes[0]),
    )
    expect(answers).toEqual([['task-definition-inactive'], ['task-definition-inactive']])
  })
})

describe('no stop is made of', () => {
  test.each<[what: string, document: unknown]>([
    ['another response', { NatGateways: [{ NatGatewayId: 'nat-1', State: 'available', SubnetId: 'subnet-mount' }] }],
    [
      'a service that is well',
      { services: [{ serviceArn: 'a', events: [{ message: '(service web) has reached a steady state.' }] }] },
    ],
    ['a template', { Resources: { Volume: { Type: 'AWS::EFS::MountTarget', Properties: {} } } }],
    ['nothing', {}],
    ['a task that runs', { tasks: [{ taskArn: 'a', lastStatus: 'RUNNING', containers: [{ name: 'app' }] }] }],
  ])('%s', (_, document) => {
    expect(readStops(JSON.stringify(document))).toEqual([])
  })
})

test('what is no JSON is a message, also if it begins like it', () => {
  expect(readStops('[ecs] CannotPullContainerError: pull access denied')).toHaveLength(1)
  expect(readStops('{"tasks": [{"stoppedReason": "CannotPullContainerError: pull')).toHaveLength(1)
})

test('a document in a document in a document ends somewhere', () => {
  let text = JSON.stringify(EVENT)
  for (let depth = 0; depth < 10; depth++) text = JSON.stringify({ Message: text })
  expect(readStops(text)).toEqual([])
})

test.each([
  'Override for container named django is not a container in the TaskDefinition.',
  'Placement strategies are not supported with FARGATE launch type.',
  'Invalid request provided: CreateService error: Placement constraints are not supported with FARGATE launch type.',
])('what Fargate refuses of a request is told as such: %s', (message) => {
  expect(readStops(message)).toMatchObject([
    { step: 'accept-request', kind: 'configuration', causes: ['task-definition-incompatible'] },
  ])
})
