import type { Blocker } from '../launch/blocker.ts'
import type { NoRoute } from '../network/blocker.ts'
import { containerRemedies } from './container-blockers.ts'
import { discoveryRemedies } from './discovery-blockers.ts'
import { loadBalancerRemedies } from './load-balancer-blockers.ts'
import { listed, type Phrase, phrase } from './phrase.ts'
import type { RemedyContext } from './remedy-context.ts'
import { requestRemedies } from './request-blockers.ts'
import { volumeRemedies } from './volume-blockers.ts'

/** What to do about a blocker, in one line. INVARIANT: total over the blockers. */
type Remedies = {
  readonly [Name in Blocker['blocker']]: Phrase<
    RemedyContext & { readonly blocker: Extract<Blocker, { blocker: Name }> }
  >
}

const DNS = {
  enableDnsSupport: { property: 'EnableDnsSupport', option: '--enable-dns-support' },
  enableDnsHostnames: { property: 'EnableDnsHostnames', option: '--enable-dns-hostnames' },
} as const

export const remedies: Remedies = {
  ...requestRemedies,
  ...containerRemedies,
  ...loadBalancerRemedies,
  ...discoveryRemedies,
  ...volumeRemedies,
  'log-option-missing': phrase({
    en: ({ blocker }) => `Add ${blocker.option} to the options of the log configuration.`,
    ja: ({ blocker }) => `ログ設定の options に ${blocker.option} を追加してください。`,
  }),
  'role-missing': phrase({
    en: ({ blocker }) => `Create ${blocker.roleArn}, or name an existing role in the task definition.`,
    ja: ({ blocker }) => `${blocker.roleArn} を作成するか、タスク定義に既存のロールを指定してください。`,
  }),
  'role-trust-missing': phrase({
    en: ({ blocker }) =>
      blocker.conditionKey === null
        ? `Let ${blocker.service} call sts:AssumeRole in the trust policy of the role.`
        : blocker.conditionKey.toLowerCase() === 'aws:sourcearn' && blocker.service === 'ecs-tasks.amazonaws.com'
          ? `Ask for "arn:aws:ecs:REGION:ACCOUNT:*" in the condition on ${blocker.conditionKey}: ECS does not say the cluster there.`
          : `Correct the condition on ${blocker.conditionKey}, or take it out.`,
    ja: ({ blocker }) =>
      blocker.conditionKey === null
        ? `ロールの信頼ポリシーで ${blocker.service} に sts:AssumeRole を許可してください。`
        : blocker.conditionKey.toLowerCase() === 'aws:sourcearn' && blocker.service === 'ecs-tasks.amazonaws.com'
          ? `${blocker.conditionKey} の条件は "arn:aws:ecs:REGION:ACCOUNT:*" の形にしてください。ECS はこのキーでクラスターを指定することに対応していません。`
          : `${blocker.conditionKey} の条件を修正するか、削除してください。`,
  }),
  'identity-policies-silent': phrase({
    en: ({ blocker, actions }) =>
      blocker.nearMiss === null
        ? `Allow ${listed.en(actions)} on ${policyResource(blocker.resource)} in a policy of the role${blocker.action === 'logs:CreateLogGroup' ? ', or create the log group beforehand' : ''}.`
        : `Write ${blocker.nearMiss.wanted} instead of ${blocker.nearMiss.written} in statement ${blocker.nearMiss.statement} of ${blocker.nearMiss.policy}.`,
    ja: ({ blocker, actions }) =>
      blocker.nearMiss === null
        ? `ロールのポリシーで ${policyResource(blocker.resource)} に対する ${listed.ja(actions)} を許可${blocker.action === 'logs:CreateLogGroup' ? 'するか、ロググループを事前に作成' : ''}してください。`
        : `${blocker.nearMiss.policy} のステートメント ${blocker.nearMiss.statement} の ${blocker.nearMiss.written} を ${blocker.nearMiss.wanted} に置き換えてください。`,
  }),
  'limit-silent': phrase({
    en: ({ blocker, actions }) =>
      `Allow ${listed.en(actions)} in ${blocker.policy} too: a role can do only what both it and its policies allow.`,
    ja: ({ blocker, actions }) =>
      `${blocker.policy} でも ${listed.ja(actions)} を許可してください。ロールにできるのは、ポリシーとこの上限の両方が許可する操作だけです。`,
  }),
  'resource-policy-silent': phrase({
    en: ({ blocker, actions }) =>
      `Allow ${listed.en(actions)} to ${blocker.principal ?? 'everyone'} or its account in the policy of ${blocker.resource}.`,
    ja: ({ blocker, actions }) =>
      `${blocker.resource} のポリシーで、${blocker.principal ?? 'すべてのプリンシパル'} またはそのアカウントに ${listed.ja(actions)} を許可してください。`,
  }),
  'organization-policies-silent': phrase({
    en: ({ blocker, actions }) =>
      `Ask who runs the organization to allow ${listed.en(actions)} at level ${blocker.level}: every level must allow it.`,
    ja: ({ blocker, actions }) =>
      `第 ${blocker.level} 階層で ${listed.ja(actions)} を許可するよう、組織の管理者に依頼してください。すべての階層での許可が必要です。`,
  }),
  'key-unusable': phrase({
    en: ({ blocker }) =>
      blocker.keyState === 'PendingDeletion'
        ? `aws kms cancel-key-deletion --key-id ${blocker.keyArn}, then aws kms enable-key --key-id ${blocker.keyArn}`
        : blocker.keyState === 'Disabled'
          ? `aws kms enable-key --key-id ${blocker.keyArn}`
          : `Make ${blocker.keyArn} usable, or encrypt ${blocker.usedBy} with another key.`,
    ja: ({ blocker }) =>
      blocker.keyState === 'PendingDeletion'
        ? `aws kms cancel-key-deletion --key-id ${blocker.keyArn} の後、aws kms enable-key --key-id ${blocker.keyArn} を実行してください。`
        : blocker.keyState === 'Disabled'
          ? `aws kms enable-key --key-id ${blocker.keyArn} を実行してください。`
          : `${blocker.keyArn} を使える状態にするか、${blocker.usedBy} を別のキーで暗号化してください。`,
  }),
  'key-of-another-account': phrase({
    en: ({ blocker }) =>
      `Encrypt it with a key of your own in account ${blocker.owner}, whose policy allows kms:Decrypt to the execution role, and allow that to the role too.`,
    ja: ({ blocker }) =>
      `アカウント ${blocker.owner} のカスタマーマネージドキーで暗号化し、キーポリシーとタスク実行ロールの両方で kms:Decrypt を許可してください。`,
  }),
  'policy-denies': phrase({
    en: ({ blocker, actions }) =>
      `Take ${listed.en(actions)} on this resource out of statement ${blocker.statement} of ${blocker.policy}: a deny wins over every allow.`,
    ja: ({ blocker, actions }) =>
      `${blocker.policy} のステートメント ${blocker.statement} から、このリソースに対する ${listed.ja(actions)} を除いてください。拒否はすべての許可に優先します。`,
  }),
  'endpoint-policy-silent': phrase({
    en: ({ blocker, actions }) =>
      `Allow ${listed.en(actions)} on ${policyResource(blocker.resource)} for Principal "*" in the policy of ${blocker.endpointId}.`,
    ja: ({ blocker, actions }) =>
      `${blocker.endpointId} のポリシーで、Principal "*" に ${policyResource(blocker.resource)} に対する ${listed.ja(actions)} を許可してください。`,
  }),
  'secret-missing': phrase({
    en: 'Create the secret in that Region, or correct valueFrom.',
    ja: 'そのリージョンにシークレットを作成するか、valueFrom を修正してください。',
  }),
  'secret-deleted': phrase({
    en: ({ blocker }) => `aws secretsmanager restore-secret --secret-id ${blocker.secretArn}`,
    ja: ({ blocker }) => `aws secretsmanager restore-secret --secret-id ${blocker.secretArn} を実行してください。`,
  }),
  'secret-without-value': phrase({
    en: 'Give the secret a value.',
    ja: 'シークレットに値を設定してください。',
  }),
  'parameter-missing': phrase({
    en: 'Create the parameter in that Region, or correct valueFrom.',
    ja: 'そのリージョンにパラメータを作成するか、valueFrom を修正してください。',
  }),
  'log-group-missing': phrase({
    en: ({ blocker, inCode }) =>
      inCode
        ? `Create log group ${blocker.logGroup}, or set awslogs-create-group to true.`
        : `aws logs create-log-group --log-group-name ${blocker.logGroup} --region ${blocker.region}`,
    ja: ({ blocker, inCode }) =>
      inCode
        ? `ロググループ ${blocker.logGroup} を作成するか、awslogs-create-group を true に設定してください。`
        : `aws logs create-log-group --log-group-name ${blocker.logGroup} --region ${blocker.region} を実行してください。`,
  }),
  'image-missing': phrase({
    en: ({ blocker }) =>
      blocker.missing === 'digest'
        ? 'Name a tag or digest that is there, or deploy the service anew.'
        : `Push ${blocker.image}, or name an image that is there.`,
    ja: ({ blocker }) =>
      blocker.missing === 'digest'
        ? '存在するタグかダイジェストを指定するか、サービスを新しくデプロイしてください。'
        : `${blocker.image} をプッシュするか、存在するイメージを指定してください。`,
  }),
  'security-group-egress': phrase({
    en: ({ blocker }) =>
      `Allow outbound TCP ${blocker.port} to ${listed.en(blocker.destination)} in ${blocker.groupIds[0] ?? 'the group'}.`,
    ja: ({ blocker }) =>
      `${blocker.groupIds[0] ?? 'セキュリティグループ'} で ${listed.ja(blocker.destination)} へのアウトバウンド TCP ${blocker.port} を許可してください。`,
  }),
  'endpoint-security-group': phrase({
    en: ({ blocker }) =>
      `Allow inbound TCP ${blocker.port} from ${blocker.source} or the task's group in ${blocker.groupIds[0] ?? 'the group'}.`,
    ja: ({ blocker }) =>
      `${blocker.groupIds[0] ?? 'セキュリティグループ'} で ${blocker.source} またはタスクのセキュリティグループからのインバウンド TCP ${blocker.port} を許可してください。`,
  }),
  'network-acl': phrase({
    en: ({ blocker }) =>
      `Allow ${blocker.direction === 'egress' ? 'outbound' : 'inbound'} TCP ${aclPorts(blocker)} in ${blocker.networkAclId}${blocker.ruleNumber === '*' ? '' : `, before rule ${blocker.ruleNumber}`}.`,
    ja: ({ blocker }) =>
      `${blocker.networkAclId} で${blocker.ruleNumber === '*' ? '' : `、ルール ${blocker.ruleNumber} より前に`}${blocker.direction === 'egress' ? 'アウトバウンド' : 'インバウンド'} TCP ${aclPorts(blocker)} を許可してください。`,
  }),
  'no-route': phrase({
    en: ({ blocker, ...context }) => noRouteEn(blocker, context),
    ja: ({ blocker, ...context }) => noRouteJa(blocker, context),
  }),
  'blackhole-route': phrase({
    en: ({ blocker }) => `Point route ${blocker.destination} of ${blocker.routeTableId} at a thing that is there.`,
    ja: ({ blocker }) =>
      `${blocker.routeTableId} のルート ${blocker.destination} のターゲットを、存在するものに変更してください。`,
  }),
  'no-public-ip': phrase({
    en: ({ endpointService }) =>
      `Set assignPublicIp to ENABLED, or run the task in a subnet that leads to a NAT gateway${endpointService === null ? '' : ` or the endpoint ${endpointService}`}.`,
    ja: ({ endpointService }) =>
      `assignPublicIp を ENABLED にするか、NAT ゲートウェイ${endpointService === null ? '' : `またはエンドポイント ${endpointService} `}に到達できるサブネットでタスクを実行してください。`,
  }),
  'nat-gateway-state': phrase({
    en: ({ blocker }) =>
      `Create a NAT gateway in a public subnet and point the default route of ${blocker.routeTableId} at it.`,
    ja: ({ blocker }) =>
      `パブリックサブネットに NAT ゲートウェイを作成し、${blocker.routeTableId} のデフォルトルートをそれに向けてください。`,
  }),
  'nat-gateway-without-internet': phrase({
    en: ({ blocker: { natSubnetId, natRouteTableId } }) => {
      return natSubnetId === null
        ? `Give ${natRouteTableId ?? 'its route table'} a default route to an internet gateway.`
        : `Give ${natSubnetId} a default route to an internet gateway, or move the NAT gateway to a public subnet.`
    },
    ja: ({ blocker: { natSubnetId, natRouteTableId } }) => {
      return natSubnetId === null
        ? `${natRouteTableId ?? 'そのルートテーブル'} にインターネットゲートウェイへのデフォルトルートを追加してください。`
        : `${natSubnetId} にインターネットゲートウェイへのデフォルトルートを追加するか、NAT ゲートウェイをパブリックサブネットに移してください。`
    },
  }),
  'private-nat-gateway': phrase({
    en: ({ blocker }) => `Route to a public NAT gateway instead of ${blocker.natGatewayId}.`,
    ja: ({ blocker }) => `${blocker.natGatewayId} の代わりにパブリック NAT ゲートウェイへのルートを設定してください。`,
  }),
  'public-access-blocked': phrase({
    en: ({ blocker: { vpcId, subnetId }, inCode }) =>
      inCode
        ? `Add an exclusion (allow-bidirectional) for ${subnetId ?? vpcId}, or turn the mode off.`
        : `Exclude it: aws ec2 create-vpc-block-public-access-exclusion --internet-gateway-exclusion-mode allow-bidirectional ${subnetId === null ? `--vpc-id ${vpcId}` : `--subnet-id ${subnetId}`}`,
    ja: ({ blocker: { vpcId, subnetId }, inCode }) =>
      inCode
        ? `${subnetId ?? vpcId} の除外 (allow-bidirectional) を追加するか、モードをオフにしてください。`
        : `除外を作成してください: aws ec2 create-vpc-block-public-access-exclusion --internet-gateway-exclusion-mode allow-bidirectional ${subnetId === null ? `--vpc-id ${vpcId}` : `--subnet-id ${subnetId}`}`,
  }),
  'no-common-family': phrase({
    en: ({ blocker }) =>
      blocker.family === 6
        ? `Turn on DNS64 for ${blocker.subnetId} and route 64:ff9b::/96 to a NAT gateway, or use a host name with IPv6 addresses.`
        : `Run the task in a subnet with IPv6 as well, or use a host name with IPv4 addresses.`,
    ja: ({ blocker }) =>
      blocker.family === 6
        ? `${blocker.subnetId} の DNS64 を有効にして 64:ff9b::/96 を NAT ゲートウェイに向けるか、IPv6 アドレスを持つホスト名を使用してください。`
        : 'IPv6 も使えるサブネットでタスクを実行するか、IPv4 アドレスを持つホスト名を使用してください。',
  }),
  'peering-not-transitive': phrase({
    en: 'Route it through a transit gateway, or peer with the VPC that has it.',
    ja: 'Transit Gateway 経由にするか、宛先のある VPC と直接ピアリングしてください。',
  }),
  'transit-gateway-zone': phrase({
    en: ({ blocker }) => `Add a subnet in ${blocker.zone} to attachment ${blocker.attachmentId}.`,
    ja: ({ blocker }) => `アタッチメント ${blocker.attachmentId} に ${blocker.zone} のサブネットを追加してください。`,
  }),
  'transit-gateway-route': phrase({
    en: ({ blocker }) => `Add a route to ${listed.en(blocker.addresses)} to ${blocker.routeTableId}.`,
    ja: ({ blocker }) => `${blocker.routeTableId} に ${listed.ja(blocker.addresses)} へのルートを追加してください。`,
  }),
  'no-return-route': phrase({
    en: ({ blocker }) =>
      `Add a route back to ${listed.en(blocker.addresses)} to the route table of ${blocker.subnetId}.`,
    ja: ({ blocker }) =>
      `${blocker.subnetId} のルートテーブルに ${listed.ja(blocker.addresses)} へ戻るルートを追加してください。`,
  }),
  'vpc-dns-off': phrase({
    en: ({ blocker: { vpcId, attribute }, inCode }) =>
      inCode
        ? `Set ${DNS[attribute].property} of ${vpcId} to true.`
        : `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} ${DNS[attribute].option}`,
    ja: ({ blocker: { vpcId, attribute }, inCode }) =>
      inCode
        ? `${vpcId} の ${DNS[attribute].property} を true に設定してください。`
        : `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} ${DNS[attribute].option} を実行してください。`,
  }),
  'zone-without-record': phrase({
    en: ({ blocker }) =>
      `Add a record for ${blocker.name} to ${blocker.zoneId}, such as an alias to the VPC endpoint, or take the zone off the VPC.`,
    ja: ({ blocker }) =>
      `${blocker.zoneId} に ${blocker.name} のレコード (VPC エンドポイントへのエイリアスなど) を追加するか、ゾーンと VPC の関連付けを解除してください。`,
  }),
  'dns-firewall': phrase({
    en: ({ blocker }) =>
      `Allow ${blocker.name} in a DNS Firewall rule that comes first, or take ${blocker.domain} off the list.`,
    ja: ({ blocker }) =>
      `先に評価される DNS Firewall ルールで ${blocker.name} を許可するか、ドメインリストから ${blocker.domain} を削除してください。`,
  }),
  'endpoint-state': phrase({
    en: ({ blocker }) => `Bring endpoint ${blocker.endpointId} to state available: accept it, or create it anew.`,
    ja: ({ blocker }) => `エンドポイント ${blocker.endpointId} を承認するか作り直し、available の状態にしてください。`,
  }),
}

