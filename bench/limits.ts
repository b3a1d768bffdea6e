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
  iam: {
    authorizationsPerSecond: 80_000,
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
