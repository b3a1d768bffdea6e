import type { CauseKind } from '../causes/cause.ts'
import type { CauseStep } from '../causes/usual-step.ts'
import type { EvidenceFact, PolicyLayer, StopService } from '../stops/stop.ts'
import { exitCodeMeaning } from './exit-codes.ts'
import { type Phrase, phrase } from './phrase.ts'
import { stepNames } from './report.ts'

/** What is said of a stop. */
export const causeStepNames: { readonly [Id in CauseStep]: Phrase } = {
  ...stepNames,
  'push-image': phrase({ en: 'pushing the image', ja: 'イメージのプッシュ' }),
}

export const kindNames: { readonly [Kind in CauseKind]: Phrase } = {
  network: phrase({ en: 'network', ja: 'ネットワーク' }),
  permission: phrase({ en: 'permission', ja: '権限' }),
  missing: phrase({ en: 'missing', ja: '存在しない' }),
  configuration: phrase({ en: 'configuration', ja: '設定' }),
  capacity: phrase({ en: 'capacity', ja: 'キャパシティ' }),
  throttled: phrase({ en: 'throttled', ja: 'スロットリング' }),
  application: phrase({ en: 'application', ja: 'アプリケーション' }),
  platform: phrase({ en: 'AWS platform', ja: 'AWS 側' }),
  intended: phrase({ en: 'intended', ja: '意図された停止' }),
  unknown: phrase({ en: 'unknown', ja: '不明' }),
}

export const serviceNames: { readonly [Service in StopService]: Phrase } = {
  'ecr-api': phrase({ en: 'the ECR API', ja: 'ECR の API' }),
  'ecr-dkr': phrase({ en: 'the ECR registry', ja: 'ECR レジストリ' }),
  'ecr-public': phrase({ en: 'ECR Public', ja: 'ECR Public' }),
  'docker-hub': phrase({ en: 'Docker Hub', ja: 'Docker Hub' }),
  registry: phrase({ en: 'the registry', ja: 'レジストリ' }),
  s3: phrase({ en: 'S3', ja: 'S3' }),
  secretsmanager: phrase({ en: 'Secrets Manager', ja: 'Secrets Manager' }),
  ssm: phrase({ en: 'SSM Parameter Store', ja: 'SSM パラメータストア' }),
  kms: phrase({ en: 'KMS', ja: 'KMS' }),
  logs: phrase({ en: 'CloudWatch Logs', ja: 'CloudWatch Logs' }),
  efs: phrase({ en: 'EFS', ja: 'EFS' }),
  elb: phrase({ en: 'the load balancer', ja: 'ロードバランサー' }),
  ssmmessages: phrase({ en: 'Session Manager', ja: 'Session Manager' }),
  ecs: phrase({ en: 'ECS', ja: 'ECS' }),
  ec2: phrase({ en: 'EC2', ja: 'EC2' }),
  iam: phrase({ en: 'IAM', ja: 'IAM' }),
}

interface Named {
  /** Null: not told. */
  readonly service: string | null
  readonly action: string | null
  readonly resource: string | null
}

/** Latin letters stand apart from Japanese ones. */
function spaced(text: string): string {
  return /[\w)]$/.test(text) ? `${text} ` : text
}

/** What went wrong, in half a sentence, by kind. */
export const faultPhrases: { readonly [Kind in CauseKind]: Phrase<Named> } = {
  network: phrase<Named>({
    en: ({ service }) => (service === null ? 'no answer over the network' : `no answer from ${service}`),
    ja: ({ service }) =>
      service === null ? 'ネットワーク越しの応答がありません' : `${spaced(service)}から応答がありません`,
  }),
  permission: phrase<Named>({
    en: ({ action }) => (action === null ? 'permission was refused' : `${action} was refused`),
    ja: ({ action }) => (action === null ? '権限がなく拒否されました' : `${action} が拒否されました`),
  }),
  missing: phrase<Named>({
    en: ({ resource }) => `${resource ?? 'what it needs'} is not there`,
    ja: ({ resource }) => (resource === null ? '必要なものが存在しません' : `${resource} が存在しません`),
  }),
  configuration: phrase<Named>({ en: 'something is set wrongly', ja: '設定が正しくありません' }),
  capacity: phrase<Named>({ en: 'there is no room', ja: '空きがありません' }),
  throttled: phrase<Named>({
    en: ({ service }) => `${service ?? 'the service'} throttled the request`,
    ja: ({ service }) => `${spaced(service ?? 'サービス')}がリクエストをスロットリングしました`,
  }),
  application: phrase<Named>({ en: 'the container itself did not hold', ja: 'コンテナ自体に問題があります' }),
  platform: phrase<Named>({ en: 'a passing problem of AWS', ja: 'AWS 側の一時的な問題です' }),
  intended: phrase<Named>({ en: 'the stop was intended', ja: '意図された停止です' }),
  unknown: phrase<Named>({ en: 'the reason is not told', ja: '理由は示されていません' }),
}

