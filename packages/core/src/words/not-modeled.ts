import { type Language, type Phrase, phrase } from './phrase.ts'

function named(en: string, ja: string): Phrase<string> {
  const tail = (of: string) => (of === '' ? '' : ` (${of})`)
  return phrase<string>({ en: (of) => en + tail(of), ja: (of) => ja + tail(of) })
}

/** What decides and is not judged yet, by the id that its gap has. */
const notModeledNouns: { readonly [id: string]: Phrase<string> } = {
  'private-nat-gateway': named('private NAT gateways', 'プライベート NAT ゲートウェイ'),
  'regional-nat-gateway': named('regional NAT gateways', 'リージョン NAT ゲートウェイ'),
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
  'aws-name': named('names of this AWS service', 'この AWS サービスの名前'),
  'private-name': named('names that are not public', '公開されていない名前'),
  ipv6: named('paths over IPv6', 'IPv6 の経路'),
  'private-names-of-service': named(
    'private names of this endpoint service',
    'このエンドポイントサービスのプライベート名',
  ),
  'endpoint-state': named('endpoints in this state', 'この状態のエンドポイント'),
  'name-servers': named('name servers of your own', '独自のネームサーバー'),
  'private-hosted-zone': named('private hosted zones', 'プライベートホストゾーン'),
  'resolver-rule': named('Route 53 Resolver rules', 'Route 53 Resolver ルール'),
  'dns-firewall': named('DNS Firewall rules that block', 'DNS Firewall のブロックルール'),
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
  'awslogs-without-group': named('awslogs without awslogs-group', 'awslogs-group のない awslogs'),
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
