import type { Lead } from '../../diagnosis/lead.ts'
import { leadSentences } from '../../words/diagnosis.ts'
import type { Language } from '../../words/phrase.ts'

/** Where to look, in sentences. */
export function leadTexts(lead: Lead, language: Language): readonly string[] {
  const unknown = leadSentences.unknown[language]()
  switch (lead.lead) {
    case 'logs':
      return [leadSentences.logs[language]({ container: lead.container, command: logsCommand(lead) })]
    case 'logs-elsewhere':
      return [
        lead.driver === null
          ? leadSentences.noLogs[language](lead.container)
          : leadSentences.logsElsewhere[language]({ container: lead.container, driver: lead.driver }),
      ]
    case 'target-group': {
      const port = lead.port === null ? unknown : `${lead.port}`
      const { targetGroup, container, healthCheckPath: path, taskGroups, loadBalancerGroups, gracePeriod } = lead
      return [
        leadSentences.targetGroup[language]({
          targetGroup: targetGroup ?? unknown,
          container: container ?? unknown,
          port,
          path,
        }),
        leadSentences.groups[language]({
          task: taskGroups?.join(', ') ?? unknown,
          balancer: loadBalancerGroups?.join(', ') ?? unknown,
          port,
        }),
        gracePeriod === null ? leadSentences.noGrace[language]() : leadSentences.grace[language](gracePeriod),
      ]
    }
    case 'tasks-beneath':
      return [leadSentences.beneath[language](lead.count)]
  }
}

/** A word for a shell: what the definition names is not ours. */
function word(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

function logsCommand({ group, stream, region }: Extract<Lead, { lead: 'logs' }>): string {
  return stream === null
    ? `aws logs tail ${word(group)} --region ${word(region)} --since 3h`
    : `aws logs get-log-events --log-group-name ${word(group)} --log-stream-name ${word(stream)} --region ${word(region)}`
}
