import type { StepId } from '../launch/step-id.ts'
import { listed, type Phrase, phrase } from './phrase.ts'

interface Share {
  readonly id: string
  readonly n: number
  readonly of: number
  /** The only subnet, where there is but one. */
  readonly only: string | null
}

export const startsHeadline = phrase<Share>({
  en: ({ id, of, only }) => (only === null ? `${id} starts in all ${of} subnets` : `${id} starts in ${only}`),
  ja: ({ id, of, only }) =>
    only === null ? `${id} は ${of} つのサブネットすべてで起動します` : `${id} は ${only} で起動します`,
})
export const failsHeadline = phrase<Share>({
  en: ({ id, n, of, only }) => {
    if (only !== null) return `${id} does not start in ${only}`
    return n === 0 ? `${id} does not start in any of its ${of} subnets` : `${id} starts in only ${n} of ${of} subnets`
  },
  ja: ({ id, n, of, only }) => {
    if (only !== null) return `${id} は ${only} で起動しません`
    if (n === 0) return `${id} は ${of} つのサブネットのいずれでも起動しません`
    return `${id} は ${of} つのサブネットのうち ${n} つでしか起動しません`
  },
})
export const failsNowhereHeadline = phrase<string>({
  en: (id) => `${id} does not start`,
  ja: (id) => `${id} は起動しません`,
})
export const undecidedHeadline = phrase<Share>({
  en: ({ id, n, of }) =>
    n === 0 ? `${id}: undecided` : `${id} starts in ${n} of ${of} subnets; the rest is undecided`,
  ja: ({ id, n, of }) =>
    n === 0 ? `${id}: 判定できません` : `${id} は ${of} つのサブネットのうち ${n} つで起動します。残りは判定できません`,
})

export const verdictWords = {
  starts: phrase({ en: 'starts', ja: '起動する' }),
  fails: phrase({ en: 'fails', ja: '起動しない' }),
  undecided: phrase({ en: 'undecided', ja: '判定不能' }),
}

export const labels = {
  taskDefinition: phrase<string>({ en: (id) => `Task definition ${id}`, ja: (id) => `タスク定義 ${id}` }),
  unknownTaskDefinition: phrase({ en: 'Task definition not known', ja: 'タスク定義は不明です' }),
  running: phrase<{ readonly count: number; readonly couldRestart: boolean }>({
    en: ({ count, couldRestart }) =>
      `${count} running${couldRestart || count === 0 ? '' : ', which could not be restarted today'}`,
    ja: ({ count, couldRestart }) => `実行中 ${count}${couldRestart || count === 0 ? '' : ' (今は再起動できません)'}`,
  }),
  stops: phrase({ en: 'Stops', ja: '影響' }),
  where: phrase({ en: 'In', ja: '場所' }),
  why: phrase({ en: 'Why', ja: '理由' }),
  chain: phrase({ en: 'Policies', ja: 'ポリシー' }),
  at: phrase({ en: 'At', ja: '位置' }),
  remedy: phrase({ en: 'Fix', ja: '対処' }),
  open: phrase({ en: 'Not known', ja: '不明な点' }),
  things: phrase<{ readonly named: readonly string[]; readonly more: number }>({
    en: ({ named, more }) => (more === 0 ? listed.en(named) : `${named.join(', ')} and ${more} more`),
    ja: ({ named, more }) => (more === 0 ? listed.ja(named) : `${listed.ja(named)} ほか ${more} 件`),
  }),
  because: phrase<{ readonly what: string; readonly why: string }>({
    en: ({ what, why }) => `${what}: ${why}`,
    ja: ({ what, why }) => `${what}: ${why}`,
  }),
  settles: phrase({ en: 'To settle:', ja: '解決方法:' }),
  advisory: phrase({ en: 'advisory: the task starts without it', ja: '参考: これがなくてもタスクは起動します' }),
  partly: phrase({
    en: 'only if what is listed under Not known turns out so',
    ja: '不明な点しだいで、起動する場合もあります',
  }),
  inPart: phrase({
    en: 'for some of the connections; the others work',
    ja: '一部の接続だけが失敗し、残りは成功します',
  }),
  assumed: phrase({ en: 'Taken as good:', ja: '前提とした事項:' }),
  notJudged: phrase({ en: 'Not judged yet:', ja: 'まだ判定していない項目:' }),
  skipped: phrase({ en: 'Skipped:', ja: '対象外:' }),
  more: phrase<number>({ en: (n) => `and ${n} more`, ja: (n) => `ほか ${n} 件` }),
  allSubnets: phrase<number>({
    en: (n) => (n === 2 ? 'both subnets' : `all ${n} subnets`),
    ja: (n) => `${n} つのサブネットすべて`,
  }),
  summary: phrase<{
    readonly starts: number
    readonly fails: number
    readonly undecided: number
    readonly skipped: number
  }>({
    en: ({ starts, fails, undecided, skipped }) =>
      `${starts + fails + undecided} launches: ${starts} start, ${fails} fail, ${undecided} undecided${skipped > 0 ? `, ${skipped} skipped` : ''}`,
    ja: ({ starts, fails, undecided, skipped }) =>
      `起動 ${starts + fails + undecided} 件: 起動する ${starts}、起動しない ${fails}、判定不能 ${undecided}${skipped > 0 ? `、対象外 ${skipped}` : ''}`,
  }),
  listSeparator: phrase({ en: '; ', ja: '、' }),
}

export const stepNames: { readonly [Id in StepId]: Phrase } = {
  'accept-request': phrase({ en: 'accepting the request', ja: 'リクエストの受付' }),
  'place-task': phrase({ en: 'placing the task', ja: 'タスクの配置' }),
  'attach-network-interface': phrase({
    en: 'attaching the network interface',
    ja: 'ネットワークインターフェイスのアタッチ',
  }),
  'assume-roles': phrase({ en: 'assuming the roles', ja: 'ロールの引き受け' }),
  'get-registry-credentials': phrase({ en: 'getting registry credentials', ja: 'レジストリ認証情報の取得' }),
  'read-secrets': phrase({ en: 'reading secrets', ja: 'シークレットの読み取り' }),
  'fetch-environment-files': phrase({ en: 'fetching environment files', ja: '環境ファイルの取得' }),
  'open-log-stream': phrase({ en: 'opening the log stream', ja: 'ログストリームの作成' }),
  'mount-volumes': phrase({ en: 'mounting volumes', ja: 'ボリュームのマウント' }),
  'pull-images': phrase({ en: 'pulling images', ja: 'イメージのプル' }),
  'start-containers': phrase({ en: 'starting containers', ja: 'コンテナの起動' }),
  'pass-health-checks': phrase({ en: 'passing health checks', ja: 'ヘルスチェック' }),
  'open-exec-session': phrase({ en: 'opening an ECS Exec session', ja: 'ECS Exec セッションの開始' }),
  run: phrase({ en: 'running', ja: '実行' }),
}
