import { phrase } from './phrase.ts'
import type { ProblemParameters } from './problem-parameters.ts'

/** What can be wrong with a snapshot. Lists and found values come with their backticks. */
export const snapshotProblems = {
  E_JSON_SYNTAX: phrase<ProblemParameters>({
    en: ({ expected, found }) => `not JSON: expected ${expected}, found \`${found}\``,
    ja: ({ expected, found }) => `JSON として読めません。${expected} のいずれかが必要ですが、\`${found}\` があります`,
  }),
  E_JSON_CUT_OFF: phrase<ProblemParameters>({
    en: ({ expected }) => `the JSON ends too early: expected ${expected}`,
    ja: ({ expected }) => `JSON が途中で終わっています。続きに ${expected} のいずれかが必要です`,
  }),
  E_SNAPSHOT_TOO_DEEP: phrase<ProblemParameters>({
    en: ({ limit }) => `nested deeper than ${limit} levels`,
    ja: ({ limit }) => `入れ子が ${limit} 段を超えています`,
  }),
  E_SNAPSHOT_SCHEMA: phrase<ProblemParameters>({
    en: ({ expected, found }) => `\`schema\` must be \`${expected}\`, not ${found}`,
    ja: ({ expected, found }) => `\`schema\` は \`${expected}\` でなければなりませんが、${found} です`,
  }),
  E_SNAPSHOT_UNKNOWN_KEY: phrase<ProblemParameters>({
    en: ({ key, known }) => `unknown key \`${key}\`; known here: ${known}`,
    ja: ({ key, known }) => `\`${key}\` というキーはありません。ここで使えるのは ${known} です`,
  }),
  E_SNAPSHOT_MISSPELLED_KEY: phrase<ProblemParameters>({
    en: ({ key, nearest }) => `unknown key \`${key}\`: did you mean \`${nearest}\`?`,
    ja: ({ key, nearest }) => `\`${key}\` というキーはありません。\`${nearest}\` の誤りではありませんか`,
  }),
  E_SNAPSHOT_FORBIDDEN_KEY: phrase<ProblemParameters>({
    en: ({ key }) => `the key \`${key}\` cannot be used`,
    ja: ({ key }) => `\`${key}\` はキーとして使えません`,
  }),
  E_SNAPSHOT_DUPLICATE_KEY: phrase<ProblemParameters>({
    en: ({ key }) => `the key \`${key}\` occurs twice in one object`,
    ja: ({ key }) => `同じオブジェクトにキー \`${key}\` が 2 回あります`,
  }),
  E_SNAPSHOT_MISSING_KEY: phrase<ProblemParameters>({
    en: ({ key }) => `the key \`${key}\` is missing`,
    ja: ({ key }) => `キー \`${key}\` がありません`,
  }),
  E_SNAPSHOT_WRONG_TYPE: phrase<ProblemParameters>({
    en: ({ expected, found }) => `expected ${expected}, found ${found}`,
    ja: ({ expected, found }) => `型は ${expected} でなければなりませんが、${found} です`,
  }),
  E_SNAPSHOT_WRONG_VALUE: phrase<ProblemParameters>({
    en: ({ expected, found }) => `expected one of ${expected}, found ${found}`,
    ja: ({ expected, found }) => `値は ${expected} のいずれかでなければなりませんが、${found} です`,
  }),
  E_SNAPSHOT_WRONG_FORMAT: phrase<ProblemParameters>({
    en: ({ example, found }) => `${found} does not have the form of \`${example}\``,
    ja: ({ example, found }) => `${found} は \`${example}\` のような形式ではありません`,
  }),
  E_SNAPSHOT_TOO_SMALL: phrase<ProblemParameters>({
    en: ({ minimum, found }) => `must be at least ${minimum}, not ${found}`,
    ja: ({ minimum, found }) => `${minimum} 以上でなければなりませんが、${found} です`,
  }),
  E_SNAPSHOT_TOO_LARGE: phrase<ProblemParameters>({
    en: ({ maximum, found }) => `must be at most ${maximum}, not ${found}`,
    ja: ({ maximum, found }) => `${maximum} 以下でなければなりませんが、${found} です`,
  }),
  E_SNAPSHOT_WRONG_REST: phrase<ProblemParameters>({
    en: ({ found }) => `\`*\` speaks for all that is not written: only null or a gap, not ${found}`,
    ja: ({ found }) =>
      `\`*\` は書かれていないもの全体を表すため、null かギャップだけが使えます (${found} は使えません)`,
  }),
  E_SNAPSHOT_GAP_NOT_POSSIBLE: phrase<ProblemParameters>({
    en: 'no gap can stand here; put it in place of the part around it',
    ja: 'ここにギャップは書けません。これを含む部分の代わりに書いてください',
  }),
  E_SNAPSHOT_NO_PEER: phrase<ProblemParameters>({
    en: 'the rule needs one of `cidr`, `groupId`, `prefixListId`',
    ja: 'ルールには `cidr`、`groupId`、`prefixListId` のいずれか 1 つが必要です',
  }),
  E_SNAPSHOT_NOT_ONE_PEER: phrase<ProblemParameters>({
    en: ({ peers }) => `only one peer in a rule, not ${peers}`,
    ja: ({ peers }) => `相手はルールごとに 1 つだけですが、${peers} があります`,
  }),
  W_SNAPSHOT_ODD_POLICY: phrase<ProblemParameters>({
    en: ({ element, found }) => `IAM does not know ${found} for \`${element}\`; it counts as not known`,
    ja: ({ element, found }) => `\`${element}\` の ${found} は IAM では解釈できないため、不明として扱います`,
  }),
  E_SNAPSHOT_MORE_PROBLEMS: phrase<ProblemParameters>({
    en: ({ count }) => `and ${count} more`,
    ja: ({ count }) => `ほかに ${count} 件あります`,
  }),
  W_SNAPSHOT_MORE_PROBLEMS: phrase<ProblemParameters>({
    en: ({ count }) => `and ${count} more`,
    ja: ({ count }) => `ほかに ${count} 件あります`,
  }),
}
