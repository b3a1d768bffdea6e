import type { CauseId } from '../causes/cause.ts'
import { type Phrase, phrase } from './phrase.ts'

/** One line a cause: what is wrong, without ids. */
export const causeTitles: { readonly [Id in CauseId]: Phrase } = {
  'subnet-not-found': phrase({
    en: 'A subnet of the network configuration does not exist',
    ja: 'ネットワーク設定のサブネットが存在しません',
  }),
  'security-group-not-found': phrase({
    en: 'A security group of the network configuration does not exist',
    ja: 'ネットワーク設定のセキュリティグループが存在しません',
  }),
  'security-group-wrong-vpc': phrase({
    en: 'Subnets and security groups are not of one VPC',
    ja: 'サブネットとセキュリティグループの VPC が一致していません',
  }),
  'task-definition-inactive': phrase({
    en: 'The task definition is inactive or does not exist',
    ja: 'タスク定義が INACTIVE か、存在しません',
  }),
  'execution-role-not-set': phrase({
    en: 'The task definition needs an execution role and has none',
    ja: 'タスク定義にタスク実行ロールが必要ですが、設定されていません',
  }),
  'platform-version-retired': phrase({
    en: 'The platform version no longer launches tasks',
    ja: 'このプラットフォームバージョンではもうタスクを起動できません',
  }),
  'subnet-out-of-addresses': phrase({
    en: 'The subnet has no free address',
    ja: 'サブネットに空き IP アドレスがありません',
  }),
  'role-not-found': phrase({ en: 'The role does not exist', ja: 'ロールが存在しません' }),
  'role-trust-missing': phrase({
    en: 'The role does not trust ecs-tasks.amazonaws.com',
    ja: 'ロールの信頼ポリシーが ecs-tasks.amazonaws.com を許可していません',
  }),
  'no-route-to-ecr-api': phrase({
    en: 'No path from the task to the ECR API',
    ja: 'タスクから ECR の API への経路がありません',
  }),
  'no-route-to-ecr-dkr': phrase({
    en: 'No path from the task to the ECR registry',
    ja: 'タスクから ECR レジストリへの経路がありません',
  }),
  'no-route-to-s3': phrase({
    en: 'No path from the task to S3, where the image layers are',
    ja: 'タスクから、イメージレイヤーのある S3 への経路がありません',
  }),
  'no-route-to-registry': phrase({
    en: 'No path from the task to the image registry',
    ja: 'タスクからイメージレジストリへの経路がありません',
  }),
  'no-route-to-secretsmanager': phrase({
    en: 'No path from the task to Secrets Manager',
    ja: 'タスクから Secrets Manager への経路がありません',
  }),
  'no-route-to-ssm': phrase({
    en: 'No path from the task to SSM Parameter Store',
    ja: 'タスクから SSM パラメータストアへの経路がありません',
  }),
  'no-route-to-kms': phrase({ en: 'No path from the task to KMS', ja: 'タスクから KMS への経路がありません' }),
  'no-route-to-logs': phrase({
    en: 'No path from the task to CloudWatch Logs',
    ja: 'タスクから CloudWatch Logs への経路がありません',
  }),
  'no-public-ip': phrase({
    en: 'The subnet routes to an internet gateway and the task has no public address',
    ja: 'サブネットはインターネットゲートウェイに向いていますが、タスクにパブリック IP アドレスがありません',
  }),
  'nat-gateway-broken': phrase({
    en: 'The NAT gateway is gone, failed, or itself without a way out',
    ja: 'NAT ゲートウェイが削除済みか失敗状態か、それ自体がインターネットに出られません',
  }),
  'route-blackhole': phrase({
    en: 'The route points to a thing that is gone or not attached',
    ja: 'ルートのターゲットが存在しないかアタッチされていません (ブラックホール)',
  }),
  'security-group-blocks-egress': phrase({
    en: "The task's security group does not let the traffic out",
    ja: 'タスクのセキュリティグループがアウトバウンド通信を許可していません',
  }),
  'endpoint-security-group-blocks': phrase({
    en: 'The security group of the VPC endpoint does not let the task in',
    ja: 'VPC エンドポイントのセキュリティグループがタスクからの通信を許可していません',
  }),
  'network-acl-blocks': phrase({
    en: 'A network ACL drops the traffic or its replies',
    ja: 'ネットワーク ACL が通信またはその応答を遮断しています',
  }),
  'endpoint-private-dns-off': phrase({
    en: 'The interface endpoint has private DNS off, so its service name still resolves to public addresses',
    ja: 'インターフェイスエンドポイントのプライベート DNS が無効なため、サービス名がパブリックアドレスに解決されます',
  }),
  'endpoint-not-available': phrase({
    en: 'The VPC endpoint is there and cannot serve',
    ja: 'VPC エンドポイントは存在しますが、利用できる状態ではありません',
  }),
  'vpc-dns-off': phrase({
    en: 'The VPC has DNS support or DNS hostnames off',
    ja: 'VPC の DNS サポートまたは DNS ホスト名が無効です',
  }),
  'endpoint-policy-denies': phrase({
    en: 'The policy of the VPC endpoint does not allow the call',
    ja: 'VPC エンドポイントのポリシーがこの呼び出しを許可していません',
  }),
  'scp-denies': phrase({
    en: 'A policy of the organization does not allow the call',
    ja: '組織のポリシーがこの呼び出しを許可していません',
  }),
  'registry-credentials-denied': phrase({
    en: 'The execution role may not get an ECR authorization token',
    ja: 'タスク実行ロールに ECR の認証トークンを取得する権限がありません',
  }),
  'image-pull-denied': phrase({
    en: 'The execution role may not pull the image',
    ja: 'タスク実行ロールにイメージをプルする権限がありません',
  }),
  'image-not-found': phrase({
    en: 'The image, tag or digest does not exist',
    ja: 'イメージ、タグ、またはダイジェストが存在しません',
  }),
  'secret-read-denied': phrase({
    en: 'The execution role may not read the secret',
    ja: 'タスク実行ロールにシークレットを読み取る権限がありません',
  }),
  'secret-not-found': phrase({
    en: 'The secret does not exist in that Region',
    ja: 'シークレットがそのリージョンに存在しません',
  }),
  'secret-has-no-value': phrase({ en: 'The secret has no value yet', ja: 'シークレットにまだ値がありません' }),
  'secret-scheduled-for-deletion': phrase({
    en: 'The secret is scheduled for deletion',
    ja: 'シークレットは削除がスケジュールされています',
  }),
  'parameter-read-denied': phrase({
    en: 'The execution role may not read the parameter',
    ja: 'タスク実行ロールにパラメータを読み取る権限がありません',
  }),
  'parameter-not-found': phrase({
    en: 'The parameter does not exist in that Region',
    ja: 'パラメータがそのリージョンに存在しません',
  }),
  'kms-decrypt-denied': phrase({
    en: 'The execution role may not decrypt with the customer managed key',
    ja: 'タスク実行ロールにカスタマーマネージドキーで復号する権限がありません',
  }),
  'key-unusable': phrase({
    en: 'The customer managed key is disabled or scheduled for deletion',
    ja: 'カスタマーマネージドキーが無効化されているか、削除予定です',
  }),
  'log-group-missing': phrase({ en: 'The log group does not exist', ja: 'ロググループが存在しません' }),
  'log-group-create-denied': phrase({
    en: 'awslogs-create-group is on and the execution role may not create log groups',
    ja: 'awslogs-create-group が有効ですが、タスク実行ロールにロググループを作成する権限がありません',
  }),
  'log-stream-create-denied': phrase({
    en: 'The execution role may not create the log stream',
    ja: 'タスク実行ロールにログストリームを作成する権限がありません',
  }),
  'log-options-invalid': phrase({
    en: 'A log driver option is missing or wrong',
    ja: 'ログドライバーのオプションが不足しているか、正しくありません',
  }),
}
