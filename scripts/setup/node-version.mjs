/** The oldest Node that everything here runs on. */
export const nodeFloor = '20.19'

/**
 * Whether a version, as Node says it (`v20.19.4`), is at least the floor (`20.19`).
 *
 * @param {string} version
 * @param {string} floor
 */
export function isAtLeast(version, floor) {
  const have = numbers(version)
  const need = numbers(floor)
  for (const [index, number] of need.entries()) {
    const difference = (have[index] ?? 0) - number
    if (difference !== 0) return difference > 0
  }
  return true
}

/** @param {string} version */
const numbers = (version) =>
  version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10))
