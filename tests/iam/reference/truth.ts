/** `maybe`: both answers are possible. */
export type Truth = 'yes' | 'no' | 'maybe'

export function truthOf(fact: boolean): Truth {
  return fact ? 'yes' : 'no'
}

export function not(truth: Truth): Truth {
  return truth === 'maybe' ? 'maybe' : truthOf(truth === 'no')
}

export function every(truths: readonly Truth[]): Truth {
  if (truths.includes('no')) return 'no'
  return truths.includes('maybe') ? 'maybe' : 'yes'
}

export function some(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes'
  return truths.includes('maybe') ? 'maybe' : 'no'
}

/** What is sure when it comes out like this in all of some ways. */
export function inAllWays(outcomes: readonly Truth[]): Truth {
  const [first = 'maybe'] = outcomes
  return outcomes.every((outcome) => outcome === first) ? first : 'maybe'
}
