import { listed, type Phrase, phrase } from './phrase.ts'

/** What values of options look like, for `expected …` and `… を指定してください`. */
export const expectedValues = {
  account: phrase({ en: '12 digits, such as 111122223333', ja: '12 桁の数字 (例: 111122223333)' }),
  region: phrase({ en: 'a Region, such as ap-northeast-1', ja: 'リージョン (例: ap-northeast-1)' }),
  oneId: phrase({
    en: 'one id; repeat the option for each',
    ja: '1 つの ID (複数あるときはオプションを繰り返します)',
  }),
}

const sourceKindNames = {
  snapshot: phrase({ en: 'a snapshot', ja: 'スナップショット' }),
  template: phrase({ en: 'a CloudFormation template', ja: 'CloudFormation テンプレート' }),
  cdk: phrase({ en: 'CDK output', ja: 'CDK の出力' }),
  terraform: phrase({ en: 'a Terraform plan', ja: 'Terraform プラン' }),
  'task-definition': phrase({ en: '--task-definition', ja: '--task-definition' }),
}

export type SourceKind = keyof typeof sourceKindNames

interface Misplaced {
  readonly option: string
  readonly file: string
  readonly kind: SourceKind
  /** The sources that the option belongs to. */
  readonly belongsTo: readonly SourceKind[]
}

/** What is no warning: the answer is as good without it. */
export const hints = {
  oneLinePlan: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` is one long line; with --terraform-dir and the folder of the configuration, messages name the lines there`,
    ja: ({ file }) =>
      `\`${file}\` は 1 行の長いファイルです。--terraform-dir で設定のフォルダーを指定すると、メッセージにその行番号を示します`,
  }),
}

/** Wrong use that has no code of its own. */
export const usageWords = {
  misplaced: phrase<Misplaced>({
    en: ({ option, file, kind, belongsTo }) =>
      `\`${option}\` goes with ${alternatives.en(belongsTo)}; \`${file}\` is ${isA(kind).en()}`,
    ja: ({ option, file, kind, belongsTo }) =>
      `\`${option}\` は ${alternatives.ja(belongsTo)} とともに使うオプションで、${isA(kind).ja()} (\`${file}\`) には使えません`,
  }),
  noSuchCause: phrase<{ readonly name: string; readonly nearest: readonly string[] }>({
    en: ({ name, nearest }) =>
      `\`--ignore\`: there is no cause \`${name}\`; ${nearest.length === 0 ? 'reports show the id of each cause in brackets' : didYouMean.en(nearest)}`,
    ja: ({ name, nearest }) =>
      `\`--ignore\`: \`${name}\` という原因はありません。${nearest.length === 0 ? '原因の ID はレポートの [ ] の中にあります' : didYouMean.ja(nearest)}`,
  }),
}

export const didYouMean = phrase<readonly string[]>({
  en: (names) => `did you mean ${listed.en(quoted(names)).replace(/ and (?=[^ ]*$)/, ' or ')}?`,
  ja: (names) => `${listed.ja(quoted(names))} ではありませんか`,
})

const alternatives = phrase<readonly SourceKind[]>({
  en: (kinds) => listed.en(kinds.map((kind) => sourceKindNames[kind].en())).replace(/ and (?=[^,]*$)/, ' or '),
  ja: (kinds) => listed.ja(kinds.map((kind) => sourceKindNames[kind].ja())),
})

function isA(kind: SourceKind): Phrase {
  return kind === 'task-definition' ? phrase({ en: 'a task definition', ja: 'タスク定義' }) : sourceKindNames[kind]
}

function quoted(names: readonly string[]): readonly string[] {
  return names.map((name) => `\`${name}\``)
}
