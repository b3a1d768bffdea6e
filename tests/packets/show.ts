import { vpcsOf } from './aws-state.ts'
import type { Drop } from './kernel/drop.ts'
import type { Tried } from './kernel/trial.ts'
import type { PacketWorld } from './packet-world.ts'
import type { Judged } from './run.ts'

/** Both sides of a mismatch, and the world in which they disagree. */
export function shown(seed: number, { snapshot }: PacketWorld, { probe, path, kernel, comparison }: Judged): string {
  const { subnetId, securityGroupIds, publicIp, host, port } = probe
  const why = comparison.outcome === 'mismatch' ? comparison.why : comparison.outcome
  return [
    `Mismatch in the world of seed ${seed}: ${why}`,
    `  from ${subnetId} with ${securityGroupIds.join(', ') || 'the default group'}${publicIp ? ' and a public address' : ''} to ${host}:${port}`,
    `  Farsight: ${path.verdict}${path.partial === undefined ? '' : ` for ${path.partial.works} of ${path.partial.of}`}`,
    ...path.blockers.map((blocker) => `    ${JSON.stringify(blocker)}`),
    ...path.gaps.map((gap) => `    open: ${JSON.stringify(gap)}`),
    `  the kernel: ${comparison.verdict}`,
    ...kernel.tried.slice(0, MOST).map((each) => `    ${connection(each)}`),
    ...(kernel.tried.length > MOST ? [`    and ${kernel.tried.length - MOST} more`] : []),
    JSON.stringify(Object.fromEntries(vpcsOf(snapshot)), null, 1).replace(/^/gm, '  '),
  ].join('\n')
}

const MOST = 16

function connection({ source, sourcePort, target, natPort, open, fate }: Tried): string {
  const what = open
    ? 'open'
    : fate === null
      ? 'lost'
      : `${fate.reply ? 'answer' : 'request'} dropped by ${words(fate.drop)}`
  return `${source} port ${sourcePort} (NAT ${natPort}) to ${target}: ${what}`
}

function words({ by, ...rest }: Drop): string {
  return `${by} ${Object.values(rest).join(' ')}`
}
