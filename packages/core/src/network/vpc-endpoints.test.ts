import { expect, test } from 'vitest'
import type { VpcEndpoint } from '../model/vpc-endpoint.ts'
import { DENIED, interfaceEndpoint, worldOf } from './test-world.ts'
import { endpointsOf, endpointsThatMayServe } from './vpc-endpoints.ts'

const OF_REGISTRY = interfaceEndpoint('ecr.api')
const OF_LOGS = interfaceEndpoint('logs')
const OF_SOMETHING = interfaceEndpoint('x', { serviceName: DENIED })

function serving(region: string, ...list: readonly VpcEndpoint[]): readonly VpcEndpoint[] {
  const [vpc] = worldOf({ endpoints: Object.fromEntries(list.map((each, n) => [`vpce-${n}`, each])) }).vpcs
  if (vpc === undefined) throw new Error('The world has no VPC')
  const found = endpointsThatMayServe(endpointsOf(vpc), { service: 'ecr.api', region })
  return found.map(({ position }) => list[position] ?? OF_LOGS)
}

test('those may serve a service that are of it and those of which nobody knows, in the order of the list', () => {
  expect(serving('ap-northeast-1', OF_LOGS, OF_REGISTRY, OF_SOMETHING)).toEqual([OF_REGISTRY, OF_SOMETHING])
  expect(serving('ap-northeast-1', OF_SOMETHING, OF_LOGS, OF_REGISTRY)).toEqual([OF_SOMETHING, OF_REGISTRY])
})

test('all may serve it where its Region is not known', () => {
  const all = [OF_LOGS, OF_REGISTRY, OF_SOMETHING]
  expect(serving('«AWS::Region»', ...all)).toEqual(all)
})
