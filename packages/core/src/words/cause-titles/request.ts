import { phrase } from '../phrase.ts'

/** Causes that stop a request before anything is launched. */
export const REQUEST_TITLES = {
  'request-not-permitted': phrase({
    en: 'The caller may not make the request',
    ja: '呼び出し元にリクエストの権限がありません',
  }),
  'pass-role-denied': phrase({
    en: 'The caller may not pass a role of the task',
    ja: '呼び出し元にタスクのロールを渡す権限 (iam:PassRole) がありません',
  }),
  'service-linked-role-missing': phrase({
    en: 'The ECS service-linked role does not exist or may not be created',
    ja: 'ECS のサービスにリンクされたロールが存在しないか、作成できません',
  }),
  'cluster-not-found': phrase({
    en: 'The cluster does not exist or takes no tasks',
    ja: 'クラスターが存在しないか、タスクを受け付けていません',
  }),
  'task-size-invalid': phrase({
    en: 'Fargate does not offer this pair of CPU and memory',
    ja: 'Fargate で使えない CPU とメモリの組み合わせです',
  }),
  'task-definition-incompatible': phrase({
    en: 'The task definition does not suit the launch type, platform or network mode',
    ja: 'タスク定義が起動タイプ、プラットフォーム、またはネットワークモードに合っていません',
  }),
  'execution-role-not-set': phrase({
    en: 'The task definition needs an execution role and has none',
    ja: 'タスク定義にタスク実行ロールが必要ですが、設定されていません',
  }),
  'task-role-not-set': phrase({
    en: 'The task definition needs a task role and has none',
    ja: 'タスク定義にタスクロールが必要ですが、設定されていません',
  }),
  'security-group-wrong-vpc': phrase({
    en: 'Subnets and security groups are not of one VPC',
    ja: 'サブネットとセキュリティグループの VPC が一致していません',
  }),
  'subnet-not-found': phrase({
    en: 'A subnet of the network configuration does not exist',
    ja: 'ネットワーク設定のサブネットが存在しません',
  }),
  'security-group-not-found': phrase({
    en: 'A security group of the network configuration does not exist',
    ja: 'ネットワーク設定のセキュリティグループが存在しません',
  }),
  'default-security-group-missing': phrase({
    en: 'No security group is given and the default one cannot be used',
    ja: 'セキュリティグループの指定がなく、デフォルトのものも使えません',
  }),
  'load-balancer-misconfigured': phrase({
    en: 'The target group is not attached to a load balancer or does not fit',
    ja: 'ターゲットグループがロードバランサーに関連付けられていないか、設定が合っていません',
  }),
  'account-blocked': phrase({
    en: 'The account is blocked or not yet active',
    ja: 'アカウントがブロックされているか、まだ有効になっていません',
  }),
  'request-throttled': phrase({
    en: 'The ECS API throttled the request',
    ja: 'ECS の API がリクエストをスロットリングしました',
  }),
  'task-definition-inactive': phrase({
    en: 'The task definition is inactive or does not exist',
    ja: 'タスク定義が INACTIVE か、存在しません',
  }),
  'platform-version-retired': phrase({
    en: 'The platform version no longer launches tasks',
    ja: 'このプラットフォームバージョンではもうタスクを起動できません',
  }),
  'capacity-provider-not-associated': phrase({
    en: 'The capacity provider is not associated with the cluster',
    ja: 'キャパシティプロバイダーがクラスターに関連付けられていません',
  }),
  'service-connect-namespace-missing': phrase({
    en: 'The Service Connect namespace does not exist',
    ja: 'Service Connect の名前空間が存在しません',
  }),
  'caller-role-trust-missing': phrase({
    en: 'The role of the schedule or workflow does not trust its service',
    ja: 'スケジュールやワークフローのロールの信頼ポリシーがサービスを許可していません',
  }),
  'request-limit-exceeded': phrase({
    en: 'The request names more than ECS takes',
    ja: 'リクエストの指定数が ECS の上限を超えています',
  }),
}
