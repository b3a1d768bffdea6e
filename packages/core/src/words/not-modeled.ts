import { type Language, type Phrase, phrase } from './phrase.ts'

function named(en: string, ja: string): Phrase<string> {
  const tail = (of: string) => (of === '' ? '' : ` (${of})`)
  return phrase<string>({ en: (of) => en + tail(of), ja: (of) => ja + tail(of) })
}

/** What decides and is not judged yet, by the id that its gap has. */
const notModeledNouns: { readonly [id: string]: Phrase<string> } = {
  'host-in-vpc': named('hosts inside of the VPC', 'VPC 内のホスト'),
  'endpoint-without-interfaces': named('an endpoint without interfaces', 'インターフェイスのないエンドポイント'),
  'public-addresses': named('which public addresses the name has', '名前が持つパブリックアドレス'),
  'ipv6-only-subnet': named('IPv6-only subnets', 'IPv6 専用サブネット'),
  'ipv6-only-endpoint': named('IPv6-only endpoints', 'IPv6 専用エンドポイント'),
  'route-inside-vpc': named('routes for addresses inside of the VPC', 'VPC 内のアドレスへのルート'),
  'block-public-access': named('VPC Block Public Access', 'VPC ブロックパブリックアクセス'),
  'endpoint-as-route-target': named(
    'such an endpoint as the target of a route',
    'ルートのターゲットとしてのこの種のエンドポイント',
  ),
  'private-address': named(
    'private addresses beyond a gateway to the internet',
    'インターネットへのゲートウェイの先のプライベートアドレス',
  ),
  'aws-name': named('names of this AWS service', 'この AWS サービスの名前'),
  'private-name': named('names that are not public', '公開されていない名前'),
  ipv6: named('paths over IPv6', 'IPv6 の経路'),
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
  'endpoint-in-another-vpc': named('endpoints of another VPC', '別の VPC のエンドポイント'),
  'conflicting-private-names': named(
    'several endpoints with private DNS for one service',
    '1 つのサービスに対してプライベート DNS が有効な複数のエンドポイント',
  ),
  'cross-region-endpoint': named(
    'endpoints of other Regions for this service',
    'このサービスの別リージョンのエンドポイント',
  ),
  'transit-gateway': named('transit gateways', 'Transit Gateway'),
  'vpc-peering': named('VPC peering', 'VPC ピアリング'),
  'virtual-private-gateway': named('virtual private gateways', '仮想プライベートゲートウェイ'),
  'egress-only-internet-gateway': named('egress-only internet gateways', 'Egress-Only インターネットゲートウェイ'),
  'network-interface-as-route-target': named(
    'network interfaces as the target of a route',
    'ルートのターゲットとしてのネットワークインターフェイス',
  ),
  'instance-as-route-target': named('instances as the target of a route', 'ルートのターゲットとしてのインスタンス'),
  'local-gateway': named('local gateways', 'ローカルゲートウェイ'),
  'carrier-gateway': named('carrier gateways', 'キャリアゲートウェイ'),
  'core-network': named('core networks', 'コアネットワーク'),
  'route-target': named('this target of a route', 'このルートターゲット'),
  platform: named('this platform', 'このプラットフォーム'),
  'key-of-secret': named('the right to decrypt with the key of the secret', 'シークレットのキーで復号する権限'),
  'key-of-parameter': named('the right to decrypt with the key of the parameter', 'パラメータのキーで復号する権限'),
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
