/** What must hold on a machine with 2 cores. docs/performance.md states the same; a test compares them. */
export const LIMITS = {
  fleet: {
    /** The number of services that the other figures are about. */
    services: 10_000,
    /** Of the whole launch, with 12 calls a service at least. */
    seconds: 1.5,
    peakMb: 300,
    /** Time per service at `services`, against that at a tenth of it. */
    perServiceGrowth: 1.2,
  },
  cli: {
    versionAboveBareMs: 40,
    preflightAboveBareMs: 120,
  },
} as const

/** What must be reached at least. */
export const FLOORS = {
  reach: {
    memoizedPerSecond: 300_000,
    coldPerSecond: 30_000,
  },
  iam: {
    authorizationsPerSecond: 80_000,
  },
  /** What of the labelled stop messages must be read rightly, as shares. */
  stops: { step: 0.97, kind: 0.95, service: 0.95, causeInThree: 0.95, causeFirst: 0.9 },
} as const

/** The figures that are below what must be reached, each as a sentence. */
export function missed<Name extends string>(
  floors: { readonly [name in Name]: number },
  figures: { readonly [name in NoInfer<Name>]: number },
): readonly string[] {
  return (Object.keys(floors) as Name[])
    .filter((name) => !(figures[name] >= floors[name]))
    .map((name) => `${name} is ${figures[name]}; at least ${floors[name]} must be reached`)
}

/** The figures that are above their limit, each as a sentence. */
export function broken<Name extends string>(
  limits: { readonly [name in Name]: number },
  figures: { readonly [name in NoInfer<Name>]: number },
): readonly string[] {
  return (Object.keys(limits) as Name[])
    .filter((name) => !(figures[name] <= limits[name]))
    .map((name) => `${name} is ${figures[name]}; the limit is ${limits[name]}`)
}
