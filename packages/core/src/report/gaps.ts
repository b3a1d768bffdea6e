import type { JudgedLaunch } from '../launch/judge.ts'
import type { Gap } from '../model/gap.ts'
import type { OpenFact } from '../model/judgement.ts'
import { originOf } from '../model/origin.ts'
import type { World } from '../model/world.ts'
import { gapReason, gapRemedy } from '../words/gaps.ts'
import type { Language } from '../words/phrase.ts'
import { subjectText } from '../words/subjects.ts'
import type { ReportGap, SettledBy, Source } from './report.ts'

interface Open {
  readonly fact: OpenFact
  readonly subnets: Set<string>
}

/** Every open fact that leaves something undecided, once, in the order of the launch. */
export function gapsOf(
  world: World,
  { outcomes: answers, subnets }: JudgedLaunch,
  { language, source }: { readonly language: Language; readonly source: Source },
): readonly ReportGap[] {
  const facts = new Map<string, Open>()
  // Many requirements and subnets are open for one and the same fact.
  const seen = new Map<OpenFact, Open>()
  const openOf = (fact: OpenFact): Open => {
    const key = JSON.stringify([fact.what, fact.gap], withoutDerived)
    const open = facts.get(key) ?? { fact, subnets: new Set<string>() }
    facts.set(key, open)
    seen.set(fact, open)
    return open
  }
  for (const outcomes of answers) {
    outcomes.forEach(({ gaps, verdict }, position) => {
      if (verdict !== 'undecided') return
      for (const fact of gaps) {
        const known = seen.get(fact) ?? openOf(fact)
        const subnet = subnets[position]
        if (subnet !== undefined) known.subnets.add(subnet.id)
      }
    })
  }
  return [...facts.values()].map(({ fact, subnets: where }) => ({
    what: subjectText(fact.what, language),
    why: gapReason(fact.gap, language),
    settledBy: settledBy(fact.gap, language, source),
    origin: originOf(world.snapshot.origins, fact.at),
    subnets: [...where],
  }))
}

/** What is made of a parameter is open for the same reason as the parameter itself. */
function withoutDerived(key: string, value: unknown): unknown {
  return key === 'derived' ? undefined : value
}

function settledBy(gap: Gap, language: Language, { type }: Source): SettledBy {
  const text = gapRemedy(gap, language, type === 'template' ? 'template' : 'snapshot')
  switch (gap.gap) {
    case 'not-read':
      return gap.permission === undefined ? { text } : { permission: gap.permission, text }
    case 'denied':
      return { permission: gap.permission, text }
    case 'other-owner':
      return { account: gap.account, text }
    case 'parameter':
      return { option: `--parameter ${gap.name}=`, text }
    case 'option':
      return { option: gap.option, text }
    default:
      return { text }
  }
}
