import type { Evidence, InferredField, Stop } from '../../stops/stop.ts'
import type { Language } from '../../words/phrase.ts'
import {
  causeStepNames,
  evidenceSentences,
  kindNames,
  layerNames,
  retriedWords,
  serviceNames,
  stopLabels,
  transientWords,
} from '../../words/stops.ts'

/** What was read, as labels with values; what the message does not tell is left out. */
export function stopFacts(stop: Stop, language: Language): readonly (readonly [label: string, value: string])[] {
  const { step, kind, service, action, resource, principal, container, transient, retriedBy } = stop
  const inferred = (field: InferredField) =>
    stop.inferred.includes(field) ? ` ${stopLabels.inferred[language]()}` : ''
  const passing = transient === null ? 'unknown' : transient ? 'yes' : 'no'
  const facts: readonly (readonly [string, string | null])[] = [
    [stopLabels.step[language](), step === null ? null : causeStepNames[step][language]() + inferred('step')],
    [stopLabels.kind[language](), kindNames[kind][language]() + inferred('kind')],
    [stopLabels.service[language](), service === null ? null : serviceNames[service][language]() + inferred('service')],
    [stopLabels.action[language](), action],
    [stopLabels.resource[language](), resource],
    [stopLabels.principal[language](), principal],
    [stopLabels.container[language](), container],
    [stopLabels.transient[language](), kind === 'intended' ? null : transientWords[passing][language]()],
    [stopLabels.retriedBy[language](), retriedBy === null ? null : retriedWords[retriedBy][language]()],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

export function evidenceSentence({ fact, value }: Evidence, language: Language): string {
  const said = fact === 'denied-by' ? layerName(value, language) : value
  return evidenceSentences[fact][language](said)
}

function layerName(layer: string, language: Language): string {
  return Object.hasOwn(layerNames, layer) ? layerNames[layer as keyof typeof layerNames][language]() : layer
}
