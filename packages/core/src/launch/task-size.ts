import data from './data/task-sizes.json' with { type: 'json' }

export type OsFamily = 'LINUX' | 'WINDOWS'

export function osFamilyOf(operatingSystemFamily: string): OsFamily {
  return operatingSystemFamily.startsWith('WINDOWS') ? 'WINDOWS' : 'LINUX'
}

/** CPU units: `1024`, `"1024"`, `"1 vCPU"`, `".25 vCPU"`. Null: no such value. */
export function cpuUnitsOf(written: string | number): number | null {
  return unitsOf(written, 'vcpu')
}

/** MiB: `2048`, `"2048"`, `"2 GB"`, `"0.5GB"`. Null: no such value. */
export function mebibytesOf(written: string | number): number | null {
  return unitsOf(written, 'gb')
}

/**
 * Both units are 1024 of what is written without one, which is a whole number.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size
 * @see https://github.com/aws-cloudformation/cfn-lint/issues/3514 spaces and case, as ECS takes them
 */
function unitsOf(written: string | number, unit: 'vcpu' | 'gb'): number | null {
  const text = String(written).trim().toLowerCase()
  const isInUnit = text.endsWith(unit)
  const digits = isInUnit ? text.slice(0, -unit.length).trim() : text
  if (digits.length > 12 || !(isInUnit ? DECIMAL : WHOLE).test(digits)) return null
  const value = Number(digits) * (isInUnit ? 1024 : 1)
  return Number.isInteger(value) && value > 0 ? value : null
}

const WHOLE = /^\d+$/
const DECIMAL = /^(?:\d+\.?\d*|\.\d+)$/

/** The memory in MiB that Fargate offers with so many CPU units; empty: no such size. */
export function memoryOffered(cpu: number, family: OsFamily): readonly number[] {
  return OFFERED[family].get(cpu) ?? []
}

/** In CPU units and MiB. */
export function smallestSize(family: OsFamily): { readonly cpu: number; readonly memory: number } {
  const [cpu, [memory]] = [...OFFERED[family]][0] as [number, readonly [number]]
  return { cpu, memory }
}

const OFFERED = { LINUX: offeredFor('LINUX'), WINDOWS: offeredFor('WINDOWS') }

function offeredFor(family: OsFamily): ReadonlyMap<number, readonly number[]> {
  const offered = data.sizes.filter(({ families }) => families.includes(family))
  return new Map(offered.map((size) => [size.cpu, size.memory ?? range(size.from ?? 0, size.to ?? 0, size.step ?? 1)]))
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, position) => from + position * step)
}
