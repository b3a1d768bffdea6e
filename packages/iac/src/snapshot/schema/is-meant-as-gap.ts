/** What has a text under `gap` is meant as a gap, of whatever kind: the schema of gaps says what is wrong with it. */
export function isMeantAsGap(found: unknown): boolean {
  return typeof found === 'object' && found !== null && typeof (found as { readonly gap?: unknown }).gap === 'string'
}
