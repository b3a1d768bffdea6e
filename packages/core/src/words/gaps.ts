import type { Gap } from '../model/gap.ts'
import { assumptionSentences } from './assumptions.ts'
import { notModeledText } from './not-modeled.ts'
import { type Language, type Phrase, phrase } from './phrase.ts'

/** Why a fact is not known. */
type GapPhrases = { readonly [Kind in Gap['gap']]: Phrase<Extract<Gap, { gap: Kind }>> }

const gapReasons: GapPhrases = {
  'not-read': phrase({ en: 'not read', ja: '読み取られていません' }),
  denied: phrase({
    en: ({ permission }) => `reading was denied (${permission})`,
    ja: ({ permission }) => `読み取りが拒否されました (${permission})`,
  }),
  'other-owner': phrase({
    en: ({ account }) => `it belongs to account ${account}, which alone can list it`,
    ja: ({ account }) => `アカウント ${account} の所有物で、そのアカウントだけが一覧できます`,
  }),
  parameter: phrase({
    en: ({ name }) => `parameter ${name} has no value`,
    ja: ({ name }) => `パラメータ ${name} に値がありません`,
  }),
  option: phrase({
    en: ({ option }) =>
      ({
        '--account': 'the code does not say to which account it goes',
        '--region': 'the code does not say to which Region it goes',
        '--subnet': 'nothing says in which subnets the task shall run',
      })[option],
    ja: ({ option }) =>
      ({
        '--account': 'デプロイ先のアカウントがコードから分かりません',
        '--region': 'デプロイ先のリージョンがコードから分かりません',
        '--subnet': 'タスクを実行するサブネットが指定されていません',
      })[option],
  }),
  unresolved: phrase({
    en: ({ expression }) => `${expression} is not resolved`,
    ja: ({ expression }) => `${expression} を解決できません`,
  }),
  refused: phrase({
    en: ({ expression }) => `AWS does not accept it: ${expression}`,
    ja: ({ expression }) => `AWS が受け付けない記述です: ${expression}`,
  }),
  'after-deploy': phrase({ en: 'it is decided during the deployment', ja: 'デプロイ時に決まります' }),
  'not-modeled': phrase({
    en: ({ what, of }) => `not judged yet: ${notModeledText(what, of, 'en')}`,
    ja: ({ what, of }) => `まだ判定できません: ${notModeledText(what, of, 'ja')}`,
  }),
  assumed: phrase({
    en: ({ assumption }) => `not taken as good with --strict: ${assumptionText('en', assumption)}`,
    ja: ({ assumption }) => `--strict では前提としません: ${assumptionText('ja', assumption)}`,
  }),
}

/** What settles a gap, for people; null where nothing that a person can do here does. */
const gapRemedies: { readonly [Kind in Gap['gap']]: Phrase<Extract<Gap, { gap: Kind }>> | null } = {
  'not-read': phrase({
    en: ({ permission }) =>
      permission === undefined
        ? 'write it into the snapshot'
        : `read it with ${permission}, or write it into the snapshot`,
    ja: ({ permission }) =>
      permission === undefined
        ? 'スナップショットに書き加えてください'
        : `${permission} で読み取るか、スナップショットに書き加えてください`,
  }),
  denied: phrase({
    en: ({ permission }) => `allow ${permission}`,
    ja: ({ permission }) => `${permission} を許可してください`,
  }),
  'other-owner': phrase({
    en: ({ account }) => `read account ${account} too`,
    ja: ({ account }) => `アカウント ${account} も読み取ってください`,
  }),
  parameter: phrase({
    en: ({ name }) => `--parameter ${name}=…`,
    ja: ({ name }) => `--parameter ${name}=… を指定してください`,
  }),
  option: phrase({
    en: ({ option }) => `${option} …`,
    ja: ({ option }) => `${option} を指定してください`,
  }),
  unresolved: null,
  refused: phrase({ en: 'correct it', ja: '記述を修正してください' }),
  'after-deploy': null,
  'not-modeled': null,
  assumed: phrase({ en: 'leave out --strict', ja: '--strict を外してください' }),
}

function assumptionText(language: Language, id: string): string {
  const sentence = Object.hasOwn(assumptionSentences, id)
    ? assumptionSentences[id as keyof typeof assumptionSentences]
    : null
  return sentence === null ? id : sentence[language]()
}

export function gapReason(gap: Gap, language: Language): string {
  return (gapReasons[gap.gap] as Phrase<Gap>)[language](gap)
}

/** Code cannot be read anew: what it leaves open, it must say. */
const declareInCode = phrase({ en: 'declare it in the template', ja: 'テンプレートで宣言してください' })

export function gapRemedy(gap: Gap, language: Language, source: 'snapshot' | 'template'): string | null {
  if (gap.gap === 'not-read' && source === 'template') return declareInCode[language]()
  const remedy = gapRemedies[gap.gap] as Phrase<Gap> | null
  return remedy === null ? null : remedy[language](gap)
}
