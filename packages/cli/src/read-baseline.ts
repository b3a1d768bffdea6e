import type { Earlier } from '@farsight/core'
import { usageError } from './cli-error.ts'
import type { Io } from './io/io.ts'
import { readText } from './io/read-text.ts'

/** An earlier report, of any later minor version: what is asked of it is checked, and no more. */
export async function readBaseline(file: string, io: Pick<Io, 'stdin' | 'cwd' | 'inputs'>): Promise<Earlier> {
  const report = parsed(await readText(file, io))
  if (fieldOf(report, 'schema') !== 'farsight.report/1' || !Array.isArray(fieldOf(report, 'launches')))
    throw usageError('E_NO_REPORT', { file })
  return {
    launches: listIn(report, 'launches').map((launch) => ({
      id: textIn(launch, 'id'),
      findings: listIn(launch, 'findings').map((finding) => {
        return { cause: textIn(finding, 'cause'), resource: textIn(finding, 'resource') }
      }),
      gaps: listIn(launch, 'gaps').map((gap) => ({ what: textIn(gap, 'what') })),
    })),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const found = fieldOf(value, name)
  return Array.isArray(found) ? found : []
}

function textIn(value: unknown, name: string): string {
  const found = fieldOf(value, name)
  return typeof found === 'string' ? found : ''
}
