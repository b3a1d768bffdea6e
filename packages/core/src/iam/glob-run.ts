import {
  HOLE,
  ONE,
  OPEN_ONE,
  OPEN_STAR,
  type Program,
  REST,
  SEGMENT_ONE,
  SEGMENT_STAR,
  STAR,
  TAIL,
  VARIABLE,
} from './glob-program.ts'

/** Counts the places of a pattern that were tried against a character of a text. */
export interface Meter {
  steps: number
}

/**
 * `certain`: whether the text matches whatever the placeholders of both sides hold; equal ones are equal text.
 * `possible`: whether it may match for some content of them; a no is sure, a yes is not.
 */
type Reading = 'certain' | 'possible'

const COLON = 58

/**
 * Follows all places of the pattern that the text may have reached, one character at a time: no more than the length of
 * the text times the longest run of the pattern between two wildcards.
 *
 * @param from where in the text the program starts
 */
export function accepts(program: Program, text: string, from: number, reading: Reading, meter?: Meter): boolean {
  const possible = reading === 'possible'
  const end = program.codes.length
  const lastHole = text.lastIndexOf('»')
  let places = first.sized(end)
  let next = second.sized(end)
  reach(places, program.codes, 0, possible)
  for (let i = from; i < text.length && places.count > 0; ) {
    if (meter !== undefined) meter.steps += places.count
    i =
      i < lastHole && text[i] === '«'
        ? passHole(program, places, next, text, i, possible)
        : passText(program, places, next, text, i, possible)
    ;[places, next] = [next, places]
    next.clear()
  }
  return places.has(end)
}

/** Passes the placeholder of the text at `i`; gives where the next character is. */
function passHole(program: Program, places: Places, next: Places, text: string, i: number, possible: boolean): number {
  const end = text.indexOf('»', i) + 1
  if (possible) passAnyText(places, next, program.codes.length)
  else passSameText(program, places, next, text.slice(i, end))
  return end
}

function passText(program: Program, places: Places, next: Places, text: string, i: number, possible: boolean): number {
  const char = text.codePointAt(i) ?? 0
  passChar(program, places, next, char, possible)
  return i + (char > 0xffff ? 2 : 1)
}

/** Places of a pattern, each once. */
class Places {
  list = new Int32Array(0)
  /**
   * The last place that stands for any text. What is before need not be followed: each way to the end leads through
   * here, and from here all that it could still pass may be passed.
   */
  floor = 0
  seen = new Uint8Array(0)
  count = 0

  sized(end: number): this {
    this.clear()
    if (this.list.length <= end) {
      this.list = new Int32Array(end + 1)
      this.seen = new Uint8Array(end + 1)
    }
    return this
  }

  has(place: number): boolean {
    return this.seen[place] === 1
  }

  add(place: number): void {
    this.seen[place] = 1
    this.list[this.count++] = place
  }

  clear(): void {
    for (let k = 0; k < this.count; k++) this.seen[this.list[k] ?? 0] = 0
    this.count = 0
    this.floor = 0
  }
}

// INVARIANT: `accepts` calls nothing that calls it, so its two sets are made once and hold nothing from run to run.
const first = new Places()
const second = new Places()

/** Adds a place, and those after it as far as the codes between may stand for nothing. */
function reach(places: Places, codes: readonly number[], from: number, possible: boolean): void {
  for (let place = from; place >= places.floor && !places.has(place); place++) {
    places.add(place)
    const code = codes[place]
    if (code === TAIL && !places.has(codes.length)) places.add(codes.length)
    if (code === undefined || !mayBeEmpty(code, possible)) return
    if (isAnyText(code, possible)) places.floor = place
  }
}

function isAnyText(code: number, possible: boolean): boolean {
  return code === STAR || (possible && code < TAIL && code !== OPEN_ONE)
}

function mayBeEmpty(code: number, possible: boolean): boolean {
  if (code === STAR || code === SEGMENT_STAR || code === OPEN_STAR || code === REST) return true
  return possible && (code === VARIABLE || code < HOLE)
}

function passChar({ codes }: Program, places: Places, next: Places, char: number, possible: boolean): void {
  for (let k = 0; k < places.count; k++) {
    const place = places.list[k] ?? 0
    const code = codes[place]
    if (code === undefined || place < places.floor) continue
    if (code >= 0) {
      if (code === char) reach(next, codes, place + 1, possible)
    } else if (mayBe(code, char, possible)) {
      const single = code === ONE || code === SEGMENT_ONE || code === OPEN_ONE || code === TAIL
      reach(next, codes, single ? place + 1 : place, possible)
    }
  }
}

/** Whether a character may be (a part of) what a wildcard, variable or placeholder stands for. */
function mayBe(code: number, char: number, possible: boolean): boolean {
  if (code === STAR || code === ONE) return true
  if (code === SEGMENT_STAR || code === SEGMENT_ONE) return char !== COLON
  if (code === OPEN_STAR || code === OPEN_ONE) return possible || char !== COLON
  if (code === TAIL) return char === COLON
  return possible
}

/** The placeholder of the text is the same text as that of the pattern; besides, only `*` stands for whatever it holds. */
function passSameText({ codes, holes }: Program, places: Places, next: Places, hole: string): void {
  for (let k = 0; k < places.count; k++) {
    const place = places.list[k] ?? 0
    const code = codes[place]
    if (code === STAR) reach(next, codes, place, false)
    else if (code !== undefined && holes[HOLE - 1 - code] === hole) reach(next, codes, place + 1, false)
  }
}

/** The placeholder of the text may hold what any of the following codes stand for. */
function passAnyText(places: Places, next: Places, end: number): void {
  let earliest = end
  for (let k = 0; k < places.count; k++) earliest = Math.min(earliest, places.list[k] ?? end)
  for (let place = earliest; place <= end; place++) next.add(place)
}