/** Replies go to any port of the client; a request goes to one. */
function aclPorts({ fromPort, toPort }: { readonly fromPort: number; readonly toPort: number }): string {
  return fromPort === toPort ? String(fromPort) : '1024-65535'
}

/** What one would write in a policy: the stream, layer or volume that this launch happens to use stands for all. */
function policyResource(resource: string): string {
  return resource.replace(/:log-stream:.*$/, ':*').replace(/«(?:layer|volume-id)»/, '*')
}

type Unused = NoRoute['unusedEndpoint']

/** What makes an endpoint serve that is there already: a command on the account, or a property in code. */
type Use = { readonly command: string } | { readonly property: string; readonly of: string; readonly value: string }

function useOf(unused: NonNullable<Unused>, vpcId: string, routeTableId: string | null, inCode: boolean): Use {
  const of = unused.endpointId
  const modify = (change: string): Use => ({
    command: `aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${of} ${change}`,
  })
  switch (unused.why) {
    case 'private-dns-off':
      return inCode ? { property: 'PrivateDnsEnabled', of, value: 'true' } : modify('--private-dns-enabled')
    case 'inbound-resolver-only':
      return inCode
        ? { property: 'DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint', of, value: 'AllResolvers' }
        : modify('--dns-options PrivateDnsOnlyForInboundResolverEndpoint=false')
    case 'vpc-dns-off':
      return inCode
        ? { property: 'EnableDnsHostnames', of: vpcId, value: 'true' }
        : { command: `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} --enable-dns-hostnames` }
    case 'not-associated':
      return inCode || routeTableId === null
        ? { property: 'RouteTableIds', of, value: routeTableId ?? 'main' }
        : modify(`--add-route-table-ids ${routeTableId}`)
    default:
      return { command: `aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${of}` }
  }
}

