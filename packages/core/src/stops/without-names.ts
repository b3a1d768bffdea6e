/** Longer words are left alone: nobody names things so. */
const LONGEST_WORD = 2000

/**
 * The text without the names that people gave: a service that is called `health-check` and a role `ecs-execution` say
 * nothing of what went wrong. ARNs keep their service, images and URLs their host.
 */
export function withoutNames(text: string): string {
  return text
    .split(' ')
    .map((word) => (word.length > LONGEST_WORD ? word : wordWithoutNames(word)))
    .join(' ')
    .replace(/arn:([\w-]{1,20}):([\w-]{0,40}):[^\s"',)}\]]{0,2000}/g, 'arn:$1:$2:')
    .replace(/^\(?service [^\s)]{1,300}\)?/i, 'service')
    .replace(/\((service|task|instance|task-set|taskSet|target-group|elb) [^\s)]{1,300}\)/gi, '($1)')
}

function wordWithoutNames(word: string): string {
  const scheme = word.indexOf('://')
  const slash = word.indexOf('/', scheme < 0 ? 0 : scheme + 3)
  if (slash <= 0 || !/\.[a-z]{2,6}(:\d{1,5})?$/i.test(word.slice(Math.max(0, slash - 14), slash))) return word
  const path = word.slice(slash + 1)
  const kept = [path.startsWith('library/') ? 'library/' : '', path.includes('@sha256:') ? '@sha256:' : '']
  const end = /[:."',)]*$/.exec(path.slice(-4))?.[0] ?? ''
  return `${word.slice(0, slash + 1)}${kept.join('')}${end}`
}
