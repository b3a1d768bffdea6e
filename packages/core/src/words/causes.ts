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
  'request-not-permitted': phrase({
    en: 'The caller may not make the request',
    ja: '呼び出し元にリクエストの権限がありません',
  }),
  'pass-role-denied': phrase({
    en: 'The caller may not pass a role of the task',
    ja: '呼び出し元にタスクのロールを渡す権限 (iam:PassRole) がありません',
  }),
  'caller-role-trust-missing': phrase({
    en: 'The role of the schedule or workflow does not trust its service',
    ja: 'スケジュールやワークフローのロールの信頼ポリシーがサービスを許可していません',
  }),
  'task-size-invalid': phrase({
    en: 'Fargate does not offer this pair of CPU and memory',
    ja: 'Fargate で使えない CPU とメモリの組み合わせです',
  }),
  'task-definition-incompatible': phrase({
    en: 'The task definition does not suit Fargate',
    ja: 'タスク定義が Fargate に対応していません',
  }),
  'task-role-not-set': phrase({
    en: 'The task definition needs a task role and has none',
    ja: 'タスク定義にタスクロールが必要ですが、設定されていません',
  }),
  'cluster-not-found': phrase({
    en: 'The cluster does not exist or takes no tasks',
    ja: 'クラスターが存在しないか、タスクを受け付けていません',
  }),
  'capacity-provider-not-associated': phrase({
    en: 'The capacity provider is not associated with the cluster',
    ja: 'キャパシティプロバイダーがクラスターに関連付けられていません',
  }),
  'service-connect-namespace-missing': phrase({
    en: 'The Service Connect namespace does not exist',
    ja: 'Service Connect の名前空間が存在しません',
  }),
  'request-limit-exceeded': phrase({
    en: 'The request names more than ECS takes',
    ja: 'リクエストの指定数が ECS の上限を超えています',
  }),
  'zone-not-supported': phrase({
    en: 'Fargate does not serve the zone of the subnet',
    ja: 'サブネットのアベイラビリティーゾーンで Fargate を利用できません',
  }),
  'quota-exceeded': phrase({
    en: 'The task is larger than the Fargate quota of the account',
    ja: 'タスクがアカウントの Fargate クォータを超えています',
  }),
  'deployment-percentages-block': phrase({
    en: 'Minimum and maximum healthy percent leave no room to start a task',
    ja: '最小ヘルス率と最大率の設定により、新しいタスクを起動する余地がありません',
  }),
  'ipv6-not-assigned': phrase({
    en: 'The task needs an IPv6 address and gets none',
    ja: 'タスクに IPv6 アドレスが必要ですが、割り当てられません',
  }),
  'ephemeral-storage-key-denied': phrase({
    en: 'Fargate cannot use the key of the ephemeral storage',
    ja: 'Fargate がエフェメラルストレージのキーを使えません',
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
    en: 'No path from the task to S3, where image layers and environment files are',
    ja: 'タスクから、イメージレイヤーや環境ファイルのある S3 への経路がありません',
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
  'no-route-to-log-destination': phrase({
    en: 'No path from the task to where its log driver sends the logs',
    ja: 'タスクからログドライバーの送信先への経路がありません',
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
  'vpc-public-access-blocked': phrase({
    en: 'VPC Block Public Access stops the internet path',
    ja: 'VPC ブロックパブリックアクセスがインターネットへの経路をブロックしています',
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
  'private-zone-hides-name': phrase({
    en: 'A private hosted zone answers for the name and lacks the record',
    ja: 'プライベートホストゾーンがその名前に応答しますが、レコードがありません',
  }),
  'transit-gateway-zone-missing': phrase({
    en: 'The transit gateway attachment has no subnet in the Availability Zone',
    ja: 'Transit Gateway アタッチメントに、そのアベイラビリティーゾーンのサブネットがありません',
  }),
  'address-family-unsupported': phrase({
    en: 'The host has no address of the family that the task uses',
    ja: 'タスクが使う種類 (IPv4 または IPv6) のアドレスがホストにありません',
  }),
  'dns-firewall-blocks': phrase({
    en: 'DNS Firewall blocks the name',
    ja: 'DNS Firewall がその名前をブロックしています',
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
  'image-digest-gone': phrase({
    en: 'The digest that the task definition names no longer exists',
    ja: 'タスク定義が指定するダイジェストのイメージが存在しません',
  }),
  'image-reference-wrong': phrase({
    en: 'The image reference is malformed',
    ja: 'イメージ参照の形式が正しくありません',
  }),
  'image-platform-mismatch': phrase({
    en: "The image was not built for the task's operating system and architecture",
    ja: 'イメージがタスクのオペレーティングシステムやアーキテクチャに対応していません',
  }),
  'pull-through-cache-denied': phrase({
    en: 'The first pull through the cache needs rights that the role lacks',
    ja: 'プルスルーキャッシュの初回のプルに必要な権限がロールにありません',
  }),
  'repository-key-unusable': phrase({
    en: 'The key of the repository is disabled or deleted',
    ja: 'リポジトリの暗号化キーが無効か、削除されています',
  }),
  'ephemeral-storage-full': phrase({
    en: 'The image does not fit the ephemeral storage',
    ja: 'イメージがエフェメラルストレージに収まりません',
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
  'environment-file-denied': phrase({
    en: 'The execution role may not read the environment file',
    ja: 'タスク実行ロールに環境ファイルを読み取る権限がありません',
  }),
  'environment-file-not-found': phrase({
    en: 'The environment file does not exist',
    ja: '環境ファイルが存在しません',
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
  'volume-misconfigured': phrase({
    en: 'A volume or mount point is set wrongly',
    ja: 'ボリュームまたはマウントポイントの設定が正しくありません',
  }),
  'container-misconfigured': phrase({
    en: 'A container setting is invalid or unsupported',
    ja: 'コンテナの設定が正しくないか、サポートされていません',
  }),
  'container-dependency-failed': phrase({
    en: 'A container that others depend on cannot reach its condition',
    ja: '他のコンテナが依存するコンテナが、必要な条件に達することができません',
  }),
  'environment-too-large': phrase({
    en: 'Environment and secrets are larger than a task definition may be',
    ja: '環境変数とシークレットがタスク定義の上限を超えています',
  }),
  'exec-read-only-root': phrase({
    en: 'The root filesystem is read-only, and ECS Exec must write to it',
    ja: 'ルートファイルシステムが読み取り専用のため、ECS Exec を使えません',
  }),
}
