/** Ports and IPv4 addresses are numbers; IPv6 addresses, which need 128 bits, are big ones. */
type Whole = number | bigint

/** Whole numbers from `from` to `to`, both included: addresses or ports. */
export interface Range {
  readonly from: Whole
  readonly to: Whole
}

export interface PortRange {
  readonly from: number
  readonly to: number
}

/** INVARIANT: sorted, disjoint and not adjacent, so that equal sets are equal lists; all of one kind of number. */
export type RangeSet = readonly Range[]

export const NOTHING: RangeSet = Object.freeze([])

export function rangeSet(ranges: readonly Range[]): RangeSet {
  if (ranges.length < 2) return ranges
  const merged: Range[] = []
  for (const range of [...ranges].sort((left, right) =>
    left.from < right.from ? -1 : left.from > right.from ? 1 : 0,
  )) {
    const last = merged.at(-1)
    if (last === undefined || range.from > next(last.to)) merged.push(range)
    else if (range.to > last.to) merged[merged.length - 1] = { from: last.from, to: range.to }
  }
  return merged
}

export function union(left: RangeSet, right: RangeSet): RangeSet {
  if (left.length === 0 || left === right) return right
  if (right.length === 0) return left
  return rangeSet([...left, ...right])
}

export function intersect(left: RangeSet, right: RangeSet): RangeSet {
  const common: Range[] = []
  for (let i = 0, j = 0; ; ) {
    const a = left[i]
    const b = right[j]
    if (a === undefined || b === undefined) return common
    const from = a.from < b.from ? b.from : a.from
    const to = a.to < b.to ? a.to : b.to
    if (from <= to) common.push({ from, to })
    if (a.to < b.to) i++
    else j++
  }
}

export function subtract(left: RangeSet, right: RangeSet): RangeSet {
  const rest: Range[] = []
  let j = 0
  for (let i = 0; i < left.length; i++) {
    const { from, to } = left[i] as Range
    let start = from
    for (let cut = right[j]; cut !== undefined && cut.from <= to; cut = right[j]) {
      if (cut.from > start) rest.push({ from: start, to: previous(cut.from) })
      if (cut.to >= start) start = next(cut.to)
      if (cut.to > to) break
      j++
    }
    if (start <= to) rest.push({ from: start, to })
  }
  return rest
}

export function covers(outer: RangeSet, inner: RangeSet): boolean {
  let i = 0
  for (let k = 0; k < inner.length; k++) {
    const { from, to } = inner[k] as Range
    let range = outer[i]
    while (range !== undefined && range.to < from) range = outer[++i]
    if (range === undefined || range.from > from || range.to < to) return false
  }
  return true
}

export function overlaps(left: RangeSet, right: RangeSet): boolean {
  for (let i = 0, j = 0; ; ) {
    const a = left[i]
    const b = right[j]
    if (a === undefined || b === undefined) return false
    if (a.from <= b.to && b.from <= a.to) return true
    if (a.to < b.to) i++
    else j++
  }
}

/** How many numbers it holds; of IPv6 addresses nearly, where they are more than a number counts exactly. */
export function sizeOf(set: RangeSet): number {
  return set.reduce((sum, { from, to }) => sum + distance(from, to) + 1, 0)
}

function distance(from: Whole, to: Whole): number {
  return typeof from === 'bigint' && typeof to === 'bigint' ? Number(to - from) : Number(to) - Number(from)
}

function next(number: Whole): Whole {
  return typeof number === 'bigint' ? number + 1n : number + 1
}

function previous(number: Whole): Whole {
  return typeof number === 'bigint' ? number - 1n : number - 1
}
