/** Where a text stops being JSON; `found` is null at its end. */
export interface SyntaxFault {
  readonly offset: number
  readonly expected: readonly string[]
  readonly found: string | null
}

/**
 * Told of every value before its parts: the context of what holds it, its key or index there, where the value starts,
 * and where its key starts. What it returns is the context of its parts.
 */
export type Visit<Context> = (parent: Context, key: string | number, start: number, keyStart: number) => Context

/**
 * Goes through a text as `JSON.parse` does, for what that does not tell: places, repeated keys, and what was expected
 * where it fails. Null: all of it is JSON. INVARIANT: it nests no deeper than the call stack allows (`measureJson`).
 */
export function visitJson<Context>(text: string, root: Context, visit: Visit<Context>): SyntaxFault | null {
  const cursor: Cursor = { text, at: 0, fault: null }
  skipSpace(cursor)
  if (!readValue(cursor, root, visit)) return cursor.fault
  skipSpace(cursor)
  if (cursor.at < text.length) fail(cursor, 'end of file')
  return cursor.fault
}

/** How many members the objects of a text have, and where lists and objects first nest deeper than `limit`. */
export function measureJson(
  text: string,
  limit: number,
): { readonly members: number; readonly tooDeepAt: number | null } {
  let depth = 0
  let members = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = endOfString(text, i)
    else if (code === COLON) members++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth++
      if (depth > limit) return { members, tooDeepAt: i }
    }
  }
  return { members, tooDeepAt: null }
}

/** Counted from 1, in UTF-16 code units. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1
  let lineStart = 0
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
    line++
    lineStart = i + 1
  }
  return { line, column: offset - lineStart + 1 }
}

/** What reads returns false and leaves a fault where the text is wrong. */
interface Cursor {
  readonly text: string
  at: number
  fault: SyntaxFault | null
}

function readValue<Context>(cursor: Cursor, context: Context, visit: Visit<Context>): boolean {
  switch (cursor.text.charCodeAt(cursor.at)) {
    case OPEN_BRACE:
      return readItems(cursor, CLOSE_BRACE, (index) => readMember(cursor, index, context, visit))
    case OPEN_BRACKET:
      return readItems(cursor, CLOSE_BRACKET, (index) =>
        readValue(cursor, visit(context, index, cursor.at, cursor.at), visit),
      )
    case QUOTE:
      return readString(cursor)
    default:
      return readScalar(cursor)
  }
}

function readItems(cursor: Cursor, close: number, readItem: (index: number) => boolean): boolean {
  cursor.at++
  skipSpace(cursor)
  if (take(cursor, close)) return true
  for (let index = 0; readItem(index); index++) {
    skipSpace(cursor)
    if (take(cursor, close)) return true
    if (!take(cursor, COMMA)) return fail(cursor, ',', String.fromCharCode(close))
    skipSpace(cursor)
  }
  return false
}

function readMember<Context>(cursor: Cursor, index: number, context: Context, visit: Visit<Context>): boolean {
  const { text, at: keyStart } = cursor
  if (text.charCodeAt(keyStart) !== QUOTE) return index === 0 ? fail(cursor, '"key"', '}') : fail(cursor, '"key"')
  if (!readString(cursor)) return false
  const key = keyOf(text.slice(keyStart, cursor.at))
  skipSpace(cursor)
  if (!take(cursor, COLON)) return fail(cursor, ':')
  skipSpace(cursor)
  return readValue(cursor, visit(context, key, cursor.at, keyStart), visit)
}

function readString(cursor: Cursor): boolean {
  cursor.at++
  for (;;) {
    const code = cursor.text.charCodeAt(cursor.at)
    if (code === QUOTE) {
      cursor.at++
      return true
    }
    if (code < SPACE || Number.isNaN(code)) return fail(cursor, '"')
    if (code !== BACKSLASH) cursor.at++
    else if (!advance(cursor, ESCAPE)) return fail(cursor, '\\\\', '\\"', '\\n', '\\u0000')
  }
}

function readScalar(cursor: Cursor): boolean {
  return advance(cursor, SCALAR) || fail(cursor, 'value')
}

function skipSpace(cursor: Cursor): void {
  while (SPACES.has(cursor.text.charCodeAt(cursor.at))) cursor.at++
}

function take(cursor: Cursor, code: number): boolean {
  if (cursor.text.charCodeAt(cursor.at) !== code) return false
  cursor.at++
  return true
}

function advance(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)
  if (found === null) return false
  cursor.at += found[0].length
  return true
}

function fail(cursor: Cursor, ...expected: readonly string[]): false {
  const { text, at } = cursor
  TOKEN.lastIndex = at
  const token = TOKEN.exec(text)?.[0]
  // A control character would not show
  const found = token === undefined ? null : token < ' ' ? JSON.stringify(token) : token
  cursor.fault = { offset: at, expected, found }
  return false
}

function keyOf(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1)
}

/** The offset of the quote that ends the string which starts at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text.charCodeAt(end - 1 - backslashes) === BACKSLASH) backslashes++
    if (backslashes % 2 === 0) return end
  }
  return text.length
}

const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const SPACES = new Set([SPACE, 0x09, 0x0a, 0x0d])

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
/** What a message shows of the text: a word, or one character. */
const TOKEN = /[\w.+-]{1,40}|./suy
