import { type Phrase, phrase } from './phrase.ts'
import { didYouMean } from './usage.ts'

/** What the command line says: help, and errors of use and input. */
export const helpTexts = {
  program: phrase({
    en: 'Says whether an Amazon ECS task on AWS Fargate will start, in which subnets, and what stops it.',
    ja: 'AWS Fargate 上の Amazon ECS タスクが起動するか、どのサブネットで起動するか、何が妨げているかを示します。',
  }),
  preflight: phrase({
    en: 'Will it start, in which subnets; everything that blocks it',
    ja: '起動するか、どのサブネットか、妨げているものすべて',
  }),
  demoPreflight: phrase({
    en: 'Farsight would have said so before the deployment:',
    ja: 'Farsight はデプロイ前に次のように示します。',
  }),
  demo: phrase({
    en: 'Diagnosis and preflight of a bundled case: private subnets without a way to Secrets Manager',
    ja: '同梱の例の診断と判定: Secrets Manager への経路がないプライベートサブネット',
  }),
  explain: phrase({
    en: 'What a message of ECS, a registry or a tool means, or a cause id; no account is asked',
    ja: 'ECS、レジストリ、ツールのメッセージ、または原因の ID の意味 (アカウントには接続しません)',
  }),
  diagnose: phrase({
    en: 'Why did it stop: what ECS said, proven on the state of the account',
    ja: 'なぜ停止したか: ECS のメッセージを、アカウントの状態で証明します',
  }),
  diagnosePath: phrase({
    en: 'a snapshot with stopped tasks; or a message, JSON of describe-tasks, describe-services or EventBridge, or the ARN of a task of the snapshot; - reads stdin',
    ja: '停止したタスクを含むスナップショット。または、メッセージ、describe-tasks、describe-services、EventBridge の JSON、スナップショットにあるタスクの ARN。- は標準入力です',
  }),
  diagnoseSnapshot: phrase({
    en: 'the state to prove the cause on, beside a message or document',
    ja: 'メッセージや JSON の原因を証明するためのスナップショット',
  }),
  event: phrase({
    en: 'file with JSON of describe-tasks, describe-services or EventBridge; - reads stdin',
    ja: 'describe-tasks、describe-services、EventBridge の JSON のファイル。- は標準入力です',
  }),
  task: phrase({ en: 'only this stopped task: its id or ARN', ja: 'この停止タスクだけ (ID または ARN)' }),
  service: phrase({
    en: 'only this service; a message that names none is of it',
    ja: 'このサービスだけ。サービス名のないメッセージは、このサービスのものとして扱います',
  }),
  diagnoseExitCodes: phrase({
    en: 'Exit codes: 0 answered · 2 bad usage or input, or nothing to diagnose · 3 our own failure · 4 not decided',
    ja: '終了コード: 0 回答あり · 2 使い方または入力の誤り、診断対象なし · 3 Farsight の障害 · 4 判定できない',
  }),
  explainSubject: phrase({
    en: 'a cause id, or a file with a message or with JSON of describe-tasks, describe-services or EventBridge; - reads stdin',
    ja: '原因の ID、またはメッセージか describe-tasks、describe-services、EventBridge の JSON のファイル。- は標準入力です',
  }),
  message: phrase({
    en: 'the message, as it was shown; - reads stdin',
    ja: '表示されたままのメッセージ。- は標準入力です',
  }),
  explainFormat: phrase({ en: 'text (default), json or markdown', ja: 'text (既定)、json または markdown' }),
  explainExitCodes: phrase({
    en: 'Exit codes: 0 explained · 2 bad usage or input, or nothing to explain · 3 our own failure · 4 not understood',
    ja: '終了コード: 0 説明あり · 2 使い方または入力の誤り、説明対象なし · 3 Farsight の障害 · 4 理解できない',
  }),
  path: phrase({
    en: 'a snapshot, a CloudFormation template, a cdk.out folder or a Terraform plan in JSON, recognized by its content; - reads stdin',
    ja: 'スナップショット、CloudFormation テンプレート、cdk.out フォルダー、JSON の Terraform プラン (内容で判別します)。- は標準入力です',
  }),
  snapshot: phrase({ en: 'judge this snapshot', ja: 'このスナップショットを判定します' }),
  template: phrase({
    en: 'judge this CloudFormation template; several are deployed together (repeatable)',
    ja: 'この CloudFormation テンプレートを判定します。複数は一緒にデプロイするものとして扱います (複数指定可)',
  }),
  parameter: phrase({
    en: 'value of a template parameter, KEY=VALUE (repeatable)',
    ja: 'テンプレートパラメータの値、KEY=VALUE (複数指定可)',
  }),
  parameterFile: phrase({
    en: 'file with values of template parameters, as the AWS CLI or CodePipeline takes it (repeatable)',
    ja: 'テンプレートパラメータの値のファイル。AWS CLI または CodePipeline の形式 (複数指定可)',
  }),
  cdkOut: phrase({
    en: 'judge the synthesized CDK app in this folder (cdk.out)',
    ja: 'このフォルダーにある合成済みの CDK アプリ (cdk.out) を判定します',
  }),
  stack: phrase({
    en: 'of CDK output: judge the launches of this stack alone; of templates: what the stack is called (repeatable)',
    ja: 'CDK の出力では、このスタックの起動だけを判定します。テンプレートでは、スタックの名前を指定します (複数指定可)',
  }),
  terraformPlan: phrase({
    en: 'judge this plan of Terraform or OpenTofu, as `show -json` prints it',
    ja: '`show -json` が出力した Terraform または OpenTofu のこのプランを判定します',
  }),
  taskDefinition: phrase({
    en: 'judge a RunTask of this task definition (JSON of the API), over --snapshot if that is given',
    ja: 'このタスク定義 (API の JSON) の RunTask を判定します。--snapshot があれば、その環境で実行するものとします',
  }),
  subnet: phrase({
    en: 'with --task-definition: a subnet in which the task may run (repeatable)',
    ja: '--task-definition と併用: タスクを実行するサブネット (複数指定可)',
  }),
  securityGroup: phrase({
    en: 'with --task-definition: a security group of the task (repeatable); without it the default group of the VPC',
    ja: '--task-definition と併用: タスクのセキュリティグループ (複数指定可)。省略時は VPC のデフォルトのセキュリティグループ',
  }),
  assignPublicIp: phrase({
    en: 'with --task-definition: the task gets a public IP address',
    ja: '--task-definition と併用: タスクにパブリック IP アドレスを割り当てます',
  }),
  cluster: phrase({
    en: 'with --task-definition: the cluster, by name or ARN; without it `default`',
    ja: '--task-definition と併用: クラスターの名前または ARN。省略時は `default`',
  }),
  terraformDir: phrase({
    en: 'folder of the Terraform configuration, so that messages name its lines',
    ja: 'Terraform の設定のフォルダー。メッセージにその行番号を示します',
  }),
  region: phrase({ en: 'Region to which the code is deployed', ja: 'コードのデプロイ先のリージョン' }),
  account: phrase({ en: 'account to which the code is deployed', ja: 'コードのデプロイ先のアカウント' }),
  lang: phrase({
    en: 'language of the answer: en or ja (default: the locale for text, en for json)',
    ja: '回答の言語: en または ja (既定: text はロケール、json は en)',
  }),
  format: phrase({
    en: 'text (default), json, sarif, junit or markdown',
    ja: 'text (既定)、json、sarif、junit、markdown のいずれか',
  }),
  over: phrase({
    en: 'lay the code over this snapshot of the account: what it names is found there',
    ja: 'コードをアカウントのこのスナップショットに重ねます。コードが参照するものをそこから解決します',
  }),
  ignore: phrase({
    en: 'leave a cause out of account, or of one resource: CAUSE or CAUSE@RESOURCE, where * at the end is any rest (repeatable)',
    ja: '原因を、または特定のリソースの原因を無視します: CAUSE または CAUSE@RESOURCE。末尾の * は任意の文字列です (複数指定可)',
  }),
  baseline: phrase({
    en: 'an earlier report (json): only what it does not hold counts',
    ja: '以前のレポート (json)。そこにないものだけを数えます',
  }),
  failOn: phrase({
    en: 'fails: exit 0 where the answer is undecided; undecided: exit 4 (default)',
    ja: 'fails: 判定不能でも終了コード 0、undecided: 終了コード 4 (既定)',
  }),
  strict: phrase({ en: 'count what is taken as good as not known', ja: '前提としたことを不明として扱います' }),
  output: phrase({ en: 'write the answer to this file', ja: '回答をこのファイルに書き込みます' }),
  quiet: phrase({ en: 'no warnings', ja: '警告を表示しません' }),
  help: phrase({ en: 'show this help', ja: 'このヘルプを表示します' }),
  version: phrase({ en: 'show the version', ja: 'バージョンを表示します' }),
  examples: phrase({ en: 'Examples:', ja: '例:' }),
  exitCodes: phrase({
    en: 'Exit codes: 0 starts · 1 something fails · 2 bad usage or input, or nothing to judge · 3 our own failure · 4 undecided',
    ja: '終了コード: 0 起動する · 1 起動しないものがある · 2 使い方または入力の誤り、判定対象なし · 3 Farsight の障害 · 4 判定不能',
  }),
} as const

