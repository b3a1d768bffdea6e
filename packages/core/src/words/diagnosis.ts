import type { CauseKind } from '../causes/cause.ts'
import { listed, type Phrase, phrase } from './phrase.ts'

/** What a diagnosis says beside the words of its stop and of its findings. */
interface Sure {
  readonly title: string
  readonly id: string
  /** Empty: not known. */
  readonly subnets: readonly string[]
}

export const diagnosisLines = {
  owned: phrase<{ readonly owner: string; readonly text: string }>({
    en: ({ owner, text }) => `${owner}: ${text}`,
    ja: ({ owner, text }) => `${owner}: ${text}`,
  }),
  proven: phrase<Sure>({
    en: ({ title, id, subnets }) =>
      `${title} [${id}]: proven${subnets.length === 0 ? '' : ` in ${listed.en(subnets)}`}`,
    ja: ({ title, id, subnets }) =>
      `${title} [${id}] (${subnets.length === 0 ? '' : `${listed.ja(subnets)} で`}証明済み)`,
  }),
  likely: phrase<Sure>({
    en: ({ title, id, subnets }) =>
      `${title} [${id}]: likely${subnets.length === 0 ? '' : ` in ${listed.en(subnets)}`}`,
    ja: ({ title, id, subnets }) =>
      `${title} [${id}] (${subnets.length === 0 ? '' : `${listed.ja(subnets)} で`}可能性が高い)`,
  }),
  open: phrase<{ readonly title: string; readonly id: string }>({
    en: ({ title, id }) => `Possibly ${lowered(title)} [${id}]; what would settle it stands below`,
    ja: ({ title, id }) => `可能性の 1 つ: ${title} [${id}] (確定に必要な情報は下にあります)`,
  }),
  nothingWrong: phrase({
    en: 'The snapshot shows nothing wrong here now: what failed then works in it',
    ja: 'スナップショット上、現在は問題がありません。停止時に失敗した処理は、この状態では成功します',
  }),
  tryAgain: phrase({
    en: 'Start the task again; if it stops the same way, diagnose that stop with a fresh snapshot.',
    ja: 'タスクをもう一度起動してください。同じように停止した場合は、新しいスナップショットでその停止を診断してください。',
  }),
  compare: phrase({
    en: 'Start one task: if it works, something was changed since the stop; if not, diagnose that stop with a fresh snapshot.',
    ja: 'タスクを 1 つ起動してください。成功すれば停止後に何かが変更されています。失敗すれば、新しいスナップショットでその停止を診断してください。',
  }),
}

function lowered(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title
}

interface Counted {
  readonly count: number
  readonly of: number
  /** `subnet-a (2)`. */
  readonly subnets: readonly string[]
  readonly first: string | null
  readonly last: string | null
}

export const diagnosisNotes = {
  counted: phrase<Counted>({
    en: ({ count, of, subnets, first, last }) => {
      const where = subnets.length === 0 ? '' : ` in ${listed.en(subnets)}`
      if (of === 1) return `Stopped${where}${last === null ? '' : ` at ${last}`}.`
      const when = last === null ? '' : first === last ? `, at ${last}` : `, from ${first} to ${last}`
      return `${count} of ${of} stops read like this${where}${when}.`
    },
    ja: ({ count, of, subnets, first, last }) => {
      const where = subnets.length === 0 ? '' : `${listed.ja(subnets)} で`
      if (of === 1) return `${where}${last === null ? '' : `${where === '' ? '' : ' '}${last} に`}停止しました。`
      const when =
        last === null ? '' : first === last ? `時刻は ${last} です。` : `${first} から ${last} までの間です。`
      return `停止 ${of} 件のうち ${count} 件が同じ内容です${subnets.length === 0 ? '' : ` (${listed.ja(subnets)})`}。${when}`
    },
  }),
  after: phrase<string>({
    en: (span) => `The snapshot was taken ${span} after the stop.`,
    ja: (span) => `スナップショットは停止の ${span}後に取得されました。`,
  }),
  before: phrase<string>({
    en: (span) => `The snapshot was taken ${span} before the stop.`,
    ja: (span) => `スナップショットは停止の ${span}前に取得されました。`,
  }),
  tooFar: phrase({
    en: 'That is long enough for something to have changed: likely, not proven.',
    ja: 'その間に変更があり得るため、証明ではなく可能性が高いという判定です。',
  }),
  gapBetween: phrase({
    en: 'It does not hold for every subnet and every fact that is known: likely, not proven.',
    ja: 'すべてのサブネット、または把握済みのすべての事実では成り立たないため、証明ではなく可能性が高いという判定です。',
  }),
  otherFault: phrase({
    en: 'At this step the snapshot shows a fault of another kind, listed below; either it came since the stop, or the stop came before it.',
    ja: 'このステップには別の種類の問題があります (下記)。停止後に生じたか、停止の時点ではまだ表面化していません。',
  }),
  notJudged: phrase({
    en: 'A snapshot does not show this: what stands below was read from the message.',
    ja: 'この内容はスナップショットからは分かりません。以下はメッセージから読み取ったものです。',
  }),
  alone: phrase({
    en: 'Only the message was given: with `--snapshot` the cause can be proven.',
    ja: 'メッセージだけが指定されています。`--snapshot` を指定すると原因を証明できます。',
  }),
  noLaunch: phrase({
    en: 'The snapshot does not tell which launch this was: name it with `--service`.',
    ja: 'スナップショットからどの起動か特定できません。`--service` で指定してください。',
  }),
}

