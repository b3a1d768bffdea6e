import { hasPlaceholder } from '../../model/placeholder.ts'
import type { Family } from './wanted.ts'

/** How a value of the request stands to the one of the policy. */
export type Order = (value: number, wanted: number) => boolean

/**
 * Values that are numbers in the end: numbers and dates.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export function numeric(order: Order): Family {
  return orderedFamily('number', numberOf, order)
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date */
export function date(order: Order): Family {
  return orderedFamily('date', timeOf, order)
}

type Read = (text: string) => number | null

function orderedFamily(kind: 'number' | 'date', read: Read, order: Order): Family {
  return {
    kind,
    compile: (text) => {
      const wanted = read(text)
      if (wanted === null) return hasPlaceholder(text) ? () => undefined : null
      return (value) => {
        const found = read(value)
        return found === null ? (hasPlaceholder(value) ? undefined : false) : order(found, wanted)
      }
    },
    samples: (texts) => {
      const bounds = texts.map(read).filter((bound) => bound !== null)
      return samplesAround(bounds, read, kind === 'date' ? 1000 : 1)
    },
  }
}

/** Each bound, what lies between two, what lies beyond, and what is no number. */
function samplesAround(bounds: readonly number[], read: Read, unit: number): readonly string[] | null {
  const sorted = [...new Set(bounds)].sort((left, right) => left - right)
  const values = sorted.flatMap((bound, i) => [bound, (bound + (sorted[i + 1] ?? bound + 2 * unit)) / 2])
  values.push((sorted[0] ?? 0) - unit)
  // Four digits alone would be a year.
  const texts = values.map((value) => `${value / unit}`.replace(/^(\d{4})$/, '$1.0'))
  return texts.every((text, i) => read(text) === values[i]) ? [...texts, 'no-number'] : null
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/

function numberOf(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null
}

/** W3C's profile of ISO 8601, which says its zone where it says a time. */
const DATE = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/

/** In milliseconds. A plain number is seconds since 1970, but for the four digits of a year. */
function timeOf(text: string): number | null {
  if (DATE.test(text)) {
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : time
  }
  const seconds = numberOf(text)
  return seconds === null ? null : seconds * 1000
}