/** Commander's own headings, by their English text. */
export const helpTitles: { readonly [title: string]: Phrase } = {
  'Usage:': phrase({ en: 'Usage:', ja: '使い方:' }),
  'Arguments:': phrase({ en: 'Arguments:', ja: '引数:' }),
  'Options:': phrase({ en: 'Options:', ja: 'オプション:' }),
  'Commands:': phrase({ en: 'Commands:', ja: 'コマンド:' }),
}

/** Errors of use and of input, by code. Codes are public. */
export const cliErrors = {
  E_UNKNOWN_OPTION: phrase<{ readonly name: string }>({
    en: ({ name }) => `unknown option \`${name}\`; \`farsight --help\` lists what there is`,
    ja: ({ name }) => `不明なオプション \`${name}\` です。\`farsight --help\` で一覧を確認できます`,
  }),
  E_UNKNOWN_COMMAND: phrase<{ readonly name: string }>({
    en: ({ name }) => `unknown command \`${name}\`; \`farsight --help\` lists what there is`,
    ja: ({ name }) => `不明なコマンド \`${name}\` です。\`farsight --help\` で一覧を確認できます`,
  }),
  E_MISSING_VALUE: phrase<{ readonly name: string }>({
    en: ({ name }) => `\`${name}\` needs a value`,
    ja: ({ name }) => `\`${name}\` には値が必要です`,
  }),
  E_TOO_MANY_ARGUMENTS: phrase({
    en: 'too many arguments: one source at a time',
    ja: '引数が多すぎます。入力は 1 つだけ指定してください',
  }),
  E_USAGE: phrase<{ readonly message: string }>({ en: ({ message }) => message, ja: ({ message }) => message }),
  E_INVALID_VALUE: phrase<{ readonly option: string; readonly value: string; readonly expected: string | Phrase }>({
    en: ({ option, value, expected }) =>
      `\`${option} ${value}\`: expected ${typeof expected === 'string' ? expected : expected.en()}`,
    ja: ({ option, value, expected }) =>
      `\`${option} ${value}\`: ${typeof expected === 'string' ? expected : expected.ja()} を指定してください`,
  }),
  E_NO_SOURCE: phrase({
    en: 'nothing to judge: give a snapshot, a CloudFormation template, a cdk.out folder, a Terraform plan or a task definition, such as `farsight preflight app.yaml`',
    ja: '判定対象がありません。`farsight preflight app.yaml` のようにスナップショット、CloudFormation テンプレート、cdk.out フォルダー、Terraform プラン、タスク定義のいずれかを指定してください',
  }),
  E_SEVERAL_SOURCES: phrase({
    en: 'several sources: give one path, or one of --snapshot, --template, --cdk-out and --terraform-plan',
    ja: '入力が複数あります。パス、--snapshot、--template、--cdk-out、--terraform-plan のいずれか 1 つを指定してください',
  }),
  E_NO_MESSAGE: phrase({
    en: 'nothing to explain: give --message, a file, a cause id, or - for stdin',
    ja: '説明する対象がありません。--message、ファイル、原因の ID、または標準入力の - を指定してください',
  }),
  E_UNKNOWN_CAUSE: phrase<{ readonly name: string; readonly nearest: readonly string[] }>({
    en: ({ name, nearest }) =>
      `there is no cause and no file \`${name}\`${nearest.length === 0 ? '' : `; ${didYouMean.en(nearest)}`}`,
    ja: ({ name, nearest }) =>
      `\`${name}\` という原因もファイルもありません${nearest.length === 0 ? '' : `。${didYouMean.ja(nearest)}`}`,
  }),
  E_SEVERAL_MESSAGES: phrase({
    en: 'several things to explain: give either --message or one argument',
    ja: '説明する対象が複数あります。--message か引数のどちらか 1 つを指定してください',
  }),
  E_NO_STOP: phrase({
    en: 'nothing to diagnose: give a snapshot with stopped tasks, a message, or JSON of describe-tasks, such as `farsight diagnose snapshot.json`',
    ja: '診断対象がありません。`farsight diagnose snapshot.json` のように、停止したタスクを含むスナップショット、メッセージ、describe-tasks の JSON のいずれかを指定してください',
  }),
  E_NOTHING_TO_DIAGNOSE: phrase<{ readonly file: string }>({
    en: ({ file }) => `\`${file}\` holds no such stopped task or failure; give what ECS said with --message or --event`,
    ja: ({ file }) =>
      `\`${file}\` には該当する停止タスクも失敗もありません。ECS のメッセージを --message か --event で指定してください`,
  }),
  E_NOTHING_TO_EXPLAIN: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` tells of no stopped task and no error: give what \`aws ecs describe-tasks\` or \`describe-services\` prints, an event of ECS, or the message itself`,
    ja: ({ file }) =>
      `\`${file}\` には停止したタスクもエラーもありません。\`aws ecs describe-tasks\` か \`describe-services\` の出力、ECS のイベント、またはメッセージそのものを指定してください`,
  }),
  E_FILE_NOT_FOUND: phrase<{ readonly file: string }>({
    en: ({ file }) => `there is no file \`${file}\``,
    ja: ({ file }) => `ファイル \`${file}\` がありません`,
  }),
  E_NO_FOLDER: phrase<{ readonly folder: string }>({
    en: ({ folder }) => `there is no folder \`${folder}\``,
    ja: ({ folder }) => `フォルダー \`${folder}\` がありません`,
  }),
  E_FILE_UNREADABLE: phrase<{ readonly file: string; readonly reason: string }>({
    en: ({ file, reason }) => `\`${file}\` cannot be read: ${reason}`,
    ja: ({ file, reason }) => `\`${file}\` を読み取れません: ${reason}`,
  }),
  E_FILE_IS_FOLDER: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` is a folder without a manifest.json of the CDK; expected a snapshot, a template, a plan or a cdk.out folder`,
    ja: ({ file }) =>
      `\`${file}\` は CDK の manifest.json がないフォルダーです。スナップショット、テンプレート、プラン、cdk.out フォルダーのいずれかを指定してください`,
  }),
  E_FILE_TOO_LARGE: phrase<{ readonly file: string; readonly size: string; readonly limit: string }>({
    en: ({ file, size, limit }) => `\`${file}\` is ${size}, larger than the limit of ${limit}; it was not read`,
    ja: ({ file, size, limit }) => `\`${file}\` は ${size} で、上限の ${limit} を超えるため読み取りませんでした`,
  }),
  E_NOT_UTF8: phrase<{ readonly file: string }>({
    en: ({ file }) => `\`${file}\` is not UTF-8 text`,
    ja: ({ file }) => `\`${file}\` は UTF-8 のテキストではありません`,
  }),
  E_IS_TASK_DEFINITION: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` is a task definition: say where it shall run, as in \`farsight preflight --task-definition ${file} --subnet subnet-… --security-group sg-…\``,
    ja: ({ file }) =>
      `\`${file}\` はタスク定義です。起動する場所を指定してください。例: \`farsight preflight --task-definition ${file} --subnet subnet-… --security-group sg-…\``,
  }),
  E_IS_STOP: phrase<{ readonly file: string }>({
    en: ({ file }) => `\`${file}\` tells of a stop: read it with \`farsight diagnose ${file}\``,
    ja: ({ file }) => `\`${file}\` は停止に関する情報です。\`farsight diagnose ${file}\` で読み取ってください`,
  }),
  E_UNRECOGNIZED: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` is neither a snapshot (JSON with "schema": "farsight.snapshot/1") nor a CloudFormation template (an object with Resources)`,
    ja: ({ file }) =>
      `\`${file}\` はスナップショット ("schema": "farsight.snapshot/1" を持つ JSON) でも CloudFormation テンプレート (Resources を持つオブジェクト) でもありません`,
  }),
  E_NO_REPORT: phrase<{ readonly file: string }>({
    en: ({ file }) =>
      `\`${file}\` is no report of Farsight: expected JSON with "schema": "farsight.report/1", as --format json prints it`,
    ja: ({ file }) =>
      `\`${file}\` は Farsight のレポートではありません。--format json が出力する "schema": "farsight.report/1" の JSON を指定してください`,
  }),
  E_OVER_NO_CODE: phrase({
    en: '--over lays code over an account: give it with a template, a cdk.out folder or a plan',
    ja: '--over はコードをアカウントに重ねます。テンプレート、cdk.out フォルダー、プランのいずれかとともに指定してください',
  }),
  E_NOTHING_TO_JUDGE: phrase<{ readonly file: string }>({
    en: ({ file }) => `\`${file}\` holds no service or task on Fargate to judge`,
    ja: ({ file }) => `\`${file}\` には判定対象の Fargate のサービスやタスクがありません`,
  }),
  /** The reason is null where the file was read for the answer. */
  E_NOT_WRITTEN: phrase<{ readonly file: string; readonly reason: string | null }>({
    en: ({ file, reason }) =>
      reason === null
        ? `\`${file}\` is an input and is not written over; name another file with --output`
        : `\`${file}\` cannot be written: ${reason}`,
    ja: ({ file, reason }) =>
      reason === null
        ? `\`${file}\` は入力のファイルなので上書きしません。--output で別のファイルを指定してください`
        : `\`${file}\` に書き込めません: ${reason}`,
  }),
  E_INTERNAL: phrase<{ readonly message: string }>({
    en: ({ message }) => `Farsight itself failed: ${message}. Please report it with the input, secrets removed`,
    ja: ({ message }) => `Farsight 自体の障害です: ${message}。機密情報を除いた入力とともに報告してください`,
  }),
} as const

export const severityWords = {
  error: phrase({ en: 'error', ja: 'エラー' }),
  warning: phrase({ en: 'warning', ja: '警告' }),
  hint: phrase({ en: 'hint', ja: 'ヒント' }),
}