function useEn(use: Use): string {
  if ('command' in use) return use.command
  const { property, of, value } = use
  return property === 'RouteTableIds'
    ? `Add route table ${value} to ${property} of ${of}.`
    : `Set ${property} of ${of} to ${value}.`
}

function useJa(use: Use): string {
  if ('command' in use) return `${use.command} を実行してください。`
  const { property, of, value } = use
  return property === 'RouteTableIds'
    ? `${of} の ${property} にルートテーブル ${value} を追加してください。`
    : `${of} の ${property} を ${value} に設定してください。`
}

function noRouteEn(
  { unusedEndpoint, vpcId, routeTableId, addresses }: NoRoute,
  { endpointService, inCode }: RemedyContext,
): string {
  if (unusedEndpoint !== null) return useEn(useOf(unusedEndpoint, vpcId, routeTableId, inCode))
  if (addresses !== null) {
    return `Add a route for ${addresses.join(', ')} to the transit gateway or peering connection that leads there.`
  }
  if (endpointService === null) {
    return 'Add a route to a NAT gateway: no VPC endpoint of this Region serves the host.'
  }
  if (endpointService.endsWith('.s3')) {
    return `Associate a gateway endpoint ${endpointService} with the route table (free), or add a route to a NAT gateway.`
  }
  return `Add an interface endpoint ${endpointService} with private DNS, or a route to a NAT gateway.`
}

function noRouteJa(
  { unusedEndpoint, vpcId, routeTableId, addresses }: NoRoute,
  { endpointService, inCode }: RemedyContext,
): string {
  if (unusedEndpoint !== null) return useJa(useOf(unusedEndpoint, vpcId, routeTableId, inCode))
  if (addresses !== null) {
    return `${addresses.join(', ')} へ通じるトランジットゲートウェイまたはピアリング接続へのルートを追加してください。`
  }
  if (endpointService === null) {
    return 'NAT ゲートウェイへのルートを追加してください。このリージョンには、このホストに使える VPC エンドポイントがありません。'
  }
  if (endpointService.endsWith('.s3')) {
    return `ゲートウェイエンドポイント ${endpointService} (無料) をルートテーブルに関連付けるか、NAT ゲートウェイへのルートを追加してください。`
  }
  return `プライベート DNS を有効にしたインターフェイスエンドポイント ${endpointService} か、NAT ゲートウェイへのルートを追加してください。`
}
