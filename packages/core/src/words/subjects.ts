import type { Subject, SubjectKind } from '../model/judgement.ts'
import { type Phrase, phrase } from './phrase.ts'

/** What a fact is about, with its id where it has one. */
const subjectNouns: { readonly [Kind in SubjectKind]: Phrase<string> } = {
  'service-connect': of('the Service Connect configuration of', 'の Service Connect 設定'),
  vpc: named('VPC', 'VPC'),
  subnet: named('subnet', 'サブネット'),
  'route-tables': of('the route tables of', 'のルートテーブル'),
  'route-table': named('route table', 'ルートテーブル'),
  route: named('the route', 'ルート'),
  'network-acls': of('the network ACLs of', 'のネットワーク ACL'),
  'network-acl': named('network ACL', 'ネットワーク ACL'),
  'security-groups': of('the security groups of', 'のセキュリティグループ'),
  'security-group': named('security group', 'セキュリティグループ'),
  endpoints: of('the VPC endpoints of', 'の VPC エンドポイント'),
  endpoint: named('VPC endpoint', 'VPC エンドポイント'),
  'endpoint-policy': of('the policy of endpoint', 'のエンドポイントポリシー'),
  'nat-gateways': of('the NAT gateways of', 'の NAT ゲートウェイ'),
  'nat-gateway': named('NAT gateway', 'NAT ゲートウェイ'),
  'internet-gateways': of('the internet gateways of', 'のインターネットゲートウェイ'),
  'prefix-list': named('prefix list', 'プレフィックスリスト'),
  'peering-connection': named('peering connection', 'ピアリング接続'),
  'transit-gateway': named('transit gateway', 'Transit Gateway'),
  'transit-gateway-attachments': of('the transit gateway attachments of', 'の Transit Gateway アタッチメント'),
  'transit-gateway-attachment': named('transit gateway attachment', 'Transit Gateway アタッチメント'),
  'transit-gateway-route-table': named('transit gateway route table', 'Transit Gateway ルートテーブル'),
  dns: of('the name resolution of', 'の名前解決'),
  hop: of('the way beyond', 'の先の経路'),
  host: of('the addresses of', 'のアドレス'),
  role: named('role', 'ロール'),
  'trust-policy': of('the trust policy of', 'の信頼ポリシー'),
  policy: named('policy', 'ポリシー'),
  'policy-layer': of('a policy that bears on', 'に関係するポリシー'),
  condition: named('condition key', '条件キー'),
  secret: named('secret', 'シークレット'),
  parameter: named('parameter', 'パラメータ'),
  key: of('the key of', 'のキー'),
  'load-balancer': named('load balancer', 'ロードバランサー'),
  'target-group': named('target group', 'ターゲットグループ'),
  'service-registry': named('Cloud Map service', 'Cloud Map サービス'),
  volume: named('volume', 'ボリューム'),
  'file-system': named('file system', 'ファイルシステム'),
  'ebs-snapshot': named('EBS snapshot', 'EBS スナップショット'),
  'log-group': named('log group', 'ロググループ'),
  'log-configuration': of('the log configuration of container', 'のログ設定'),
  repository: named('repository', 'リポジトリ'),
  image: named('image', 'イメージ'),
  'pull-through-cache-rules': of('the pull through cache rules of', 'のプルスルーキャッシュルール'),
  'environment-file': named('environment file', '環境ファイル'),
  bucket: named('bucket', 'バケット'),
  'task-definition': named('task definition', 'タスク定義'),
  container: named('container', 'コンテナ'),
  'network-configuration': of('the network configuration of', 'のネットワーク設定'),
  'public-ip': of('assignPublicIp of', 'の assignPublicIp'),
  request: of('the request of', 'のリクエスト'),
  'launch-type': of('the launch type of', 'の起動タイプ'),
  placement: of('the placement of', 'の配置'),
  'container-overrides': of('the container overrides of', 'のコンテナの上書き'),
  'request-tags': of('the tags of', 'のタグ'),
  platform: of('the platform of', 'のプラットフォーム'),
  cluster: named('cluster', 'クラスター'),
  namespace: of('the namespace of', 'の名前空間'),
  'free-addresses': of('the free addresses of', 'の空き IP アドレス'),
  assumption: phrase({ en: () => 'an assumption', ja: () => '前提' }),
}

/** `the subnets of vpc-1`, `vpc-1 のサブネット`. */
function of(en: string, ja: string): Phrase<string> {
  return phrase<string>({
    en: (id) => (id === '' ? en.replace(/ of$/, '') : `${en} ${id}`),
    ja: (id) => (id === '' ? ja.replace(/^の ?/, '') : `${id} ${ja}`),
  })
}

function named(en: string, ja: string): Phrase<string> {
  return phrase<string>({ en: (id) => (id === '' ? en : `${en} ${id}`), ja: (id) => (id === '' ? ja : `${ja} ${id}`) })
}

export function subjectText({ kind, id }: Subject, language: 'en' | 'ja'): string {
  return subjectNouns[kind][language](id)
}
