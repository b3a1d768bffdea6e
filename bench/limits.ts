/** What must hold on a machine with 2 cores. docs/performance.md states the same; a test compares them. */
export const LIMITS = {
  fleet: {
    /** The number of services that the other figures are about. */
    services: 10_000,
    seconds: 1.0,
    peakMb: 300,
    /** Time per service at `services`, against that at a tenth of it. */
    perServiceGrowth: 1.2,
  },
  cli: {
    versionAboveBareMs: 40,
    preflightAboveBareMs: 120,
  },
} as const

/** The figures that are above their limit, each as a sentence. */
export function broken<Name extends string>(
  limits: { readonly [name in Name]: number },
  figures: { readonly [name in NoInfer<Name>]: number },
): readonly string[] {
  return (Object.keys(limits) as Name[])
    .filter((name) => !(figures[name] <= limits[name]))
    .map((name) => `${name} is ${figures[name]}; the limit is ${limits[name]}`)
}

/** What of the labelled stop messages must be read rightly, at least. */
export const SHARES = { step: 0.97, kind: 0.95, service: 0.95, causeInThree: 0.95, causeFirst: 0.9 } as const

/** The shares that are not reached. */
export function missed<Name extends string>(
  least: { readonly [name in Name]: number },
  figures: { readonly [name in Name]: number },
): readonly string[] {
  const names = Object.keys(least) as Name[]
  return names
    .filter((name) => !(figures[name] >= least[name]))
    .map((name) => `${name} is ${figures[name]}; at least ${least[name]} is asked`)
}
