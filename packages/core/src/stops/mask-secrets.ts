const MASK = '***'

/**
 * The text without what may be a secret: access keys, signed URLs, tokens, passwords. People paste whole logs.
 *
 * INVARIANT: no pattern repeats inside a repetition, and each begins with a sign that its own repetition does not take.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{12,124}/g, `$1${MASK}`)
    .replace(
      /([?&](?:X-Amz-(?:Security-Token|Signature|Credential)|AWSAccessKeyId|Signature|token|sig)=)[^&\s"'<>]+/gi,
      `$1${MASK}`,
    )
    .replace(/(:\/\/[^\s/@:]{1,100}:)[^\s/@]{1,300}@/g, `$1${MASK}@`)
    .replace(/\b(Bearer|Basic) [A-Za-z0-9+/=._~-]{12,}/g, `$1 ${MASK}`)
    .replace(/\beyJ[A-Za-z0-9_-]{10,1500}\.[A-Za-z0-9_.-]+/g, MASK)
    .replace(/\b(gh[pousr]_|glpat-|dckr_pat_|xox[abprs]-|npm_)[A-Za-z0-9_-]{10,}/g, `$1${MASK}`)
    .replace(NAMED_SECRET, (whole, name: string, value: string) => (isReference(value) ? whole : name + MASK))
}

/** `DB_PASSWORD=…`, `"secretKey": "…"`; not the parts of an ARN, which have a colon before them. */
const NAMED_SECRET =
  /((?<!:)(?:password|passwd|pwd|secret|token|api_?key|access_?key|private_?key)["']?\s?[=:]\s?["']?)([^\s"',;]{3,})/gi

function isReference(value: string): boolean {
  return /^(arn:|\{\{|<|\*\*\*|user:|operation$)/i.test(value)
}
