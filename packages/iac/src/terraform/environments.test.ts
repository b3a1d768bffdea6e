import { isGap } from '@farsight/core'
import { expect, test } from 'vitest'
import type { JsonObject } from './json.ts'
import { readPlan } from './read-plan.ts'
import { planText, type TestResource } from './test-plan.ts'

const parameter = (name: string, values: JsonObject = {}): TestResource => {
  return { type: 'aws_ssm_parameter', name, values: { name: `/${name}`, type: 'String', ...values } }
}

function parametersByRegion(resources: readonly TestResource[], more: JsonObject = {}, region?: string) {
  const place = region === undefined ? {} : { region }
  const { snapshot } = readPlan({
    file: 'p.json',
    text: planText({ resources }, more),
    account: '111122223333',
    ...place,
  })
  const regions = Object.entries(snapshot?.accounts['111122223333']?.regions ?? {})
  return Object.fromEntries(
    regions.map(([name, { parameters = {} }]) => [name, isGap(parameters) ? [] : Object.keys(parameters)]),
  )
}

test('what has a Region of its own is there', () => {
  expect(parametersByRegion([parameter('here'), parameter('west', { region: 'us-west-2' })])).toEqual({
    'us-east-1': ['/here'],
    'us-west-2': ['/west'],
  })
})

test('what an alias makes is in the Region of the alias, which a variable may give', () => {
  const text = JSON.parse(planText({ resources: [parameter('here'), parameter('west'), parameter('else')] }))
  const [, west, other] = text.configuration.root_module.resources
  west.provider_config_key = 'aws.west'
  other.provider_config_key = 'aws.other'
  const aws = text.configuration.provider_config.aws
  const expressions = (references: readonly string[]) => ({ region: { references } })
  const provider_config = {
    aws,
    'aws.west': { ...aws, alias: 'west', expressions: expressions(['var.west']) },
    'aws.other': { ...aws, alias: 'other', expressions: expressions(['local.other']) },
  }
  const configuration = { ...text.configuration, provider_config }
  const more = { configuration, variables: { west: { value: 'us-west-2' } } }
  const resources = [parameter('here'), parameter('west'), parameter('else')]
  expect(parametersByRegion(resources, more)).toEqual({
    'us-east-1': ['/here'],
    'us-west-2': ['/west'],
    '«aws.other»': ['/else'],
  })
})

test('a plan that goes elsewhere than it is written goes there as a whole', () => {
  expect(parametersByRegion([parameter('here', { region: 'us-east-1' })], {}, 'eu-west-1')).toEqual({
    'eu-west-1': ['/here'],
  })
})
