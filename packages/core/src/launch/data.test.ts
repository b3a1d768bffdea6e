import { expect, test } from 'vitest'
import agent from '../iam/guard-duty-agent.json' with { type: 'json' }
import policies from '../iam/managed-policies.json' with { type: 'json' }
import names from '../network/aws-names.json' with { type: 'json' }
import limits from './data/container-limits.json' with { type: 'json' }
import ebs from './data/ebs-volumes.json' with { type: 'json' }
import drivers from './data/log-drivers.json' with { type: 'json' }
import systems from './data/operating-systems.json' with { type: 'json' }
import sizes from './data/task-sizes.json' with { type: 'json' }
import zones from './data/zones.json' with { type: 'json' }

const FILES = { agent, limits, ebs, drivers, systems, sizes, zones, policies, names }

test.each(Object.entries(FILES))('%s say from where and of when they are', (_, data) => {
  const sources = 'sources' in data ? data.sources : [data.source]
  const date = 'date' in data ? data.date : data.readAt
  expect(sources.length).toBeGreaterThan(0)
  for (const source of sources) expect(source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|github\.com)\//)
  expect(date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/)
})

test('bounds have an order, and names are named once', () => {
  for (const bounds of [limits.port, ...Object.values(limits.healthCheck)]) {
    expect(bounds.least).toBeLessThan(bounds.most)
  }
  const lists = [
    limits.notOnFargate,
    limits.notOnFargateOfLinux,
    limits.notOnWindows,
    limits.dependencyConditions,
    drivers.onFargate,
    [...systems.onFargate, ...systems.notOnFargate],
  ]
  for (const list of lists) expect(new Set(list).size).toBe(list.length)
})

test('options are required of drivers that there are', () => {
  for (const driver of Object.keys(drivers.required)) expect(drivers.onFargate).toContain(driver)
})
