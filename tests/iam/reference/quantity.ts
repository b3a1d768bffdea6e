export function numberOf(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null
}

/** Seconds since 1970: W3C's forms of ISO 8601, or the number itself. Four digits are a year. */
export function instantOf(text: string): number | null {
  if (/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(text)) {
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : time / 1000
  }
  return numberOf(text)
}
