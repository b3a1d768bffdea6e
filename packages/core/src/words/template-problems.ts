import { type Language, phrase } from './phrase.ts'
import type { ProblemParameters } from './problem-parameters.ts'

/** What a part of a template is, or shall be. */
const FORMS: { readonly [form: string]: { readonly [Spoken in Language]: string } } = {
  map: { en: 'a map', ja: 'マップ' },
  list: { en: 'a list', ja: 'リスト' },
  text: { en: 'text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  boolean: { en: 'true or false', ja: '真偽値' },
  policy: { en: 'an IAM policy', ja: 'IAM ポリシー' },
  nothing: { en: 'nothing', ja: '値なし' },
  absent: { en: 'nothing', ja: '値なし' },
  function: { en: 'a function', ja: '関数' },
  reference: { en: 'a reference', ja: '参照' },
}

/** Why a file that a template names was not read. */
const FAILURES: { readonly [failure: string]: { readonly [Spoken in Language]: string } } = {
  missing: { en: 'there is no such file', ja: 'ファイルがありません' },
  outside: {
    en: 'it leads out of the folder that may be read',
    ja: '読み取りを許可されたフォルダーの外を指しています',
  },
  folder: { en: 'it is a folder', ja: 'フォルダーです' },
  'too-large': { en: 'it is too large', ja: '大きすぎます' },
  'not-utf8': { en: 'it is not UTF-8 text', ja: 'UTF-8 のテキストではありません' },
}

function failure(name: string | undefined, language: Language): string {
  const known = name === undefined || !Object.hasOwn(FAILURES, name) ? undefined : FAILURES[name]
  return known?.[language] ?? { en: 'it cannot be read', ja: '読み取れません' }[language]
}

function form(name: string | undefined, language: Language): string {
  const known = name === undefined || !Object.hasOwn(FORMS, name) ? undefined : FORMS[name]
  return known === undefined ? `\`${name ?? ''}\`` : known[language]
}

/** What the YAML library says in English alone, by its codes. */
const SYNTAX_REASONS: { readonly [code: string]: string } = {
  BAD_ALIAS: 'エイリアスが正しくありません',
  BAD_DQ_ESCAPE: '二重引用符の中のエスケープが正しくありません',
  BAD_INDENT: 'インデントが正しくありません',
  BAD_SCALAR_START: '値をこの文字で始めることはできません',
  BLOCK_AS_IMPLICIT_KEY: 'マッピングをキーと同じ行に書くことはできません',
  BLOCK_IN_FLOW: '{} や [] の中にブロック形式は書けません',
  EXPECTED: '必要な記号がありません',
  MISSING_CHAR: '必要な記号がありません',
  MULTILINE_IMPLICIT_KEY: 'キーを複数行に分けることはできません',
  TAB_AS_INDENT: 'インデントにタブは使えません',
  UNEXPECTED_TOKEN: 'この位置に書けないものがあります',
}

/** What can be wrong with a CloudFormation template. */
export const templateProblems = {
  E_EMPTY_FILE: phrase<ProblemParameters>({
    en: 'the file is empty; expected a snapshot or a CloudFormation template',
    ja: 'ファイルが空です。スナップショットか CloudFormation テンプレートが必要です',
  }),
  E_SYNTAX: phrase<ProblemParameters>({
    en: ({ format, detail }) => `not ${format}: ${detail}`,
    ja: ({ format, detail, reason }) => {
      const why = reason !== undefined && Object.hasOwn(SYNTAX_REASONS, reason) ? SYNTAX_REASONS[reason] : undefined
      return `${format} として読めません: ${why === undefined ? detail : `${why} (${detail})`}`
    },
  }),
  E_MULTIPLE_DOCUMENTS: phrase<ProblemParameters>({
    en: 'a second YAML document begins here; a template is one document',
    ja: 'ここから 2 つ目の YAML ドキュメントが始まっています。テンプレートは 1 つのドキュメントです',
  }),
  E_TOO_DEEP: phrase<ProblemParameters>({
    en: ({ limit }) => `nested deeper than ${limit} levels`,
    ja: ({ limit }) => `入れ子が ${limit} 段を超えています`,
  }),
  E_TOO_MANY_ALIASES: phrase<ProblemParameters>({
    en: ({ limit }) => `aliases stand for more than ${limit} values`,
    ja: ({ limit }) => `エイリアスを展開した値が ${limit} 個を超えています`,
  }),
  E_UNDEFINED_ALIAS: phrase<ProblemParameters>({
    en: ({ name }) => `there is no anchor \`${name}\` for this alias`,
    ja: ({ name }) => `このエイリアスのアンカー \`${name}\` がありません`,
  }),
  W_DUPLICATE_KEY: phrase<ProblemParameters>({
    en: ({ key, firstLine }) => `the key \`${key}\` is there twice; this one counts, not the one in line ${firstLine}`,
    ja: ({ key, firstLine }) => `キー \`${key}\` が重複しています。${firstLine} 行目ではなくこちらを使います`,
  }),
  E_UNKNOWN_TAG: phrase<ProblemParameters>({
    en: ({ tag }) => `CloudFormation has no tag \`${tag}\``,
    ja: ({ tag }) => `CloudFormation に \`${tag}\` というタグはありません`,
  }),
  E_UNKNOWN_FUNCTION: phrase<ProblemParameters>({
    en: ({ name }) => `CloudFormation has no function \`${name}\``,
    ja: ({ name }) => `CloudFormation に \`${name}\` という関数はありません`,
  }),
  E_BAD_FUNCTION: phrase<ProblemParameters>({
    en: (parameters) =>
      `\`${parameters.function}\` takes \`${parameters.expected}\`, not ${form(parameters.found, 'en')}`,
    ja: (parameters) =>
      `\`${parameters.function}\` の引数は \`${parameters.expected}\` でなければなりませんが、${form(parameters.found, 'ja')}です`,
  }),
  E_NO_RESOURCES: phrase<ProblemParameters>({
    en: 'neither a snapshot ("schema": "farsight.snapshot/1") nor a CloudFormation template: there is no Resources',
    ja: 'スナップショット ("schema": "farsight.snapshot/1") でも CloudFormation テンプレートでもありません: Resources がありません',
  }),
  E_WRONG_TYPE: phrase<ProblemParameters>({
    en: ({ what, expected, found }) => `\`${what}\` must be ${form(expected, 'en')}, not ${form(found, 'en')}`,
    ja: ({ what, expected, found }) =>
      `\`${what}\` は${form(expected, 'ja')}でなければなりませんが、${form(found, 'ja')}です`,
  }),
  E_BAD_LOGICAL_ID: phrase<ProblemParameters>({
    en: ({ logicalId }) => `\`${logicalId}\` is no logical ID: only letters and digits`,
    ja: ({ logicalId }) => `\`${logicalId}\` は論理 ID として使えません。使えるのは英数字だけです`,
  }),
  E_RESOURCE_WITHOUT_TYPE: phrase<ProblemParameters>({
    en: ({ logicalId }) => `resource \`${logicalId}\` has no Type`,
    ja: ({ logicalId }) => `リソース \`${logicalId}\` に Type がありません`,
  }),
  E_UNDEFINED_REFERENCE: phrase<ProblemParameters>({
    en: ({ name }) => `there is no resource or parameter \`${name}\` in the template`,
    ja: ({ name }) => `テンプレートに \`${name}\` というリソースもパラメータもありません`,
  }),
  E_UNDEFINED_CONDITION: phrase<ProblemParameters>({
    en: ({ name }) => `there is no condition \`${name}\` in the template`,
    ja: ({ name }) => `テンプレートに \`${name}\` という条件がありません`,
  }),
  E_CIRCULAR_REFERENCE: phrase<ProblemParameters>({
    en: 'this expression leads back to itself',
    ja: 'この式は循環参照になっています',
  }),
  E_NESTED_UNREAD: phrase<ProblemParameters>({
    en: (parameters) => `the nested template \`${parameters.file}\` was not read: ${failure(parameters.failure, 'en')}`,
    ja: (parameters) =>
      `ネストされたテンプレート \`${parameters.file}\` を読み取れませんでした: ${failure(parameters.failure, 'ja')}`,
  }),
  W_NESTED_UNREAD: phrase<ProblemParameters>({
    en: (parameters) =>
      `the nested template \`${parameters.file}\` was not read, so what it makes is not known: ${failure(parameters.failure, 'en')}`,
    ja: (parameters) =>
      `ネストされたテンプレート \`${parameters.file}\` を読み取れなかったため、その内容は不明として扱います: ${failure(parameters.failure, 'ja')}`,
  }),
  E_NO_PLAN: phrase<ProblemParameters>({
    en: 'no plan of Terraform or OpenTofu: expected `format_version` and `planned_values`, as `show -json` prints them',
    ja: 'Terraform または OpenTofu のプランではありません。`show -json` が出力する `format_version` と `planned_values` が必要です',
  }),
  W_PLAN_VERSION: phrase<ProblemParameters>({
    en: ({ version }) => `the plan has format version ${version}; 1 is known here`,
    ja: ({ version }) => `プランの形式バージョンは ${version} です。対応しているのは 1 です`,
  }),
  W_PLAN_ERRORED: phrase<ProblemParameters>({
    en: 'planning ended with an error: the plan is not complete',
    ja: 'プランの作成がエラーで終わっているため、プランは完全ではありません',
  }),
  E_NO_MANIFEST: phrase<ProblemParameters>({
    en: 'no manifest of a CDK app: expected `version` and `artifacts`',
    ja: 'CDK アプリのマニフェストではありません。`version` と `artifacts` が必要です',
  }),
  W_MANIFEST_VERSION: phrase<ProblemParameters>({
    en: ({ version, known }) => `the manifest has version ${version}, newer than ${known}, the last one known here`,
    ja: ({ version, known }) => `マニフェストのバージョン ${version} は、対応している ${known} より新しいものです`,
  }),
  W_CONTEXT_MISSING: phrase<ProblemParameters>({
    en: ({ key }) =>
      `synthesized without the context value \`${key}\`: the template holds made-up values; run \`cdk synth\` with access to the account`,
    ja: ({ key }) =>
      `コンテキスト値 \`${key}\` なしで合成されたため、テンプレートに仮の値が入っています。アカウントにアクセスできる状態で \`cdk synth\` を実行してください`,
  }),
  E_ASSEMBLY_UNREAD: phrase<ProblemParameters>({
    en: (parameters) => `\`${parameters.file}\` was not read: ${failure(parameters.failure, 'en')}`,
    ja: (parameters) => `\`${parameters.file}\` を読み取れませんでした: ${failure(parameters.failure, 'ja')}`,
  }),
  E_NO_SUCH_STACK: phrase<ProblemParameters>({
    en: ({ name, known }) => `there is no stack \`${name}\`; there are: ${known}`,
    ja: ({ name, known }) => `スタック \`${name}\` はありません。あるのは ${known} です`,
  }),
  E_NESTED_IN_ITSELF: phrase<ProblemParameters>({
    en: ({ file }) => `\`${file}\` nests itself, or stacks nest too deep`,
    ja: ({ file }) => `\`${file}\` が自分自身をネストしているか、ネストが深すぎます`,
  }),
  E_PARAMETER_WITHOUT_KEY: phrase<ProblemParameters>({
    en: 'expected an object with `ParameterKey` and `ParameterValue`',
    ja: '`ParameterKey` と `ParameterValue` を持つオブジェクトが必要です',
  }),
  W_LOOP_NOT_KNOWN: phrase<ProblemParameters>({
    en: ({ name }) => `the collection of the loop \`${name}\` is not known; what it makes is not read`,
    ja: ({ name }) => `ループ \`${name}\` のコレクションが不明なため、その展開結果は読み取りません`,
  }),
  E_LOOP_TOO_LARGE: phrase<ProblemParameters>({
    en: ({ limit }) => `the loops make more than ${limit} values`,
    ja: ({ limit }) => `ループの展開結果が ${limit} 個を超えています`,
  }),
  W_UNDEFINED_MAPPING: phrase<ProblemParameters>({
    en: ({ name }) => `the Mappings have no \`${name}\`; the value counts as not known`,
    ja: ({ name }) => `Mappings に \`${name}\` がないため、値は不明として扱います`,
  }),
  W_INDEX_OUT_OF_RANGE: phrase<ProblemParameters>({
    en: ({ index, length }) =>
      `Fn::Select asks for item ${index} of a list of ${length}; the value counts as not known`,
    ja: ({ index, length }) =>
      `Fn::Select が要素数 ${length} のリストの ${index} 番目を指しているため、値は不明として扱います`,
  }),
  W_ACCOUNT_INFERRED: phrase<ProblemParameters>({
    en: ({ account, evidence }) => `account taken to be ${account}, from \`${evidence}\`; --account says otherwise`,
    ja: ({ account, evidence }) =>
      `\`${evidence}\` からアカウントを ${account} と推定しました。--account で変更できます`,
  }),
  W_REGION_INFERRED: phrase<ProblemParameters>({
    en: ({ region, evidence }) => `Region taken to be ${region}, from \`${evidence}\`; --region says otherwise`,
    ja: ({ region, evidence }) => `\`${evidence}\` からリージョンを ${region} と推定しました。--region で変更できます`,
  }),
  W_PLACE_OF_MANIFEST: phrase<ProblemParameters>({
    en: ({ stack, option, place }) => `stack \`${stack}\` goes to ${place}, as the manifest says, not to \`${option}\``,
    ja: ({ stack, option, place }) =>
      `スタック \`${stack}\` のデプロイ先は、\`${option}\` ではなく、マニフェストにある ${place} として扱います`,
  }),
  W_PLACE_OF_SNAPSHOT: phrase<ProblemParameters>({
    en: ({ option, held }) => `the snapshot holds ${held || 'no account'}; \`${option}\` changes nothing of that`,
    ja: ({ option, held }) =>
      `スナップショットには${held === '' ? 'アカウントがありません' : ` ${held} が含まれています`}。\`${option}\` を指定しても変わりません`,
  }),
  W_PLACE_NOT_IN_OVER: phrase<ProblemParameters>({
    en: ({ place, held }) =>
      `the code goes to ${place}, and the snapshot of --over holds ${held || 'no account'}: nothing that is there already is known`,
    ja: ({ place, held }) =>
      `コードのデプロイ先は ${place} ですが、--over のスナップショットには${held === '' ? 'アカウントがありません' : `${held} しかありません`}。デプロイ先に既にあるものは不明です`,
  }),
  W_PLACE_OPEN: phrase<ProblemParameters>({
    en: ({ held }) =>
      `the snapshot of --over holds ${held || 'no account'}, and where the code goes is not known: say it with --account and --region`,
    ja: ({ held }) =>
      `--over のスナップショットには${held === '' ? 'アカウントがなく' : `${held} があり`}、コードのデプロイ先が分かりません。--account と --region で指定してください`,
  }),
  W_KIND_NOT_READ: phrase<ProblemParameters>({
    en: ({ type }) => `\`${type}\` bears on launches and is not read: the answer does not rest on it`,
    ja: ({ type }) => `\`${type}\` は起動に影響しますが、読み取りに対応していないため、結果に反映されません`,
  }),
  W_POLICY_ELSEWHERE: phrase<ProblemParameters>({
    en: ({ property }) => `\`${property}\` names nothing that this code makes: the policy is not judged`,
    ja: ({ property }) => `\`${property}\` の対象はこのコードで作成されないため、ポリシーは判定に使いません`,
  }),
  W_UNKNOWN_PARAMETER: phrase<ProblemParameters>({
    en: ({ name }) => `the template has no parameter \`${name}\``,
    ja: ({ name }) => `テンプレートにパラメータ \`${name}\` はありません`,
  }),
  W_MISSING_PROPERTY: phrase<ProblemParameters>({
    en: ({ property }) => `the property \`${property}\` is missing; it counts as not known`,
    ja: ({ property }) => `プロパティ \`${property}\` がないため、不明として扱います`,
  }),
  W_WRONG_PROPERTY_TYPE: phrase<ProblemParameters>({
    en: ({ expected, found }) => `expected ${form(expected, 'en')}, found ${form(found, 'en')}; it counts as not known`,
    ja: ({ expected, found }) =>
      `${form(expected, 'ja')}が必要ですが、${form(found, 'ja')}があるため、不明として扱います`,
  }),
  W_BAD_VALUE: phrase<ProblemParameters>({
    en: ({ expected, value }) => `\`${value}\` is none of ${expected}; it counts as not known`,
    ja: ({ expected, value }) => `\`${value}\` は ${expected} のいずれでもないため、不明として扱います`,
  }),
}