interface Failure {
  readonly step: string
  readonly fault: string
}

export const stopHeadlines = {
  failed: phrase<Failure>({
    en: ({ step, fault }) => `${capitalized(step)} failed: ${fault}`,
    ja: ({ step, fault }) => `${step}で失敗しました: ${fault}`,
  }),
  intended: phrase<string>({
    en: (title) => `Nothing failed, the stop was intended: ${title}`,
    ja: (title) => `障害ではなく、意図された停止です: ${title}`,
  }),
  ran: phrase<number | null>({
    en: (code) => `The launch worked; the container ran and ended${code === null ? '' : ` with exit code ${code}`}`,
    ja: (code) => `起動は成功し、コンテナは実行後に終了しました${code === null ? '' : ` (終了コード ${code})`}`,
  }),
  spot: phrase({
    en: 'The task ran on Fargate Spot, and AWS took the capacity back',
    ja: 'タスクは Fargate Spot で動いており、AWS がキャパシティを回収しました',
  }),
  impaired: phrase({
    en: 'The tasks of the service fail to start; this message does not say why',
    ja: 'サービスのタスクが起動に失敗しています。このメッセージに理由はありません',
  }),
  notUnderstood: phrase({
    en: 'This message was not understood',
    ja: 'このメッセージは理解できませんでした',
  }),
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

interface Candidate {
  readonly title: string
  readonly id: string
  readonly others: number
}

export const stopLines = {
  why: phrase<Candidate>({
    en: ({ title, id, others }) => `${title} [${id}]${others === 0 ? '' : ', or one of the other candidates below'}`,
    ja: ({ title, id, others }) => `${title} [${id}]${others === 0 ? '' : ' (ほかの候補は下にあります)'}`,
  }),
  noCause: phrase({
    en: 'The message does not tell; the reason stands with the containers and in the service events.',
    ja: 'メッセージからは分かりません。理由はコンテナの情報とサービスイベントにあります。',
  }),
  noRemedy: phrase({
    en: 'Read stoppedReason, containers[].reason and exitCode with `aws ecs describe-tasks`, and explain those.',
    ja: '`aws ecs describe-tasks` で stoppedReason、containers[].reason、exitCode を確認し、それを explain に渡してください。',
  }),
}

export const stopLabels = {
  why: phrase({ en: 'Why', ja: '理由' }),
  now: phrase({ en: 'Now', ja: '対処' }),
  step: phrase({ en: 'Step', ja: 'ステップ' }),
  kind: phrase({ en: 'Kind', ja: '種類' }),
  service: phrase({ en: 'Service', ja: 'サービス' }),
  action: phrase({ en: 'Action', ja: 'アクション' }),
  resource: phrase({ en: 'Resource', ja: 'リソース' }),
  principal: phrase({ en: 'Refused', ja: '拒否された主体' }),
  container: phrase({ en: 'Container', ja: 'コンテナ' }),
  transient: phrase({ en: 'Passing', ja: '一時的か' }),
  retriedBy: phrase({ en: 'Retried', ja: '再試行' }),
  message: phrase({ en: 'Message', ja: 'メッセージ' }),
  evidence: phrase({ en: 'What the message tells', ja: 'メッセージから分かること' }),
  candidates: phrase({ en: 'Candidates, best first', ja: '候補 (可能性の高い順)' }),
  notUnderstood: phrase({ en: 'Not understood', ja: '理解できなかった部分' }),
  inferred: phrase({ en: '(concluded, not said)', ja: '(推定)' }),
  moreStops: phrase<number>({
    en: (n) => `and ${n} more, with --format json`,
    ja: (n) => `ほか ${n} 件 (--format json で表示)`,
  }),
}

export const transientWords = {
  yes: phrase({ en: 'yes, the same may work later', ja: 'はい。後で同じまま成功する可能性があります' }),
  no: phrase({ en: 'no, it stays until something is changed', ja: 'いいえ。何かを変更するまで続きます' }),
  unknown: phrase({ en: 'the message alone does not tell', ja: 'メッセージだけでは分かりません' }),
}

export const retriedWords = {
  service: phrase({
    en: 'by the service, with growing delay and for ever',
    ja: 'サービスが間隔を広げながら続けます',
  }),
  nobody: phrase({
    en: 'by nobody: RunTask starts a task once',
    ja: '行われません。RunTask による起動は 1 回だけです',
  }),
  workflow: phrase({
    en: 'as the Retry of the workflow says',
    ja: 'ワークフローの Retry の定義に従います',
  }),
}

export const layerNames: { readonly [Layer in PolicyLayer]: Phrase } = {
  'identity-policy': phrase({ en: 'the policies of the role or user', ja: 'ロールまたはユーザーのポリシー' }),
  'resource-policy': phrase({ en: 'the policy of the resource', ja: 'リソースのポリシー' }),
  'endpoint-policy': phrase({ en: 'the policy of the VPC endpoint', ja: 'VPC エンドポイントのポリシー' }),
  'service-control-policy': phrase({ en: 'a service control policy', ja: 'サービスコントロールポリシー' }),
  'resource-control-policy': phrase({ en: 'a resource control policy', ja: 'リソースコントロールポリシー' }),
  'permissions-boundary': phrase({ en: 'the permissions boundary', ja: 'アクセス許可の境界' }),
  'session-policy': phrase({ en: 'the session policy', ja: 'セッションポリシー' }),
}

/** What an observation speaks for. */
export const evidenceSentences: { readonly [Fact in EvidenceFact]: Phrase<string> } = {
  'private-address': phrase<string>({
    en: (ip) =>
      `${ip} is private: an endpoint answered the name, so look at security groups and ACLs, not at DNS or NAT.`,
    ja: (ip) =>
      `${ip} はプライベートアドレスです。名前はエンドポイントに解決されているため、DNS や NAT ではなく、セキュリティグループと ACL を確認してください。`,
  }),
  'public-address': phrase<string>({
    en: (ip) =>
      `${ip} is public: no endpoint answered the name, so the packet needs a NAT gateway or a public address.`,
    ja: (ip) =>
      `${ip} はパブリックアドレスです。名前に応答するエンドポイントがないため、NAT ゲートウェイかパブリック IP アドレスが必要です。`,
  }),
  's3-address': phrase<string>({
    en: (ip) => `${ip} belongs to S3: this is the download of layers or files, not the registry.`,
    ja: (ip) => `${ip} は S3 のアドレスです。レジストリではなく、レイヤーまたはファイルのダウンロードです。`,
  }),
  'ipv6-address': phrase<string>({
    en: (ip) => `${ip} is IPv6: the path must carry it from end to end.`,
    ja: (ip) => `${ip} は IPv6 アドレスです。経路全体が IPv6 に対応している必要があります。`,
  }),
  'never-answered': phrase<string>({
    en: (value) => `${value}: the service never answered, so this is the network and no permission.`,
    ja: (value) => `${value}: サービスから応答がないため、権限ではなくネットワークの問題です。`,
  }),
  answered: phrase<string>({
    en: (value) => `The service answered (${value}): the network works.`,
    ja: (value) => `サービスは応答しています (${value})。ネットワークは通じています。`,
  }),
  'name-not-resolved': phrase<string>({
    en: (host) => `The name${host === '' ? '' : ` ${host}`} did not resolve: no packet was sent.`,
    ja: (host) => `名前${host === '' ? '' : ` ${host} `}が解決されず、通信は始まっていません。`,
  }),
  'denied-by': phrase<string>({
    en: (layer) => `The message names what refused: ${layer}.`,
    ja: (layer) => `拒否したもの: ${layer}。`,
  }),
  'agent-killed': phrase<string>({
    en: (value) => `${value}: the agent gave up waiting. Whatever the sentence blames, this is the network.`,
    ja: (value) =>
      `${value}: エージェントが応答を待ちきれませんでした。文面が何を示していても、ネットワークの問題です。`,
  }),
  'digest-pinned': phrase<string>({
    en: () => 'The reference holds a digest: the deployment pinned it, so pushing the tag again does not help.',
    ja: () => 'ダイジェストが指定されています。デプロイ時に固定されたため、タグを再プッシュしても解決しません。',
  }),
  'default-registry': phrase<string>({
    en: () => 'A name without a registry goes to Docker Hub: perhaps the registry was forgotten.',
    ja: () => 'レジストリ名のないイメージは Docker Hub で探されます。レジストリ名を忘れている可能性があります。',
  }),
  'exit-code': exitCodeMeaning,
  'own-exit': phrase<string>({
    en: () => 'The exit code and the reason of the container, and the end of its logs, tell why.',
    ja: () => 'コンテナの終了コードと理由、ログの末尾から原因が分かります。',
  }),
  intended: phrase<string>({ en: () => 'Nothing is broken.', ja: () => '異常ではありません。' }),
  cut: phrase<string>({
    en: () => 'The text is cut before its end; the whole of it may tell more.',
    ja: () => '文章が途中で切れています。全文を見るとさらに分かる可能性があります。',
  }),
}
