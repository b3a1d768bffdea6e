import { type Language, type Phrase, phrase } from './phrase.ts'

function named(en: string, ja: string): Phrase<string> {
  const tail = (of: string) => (of === '' ? '' : ` (${of})`)
  return phrase<string>({ en: (of) => en + tail(of), ja: (of) => ja + tail(of) })
}

/** What decides and is not judged yet, by the id that its gap has. */
const notModeledNouns: { readonly [id: string]: Phrase<string> } = {
  'regional-nat-gateway': named('regional NAT gateways between VPCs', 'VPC 間で使うリージョン NAT ゲートウェイ'),
  'host-in-vpc': named('hosts inside of the VPC', 'VPC 内のホスト'),
  'endpoint-without-interfaces': named('an endpoint without interfaces', 'インターフェイスのないエンドポイント'),
  'public-addresses': named('which public addresses the name has', '名前が持つパブリックアドレス'),
  'route-inside-vpc': named('routes for addresses inside of the VPC', 'VPC 内のアドレスへのルート'),
  'block-public-access': named(
    'what an egress-only exclusion of VPC Block Public Access lets pass',
    'VPC ブロックパブリックアクセスの egress のみの除外が許可する通信',
  ),
  'foreign-internet-gateway': named(
    'an internet gateway for interfaces of another VPC',
    '別の VPC のインターフェイスが使うインターネットゲートウェイ',
  ),
  'host-in-another-vpc': named('hosts inside of another VPC', '別の VPC 内のホスト'),
  'gateway-endpoint-of-another-vpc': named(
    'a gateway endpoint for interfaces of another VPC',
    '別の VPC のインターフェイスが使うゲートウェイエンドポイント',
  ),
  'gateway-endpoint-behind-nat': named(
    'a gateway endpoint behind a NAT gateway',
    'NAT ゲートウェイの先にあるゲートウェイエンドポイント',
  ),
  'acl-beside-transit-gateway': named(
    'a network ACL around a task and a transit gateway attachment in one subnet',
    'タスクと Transit Gateway アタッチメントが同じサブネットにある場合のネットワーク ACL',
  ),
  'several-transit-gateway-interfaces': named(
    'which of several attachment subnets the packets take',
    '複数のアタッチメントサブネットのどれを通るか',
  ),
  'transit-gateway-ipv6': named(
    'IPv6 through a transit gateway attachment whose IPv6 support is off',
    'IPv6 サポートが無効な Transit Gateway アタッチメントを通る IPv6',
  ),
  'ipv6-through-nat': named(
    'IPv6 through a NAT gateway, other than NAT64',
    'NAT64 以外の、NAT ゲートウェイを通る IPv6',
  ),
  'nat-gateway-without-ipv4': named(
    'a NAT gateway in a subnet without IPv4',
    'IPv4 のないサブネットの NAT ゲートウェイ',
  ),
  'dns64-to-private-address': named('DNS64 for private addresses', 'プライベートアドレスに対する DNS64'),
  'many-hops': named('ways through very many route tables', '多数のルートテーブルを経由する経路'),
  'endpoint-as-route-target': named(
    'such an endpoint as the target of a route',
    'ルートのターゲットとしてのこの種のエンドポイント',
  ),
  'private-address': named(
    'private addresses beyond a gateway to the internet',
    'インターネットへのゲートウェイの先のプライベートアドレス',
  ),
  'injected-container': named('what a container that AWS adds needs', 'AWS が追加するコンテナの要件'),
  'aws-name': named('names of this AWS service', 'この AWS サービスの名前'),
  'private-name': named('names that are not public', '公開されていない名前'),
  ipv6: named('IPv6 addresses in records', 'レコードの IPv6 アドレス'),
  'private-names-of-service': named(
    'private names of this endpoint service',
    'このエンドポイントサービスのプライベート名',
  ),
  'endpoint-state': named('endpoints in this state', 'この状態のエンドポイント'),
  'name-servers': named('name servers of your own', '独自のネームサーバー'),
  'resolver-rule': named('Route 53 Resolver rules', 'Route 53 Resolver ルール'),
  'dns-firewall-override': named(
    'DNS Firewall rules that answer with another name',
    '別の名前を返す DNS Firewall ルール',
  ),
  'dns-firewall-query-type': named(
    'DNS Firewall rules that block IPv4 addresses alone',
    'IPv4 アドレスだけをブロックする DNS Firewall ルール',
  ),
  'dns-redirection': named(
    'the names that the host redirects to, which DNS Firewall inspects too',
    'DNS Firewall の検査対象となる、ホストのリダイレクト先の名前',
  ),
  'route-53-profile': named('Route 53 Profiles', 'Route 53 プロファイル'),
  'conflicting-zones': named('several private zones of one domain', '同じドメインの複数のプライベートゾーン'),
  'zone-without-dns-hostnames': named(
    'private hosted zones in a VPC without DNS hostnames',
    'DNS ホスト名が無効な VPC のプライベートホストゾーン',
  ),
  'delegated-domain': named(
    'domains that a private hosted zone delegates',
    'プライベートホストゾーンが委任するドメイン',
  ),
  'several-records': named('names with several targets', '複数の参照先を持つ名前'),
  'long-redirection': named('names that redirect many times', '何度もリダイレクトする名前'),
  'addresses-of-aws-name': named(
    'what answers at addresses that you give to a name of AWS',
    'AWS の名前に割り当てたアドレスで応答するもの',
  ),
  'name-leads-elsewhere': named('a name of AWS that leads elsewhere', '別の場所につながる AWS の名前'),
  'endpoint-of-another-service': named('an endpoint of another service', '別のサービスのエンドポイント'),
  'conflicting-private-names': named(
    'several endpoints with private DNS for one service',
    '1 つのサービスに対してプライベート DNS が有効な複数のエンドポイント',
  ),
  'cross-region-endpoint': named(
    'endpoints of other Regions for this service',
    'このサービスの別リージョンのエンドポイント',
  ),
  'virtual-private-gateway': named('virtual private gateways', '仮想プライベートゲートウェイ'),
  'network-interface-as-route-target': named(
    'network interfaces as the target of a route',
    'ルートのターゲットとしてのネットワークインターフェイス',
  ),
  'instance-as-route-target': named('instances as the target of a route', 'ルートのターゲットとしてのインスタンス'),
  'local-gateway': named('local gateways', 'ローカルゲートウェイ'),
  'carrier-gateway': named('carrier gateways', 'キャリアゲートウェイ'),
  'core-network': named('core networks', 'コアネットワーク'),
  'route-target': named('this target of a route', 'このルートターゲット'),
  'placement-by-providers': named(
    'whether ECS takes placement constraints and strategies with capacity providers of Fargate',
    'Fargate のキャパシティプロバイダーで配置制約や配置戦略を ECS が受け付けるかどうか',
  ),
  'grace-period-alone': named(
    'whether ECS takes a health check grace period of a service without a load balancer',
    'ロードバランサーのないサービスのヘルスチェック猶予期間を ECS が受け付けるかどうか',
  ),
  'count-of-events': named(
    'more than 10 tasks for one event of EventBridge',
    'EventBridge の 1 つのイベントに対する 10 個を超えるタスク',
  ),
  'container-overridden-twice': named(
    'what ECS makes of several overrides of one container',
    '1 つのコンテナに対する複数の上書きを ECS がどう扱うか',
  ),
  'environment-files-emptied': named(
    'whether an empty list of environment files in an override takes those of the task definition away',
    '上書きで環境ファイルのリストを空にすると、タスク定義の環境ファイルが使われなくなるか',
  ),
  'tags-by-ecs': named(
    'whether ECS wants ecs:TagResource for tags that it adds itself (propagateTags, enableECSManagedTags)',
    'ECS が自ら付けるタグ (propagateTags、enableECSManagedTags) に ecs:TagResource が必要かどうか',
  ),
  platform: named('this platform', 'このプラットフォーム'),
  'key-of-secret': named('the right to decrypt with the key of the secret', 'シークレットのキーで復号する権限'),
  'key-of-parameter': named('the right to decrypt with the key of the parameter', 'パラメータのキーで復号する権限'),
  'ebs-volume-options': named(
    'whether ECS takes this of an EBS volume',
    'EBS ボリュームのこの設定を ECS が受け付けるか',
  ),
  'storage-key-policy': named('the policy of the storage key', 'ストレージのキーのポリシー'),
  'requires-compatibilities': named(
    'whether Fargate takes a definition made for other launch types',
    '他の起動タイプ用のタスク定義が Fargate で使えるかどうか',
  ),
  'key-of-environment-file': named(
    'the right to decrypt with the key of the environment file',
    '環境ファイルのキーで復号する権限',
  ),
  'several-log-routers': named('several FireLens log routers', '複数の FireLens ログルーター'),
  'registry-policy': named('the policy of the private registry', 'プライベートレジストリのポリシー'),
  'permissions-boundary': named('the permissions boundary', 'アクセス許可の境界'),
  'service-control-policies': named('service control policies', 'サービスコントロールポリシー'),
  'resource-control-policies': named('resource control policies', 'リソースコントロールポリシー'),
  'resource-policy': named('the resource policy', 'リソースベースのポリシー'),
  'condition-keys': named('condition keys', '条件キー'),
  'key-grants': named('grants of the key', 'キーのグラント'),
  principal: named('this principal', 'このプリンシパル'),
  'not-principal': named('NotPrincipal', 'NotPrincipal'),
  'policy-variables': named('policy variables', 'ポリシー変数'),
}

/** Of an id that is none of these, the name itself: a resource type, or what a snapshot says. */
export function notModeledText(what: string, of: string | undefined, language: Language): string {
  const noun = Object.hasOwn(notModeledNouns, what) ? notModeledNouns[what] : undefined
  return noun === undefined ? what : noun[language](of ?? '')
}