/** A span of time as people say it. */
export const spans = {
  seconds: phrase<number>({ en: (n) => many(n, 'second'), ja: (n) => `${n} 秒` }),
  minutes: phrase<number>({ en: (n) => many(n, 'minute'), ja: (n) => `${n} 分` }),
  hours: phrase<number>({ en: (n) => many(n, 'hour'), ja: (n) => `${n} 時間` }),
  days: phrase<number>({ en: (n) => many(n, 'day'), ja: (n) => `${n} 日` }),
}

function many(n: number, unit: string): string {
  return n === 1 ? `1 ${unit}` : `${n} ${unit}s`
}

/** What may have been another at the time of the stop, by the kind of its cause. */
export const mayHaveChanged: { readonly [Kind in CauseKind]?: Phrase } = {
  network: phrase({
    en: 'May have changed since: routes, NAT gateways, endpoints and their groups, security groups, ACLs, DNS settings of the VPC.',
    ja: '停止後に変わった可能性があるもの: ルート、NAT ゲートウェイ、エンドポイントとそのセキュリティグループ、セキュリティグループ、ネットワーク ACL、VPC の DNS 設定。',
  }),
  permission: phrase({
    en: 'May have changed since: the policies of the role, of the endpoint, of the resource and of the organization; or the role was new and not yet known everywhere.',
    ja: '停止後に変わった可能性があるもの: ロール、エンドポイント、リソース、組織の各ポリシー。作成直後のロールがまだ反映されていなかった可能性もあります。',
  }),
  missing: phrase({
    en: 'May have changed since: the thing was created or pushed after the stop, or the stopped revision named another.',
    ja: '停止後に変わった可能性があるもの: 停止後に作成またはプッシュされたか、停止したリビジョンが別のものを指していました。',
  }),
  configuration: phrase({
    en: 'May have changed since: the settings that the message names, or the image.',
    ja: '停止後に変わった可能性があるもの: メッセージが示す設定、またはイメージ。',
  }),
}

export const diagnosisLabels = {
  proof: phrase({ en: 'Proof', ja: '根拠' }),
  others: phrase({ en: 'Would stop the next start too', ja: '次の起動も妨げるもの' }),
  look: phrase({ en: 'Where to look', ja: '確認する場所' }),
}

interface TargetGroupLead {
  readonly targetGroup: string
  readonly container: string
  readonly port: string
  readonly path: string | null
}

export const leadSentences = {
  logs: phrase<{ readonly container: string; readonly command: string }>({
    en: ({ container, command }) => `The logs of container ${container}: \`${command}\``,
    ja: ({ container, command }) => `コンテナ ${container} のログ: \`${command}\``,
  }),
  logsElsewhere: phrase<{ readonly container: string; readonly driver: string }>({
    en: ({ container, driver }) => `The logs of container ${container} go where its log driver ${driver} sends them.`,
    ja: ({ container, driver }) => `コンテナ ${container} のログは、ログドライバー ${driver} の送信先にあります。`,
  }),
  noLogs: phrase<string>({
    en: (container) =>
      `Container ${container} has no log configuration: what it printed is gone. Add awslogs to see it.`,
    ja: (container) =>
      `コンテナ ${container} にはログ設定がなく、出力は残っていません。awslogs を設定すると確認できます。`,
  }),
  targetGroup: phrase<TargetGroupLead>({
    en: ({ targetGroup, container, port, path }) =>
      `Target group ${targetGroup} checks container ${container} on port ${port}${path === null ? '' : ` at ${path}`}.`,
    ja: ({ targetGroup, container, port, path }) =>
      `ターゲットグループ ${targetGroup} は、コンテナ ${container} のポート ${port}${path === null ? '' : ` の ${path}`} をチェックします。`,
  }),
  groups: phrase<{ readonly task: string; readonly balancer: string; readonly port: string }>({
    en: ({ task, balancer, port }) =>
      `The groups of the task (${task}) must let those of the load balancer (${balancer}) in on port ${port}.`,
    ja: ({ task, balancer, port }) =>
      `タスクのセキュリティグループ (${task}) は、ロードバランサーのセキュリティグループ (${balancer}) からのポート ${port} を許可する必要があります。`,
  }),
  grace: phrase<number>({
    en: (seconds) => `The grace period is ${seconds} seconds: the application must answer well by then.`,
    ja: (seconds) => `ヘルスチェックの猶予期間は ${seconds} 秒です。それまでに正常に応答する必要があります。`,
  }),
  noGrace: phrase({
    en: 'The service has no grace period: a slow start fails at once. Set healthCheckGracePeriodSeconds.',
    ja: 'サービスに猶予期間がないため、起動が遅いとすぐに失敗します。healthCheckGracePeriodSeconds を設定してください。',
  }),
  beneath: phrase<number>({
    en: (count) =>
      count === 0
        ? 'The reason stands with the stopped tasks, which this snapshot does not hold: `aws ecs list-tasks --desired-status STOPPED`, then `aws ecs describe-tasks`.'
        : `The reason stands with the stopped tasks: ${count === 1 ? 'the one' : `the ${count}`} above.`,
    ja: (count) =>
      count === 0
        ? '理由は停止したタスクにありますが、このスナップショットには含まれていません。`aws ecs list-tasks --desired-status STOPPED` と `aws ecs describe-tasks` で確認してください。'
        : `理由は、上に示した停止タスク ${count} 件にあります。`,
  }),
  unknown: phrase({ en: 'not known', ja: '不明' }),
}
