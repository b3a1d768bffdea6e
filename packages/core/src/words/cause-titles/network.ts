import { phrase } from '../phrase.ts'

/** Causes on the way between the task and what it asks for. */
export const NETWORK_TITLES = {
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
  'no-route-to-efs': phrase({
    en: 'No path from the task to the EFS mount target',
    ja: 'タスクから EFS のマウントターゲットへの経路がありません',
  }),
  'no-route-to-ssmmessages': phrase({
    en: 'No path from the task to the Session Manager message service',
    ja: 'タスクから Session Manager のメッセージサービスへの経路がありません',
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
  'proxy-intercepts-egress': phrase({
    en: "A service-mesh proxy intercepts the agent's own traffic",
    ja: 'サービスメッシュのプロキシがエージェント自身の通信を横取りしています',
  }),
  'endpoint-policy-denies': phrase({
    en: 'The policy of the VPC endpoint does not allow the call',
    ja: 'VPC エンドポイントのポリシーがこの呼び出しを許可していません',
  }),
  'scp-denies': phrase({
    en: 'A policy of the organization does not allow the call',
    ja: '組織のポリシーがこの呼び出しを許可していません',
  }),
  'vpc-public-access-blocked': phrase({
    en: 'VPC Block Public Access stops the internet path',
    ja: 'VPC ブロックパブリックアクセスがインターネットへの経路をブロックしています',
  }),
  'transit-gateway-zone-missing': phrase({
    en: 'The transit gateway attachment has no subnet in the zone of the task',
    ja: 'Transit Gateway アタッチメントに、タスクのゾーンのサブネットがありません',
  }),
  'private-zone-hides-name': phrase({
    en: 'A private hosted zone answers for the name and lacks the record',
    ja: 'プライベートホストゾーンがその名前に応答しますが、レコードがありません',
  }),
  'dns-forwarded-away': phrase({
    en: 'A resolver rule or custom DNS server does not resolve the name as AWS would',
    ja: 'リゾルバールールまたは独自の DNS サーバーが、AWS と同じように名前を解決しません',
  }),
  'dns-firewall-blocks': phrase({
    en: 'DNS Firewall blocks the name',
    ja: 'DNS Firewall がその名前をブロックしています',
  }),
  'firewall-drops': phrase({
    en: 'A network firewall or appliance on the path drops the traffic',
    ja: '経路上のファイアウォールまたはアプライアンスが通信を遮断しています',
  }),
  'vpc-encryption-enforced': phrase({
    en: 'VPC encryption controls forbid the path',
    ja: 'VPC の暗号化コントロールがこの経路を禁止しています',
  }),
  'registry-certificate-untrusted': phrase({
    en: 'The TLS certificate is not trusted',
    ja: 'TLS 証明書が信頼されていません',
  }),
  'address-family-unsupported': phrase({
    en: 'The host has no address of the family that the task can use',
    ja: 'タスクが使える種類のアドレスがホストにありません',
  }),
  'platform-transient': phrase({ en: 'AWS reports a passing internal error', ja: 'AWS 側の一時的な内部エラーです' }),
}
