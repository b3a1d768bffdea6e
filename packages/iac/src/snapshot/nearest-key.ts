/** The known key that somebody may have meant, or null where none is near. */
export function nearestKey(key: string, known: readonly string[]): string | null {
  let nearest: string | null = null
  let least = (key.length < 4 ? 1 : Math.max(2, Math.floor(key.length / 3))) + 1
  for (const candidate of known) {
    const distance = distanceOf(key.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      least = distance
      nearest = candidate
    }
  }
  return nearest
}

function distanceOf(key: string, candidate: string): number {
  if (key === candidate) return 0
  const isLonger = candidate.length > 3 && key.startsWith(candidate)
  const isShorter = key.length > 3 && candidate.startsWith(key)
  return isLonger || isShorter ? 1 : editDistance(key, candidate)
}

/** How many characters must be put in, taken out or replaced. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[right.length] ?? 0
}
