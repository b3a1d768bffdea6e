import type { NearMiss } from '../iam/blocker.ts'
import type { Blocker } from '../launch/blocker.ts'
import { containerSentences } from './container-blockers.ts'
import { discoverySentences } from './discovery-blockers.ts'
import { loadBalancerSentences } from './load-balancer-blockers.ts'
import { listed, type Phrase, phrase } from './phrase.ts'
import { requestSentences } from './request-blockers.ts'
import { volumeSentences } from './volume-blockers.ts'

/** Why: one sentence a blocker, with the ids and values that decide. INVARIANT: total over the blockers. */
type BlockerPhrases = { readonly [Name in Blocker['blocker']]: Phrase<Extract<Blocker, { blocker: Name }>> }

const SIDE_EN = {
  task: "the task's subnet",
  endpoint: "the endpoint's subnet",
  'nat-gateway': "the NAT gateway's subnet",
  'transit-gateway': "the transit gateway attachment's subnet",
} as const
const SIDE_JA = {
  task: 'タスクのサブネット',
  endpoint: 'エンドポイントのサブネット',
  'nat-gateway': 'NAT ゲートウェイのサブネット',
  'transit-gateway': 'Transit Gateway アタッチメントのサブネット',
} as const
const UNUSED_EN = {
  'not-associated': 'is not associated with that table',
  'private-dns-off': 'has private DNS off',
  'vpc-dns-off': 'has private DNS on, which the VPC ignores while its DNS hostnames are off',
  'inbound-resolver-only': 'has private DNS for inbound resolver endpoints only',
  'not-available': 'is not available',
} as const
const UNUSED_JA = {
  'not-associated': 'そのルートテーブルに関連付けられていません',
  'private-dns-off': 'プライベート DNS が無効です',
  'vpc-dns-off': 'プライベート DNS が有効ですが、VPC の DNS ホスト名が無効なため使われません',
  'inbound-resolver-only': 'プライベート DNS がインバウンドリゾルバーエンドポイント専用です',
  'not-available': '利用できる状態ではありません',
} as const
const MISSING_JA = { repository: 'リポジトリ', tag: 'タグ', digest: 'ダイジェスト' } as const

const LAYER_EN = {
  'permissions-boundary': 'permissions boundary',
  'service-control-policy': 'service control policy',
  'resource-control-policy': 'resource control policy',
} as const
const LAYER_JA = {
  'permissions-boundary': 'アクセス許可の境界',
  'service-control-policy': 'サービスコントロールポリシー',
  'resource-control-policy': 'リソースコントロールポリシー',
} as const
const SILENT_RESOURCE_EN = {
  'key-policy': 'Nothing is allowed on a key without its key policy:',
  'other-account': 'Another account must allow it, too: the policy of',
} as const
const SILENT_RESOURCE_JA = {
  'key-policy': 'キーの利用にはキーポリシーの許可が必要です。',
  'other-account': '別のアカウントのリソースなので、そのポリシーの許可も必要です。',
} as const
type MissPhrases = { readonly [Miss in NearMiss['miss']]: (miss: NearMiss) => string }
const MISS_EN: MissPhrases = {
  'secret-suffix': ({ written }) =>
    `${written} lacks the hyphen and six characters that Secrets Manager puts behind the name.`,
  'log-group-suffix': ({ written }) => `${written} lacks the :* that takes in its log streams.`,
  action: ({ written }) => `it allows ${written}, which is another action.`,
}
const MISS_JA: MissPhrases = {
  'secret-suffix': ({ written }) =>
    `${written} には、Secrets Manager が名前の後ろに付けるハイフンと 6 文字が含まれていません。`,
  'log-group-suffix': ({ written }) => `${written} には、ログストリームを含めるための :* がありません。`,
  action: ({ written }) => `許可しているのは別のアクション ${written} です。`,
}

function ports(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`
}

/** Null: the main route table as AWS makes it. */
function tableEn(routeTableId: string | null, subnetId: string): string {
  return routeTableId === null ? `The main route table, which ${subnetId} uses,` : `Route table ${routeTableId}`
}

function tableJa(routeTableId: string | null, subnetId: string): string {
  return routeTableId === null ? `${subnetId} が使うメインルートテーブル` : `ルートテーブル ${routeTableId}`
}

export const blockerSentences: BlockerPhrases = {
  ...requestSentences,
  ...containerSentences,
  ...loadBalancerSentences,
  ...discoverySentences,
  ...volumeSentences,
  'log-option-missing': phrase({
    en: ({ container, option }) => `The log configuration of container ${container} has no ${option}.`,
    ja: ({ container, option }) => `コンテナ ${container} のログ設定に ${option} がありません。`,
  }),

  'role-missing': phrase({
    en: ({ roleArn }) => `There is no role ${roleArn}.`,
    ja: ({ roleArn }) => `ロール ${roleArn} が存在しません。`,
  }),
  'role-trust-missing': phrase({
    en: ({ roleArn, service, conditionKey }) =>
      conditionKey === null
        ? `No statement in the trust policy of ${roleArn} lets ${service} call sts:AssumeRole.`
        : `The trust policy of ${roleArn} lets ${service} call sts:AssumeRole only on a condition on ${conditionKey}, which does not hold.`,
    ja: ({ roleArn, service, conditionKey }) =>
      conditionKey === null
        ? `${roleArn} の信頼ポリシーには、${service} に sts:AssumeRole を許可するステートメントがありません。`
        : `${roleArn} の信頼ポリシーは、${service} に sts:AssumeRole を条件付きで許可していますが、${conditionKey} の条件が成立しません。`,
  }),
  'identity-policies-silent': phrase({
    en: ({ principal, action, resource, nearMiss }) =>
      `No policy of ${principal ?? 'the caller'} allows ${action} on ${resource.replace(/:log-stream:$/, '')}.${nearMiss === null ? '' : ` Statement ${nearMiss.statement} of ${nearMiss.policy} comes near: ${MISS_EN[nearMiss.miss](nearMiss)}`}`,
    ja: ({ principal, action, resource, nearMiss }) =>
      `${principal ?? '呼び出し元'} のどのポリシーも、${resource} に対する ${action} を許可していません。${nearMiss === null ? '' : `${nearMiss.policy} のステートメント ${nearMiss.statement} が近い内容です。${MISS_JA[nearMiss.miss](nearMiss)}`}`,
  }),
  'limit-silent': phrase({
    en: ({ layer, policy, action, resource }) =>
      `No statement of ${policy}, the ${LAYER_EN[layer]}, allows ${action} on ${resource}.`,
    ja: ({ layer, policy, action, resource }) =>
      `${LAYER_JA[layer]} ${policy} には、${resource} に対する ${action} を許可するステートメントがありません。`,
  }),
  'resource-policy-silent': phrase({
    en: ({ principal, action, resource, why }) =>
      `${SILENT_RESOURCE_EN[why]} ${resource} has no statement that allows ${action} to ${principal ?? 'everyone'}.`,
    ja: ({ principal, action, resource, why }) =>
      `${SILENT_RESOURCE_JA[why]} ${resource} のポリシーには、${principal ?? 'すべてのプリンシパル'} に ${action} を許可するステートメントがありません。`,
  }),
  'organization-policies-silent': phrase({
    en: ({ layer, account, level, action, resource }) =>
      `No ${LAYER_EN[layer]} at level ${level} of the organization of account ${account} allows ${action} on ${resource}.`,
    ja: ({ layer, account, level, action, resource }) =>
      `アカウント ${account} の組織の第 ${level} 階層には、${resource} に対する ${action} を許可する${LAYER_JA[layer]}がありません。`,
  }),
  'policy-denies': phrase({
    en: ({ layer, policy, statement, action, resource }) =>
      `Statement ${statement} of ${layer === 'resource-policy' ? 'the policy of ' : ''}${policy}${layer === 'permissions-boundary' ? ', the permissions boundary,' : ''} denies ${action} on ${resource}.`,
    ja: ({ layer, policy, statement, action, resource }) =>
      `${layer === 'permissions-boundary' ? 'アクセス許可の境界 ' : ''}${policy} の${layer === 'resource-policy' ? 'ポリシーの' : ''}ステートメント ${statement} が、${resource} に対する ${action} を拒否しています。`,
  }),
  'endpoint-policy-silent': phrase({
    en: ({ endpointId, action, resource }) =>
      `No statement in the policy of endpoint ${endpointId} allows ${action} on ${resource}.`,
    ja: ({ endpointId, action, resource }) =>
      `エンドポイント ${endpointId} のポリシーには、${resource} に対する ${action} を許可するステートメントがありません。`,
  }),

  'key-unusable': phrase({
    en: ({ keyArn, keyState, usedBy }) => `Key ${keyArn}, with which ${usedBy} is encrypted, is in state ${keyState}.`,
    ja: ({ keyArn, keyState, usedBy }) => `${usedBy} を暗号化しているキー ${keyArn} の状態は ${keyState} です。`,
  }),
  'key-of-another-account': phrase({
    en: ({ secretArn, owner, reader }) =>
      `Secret ${secretArn} is encrypted with AWS's own key of account ${owner}, which nobody of account ${reader} can use.`,
    ja: ({ secretArn, owner, reader }) =>
      `シークレット ${secretArn} はアカウント ${owner} の AWS マネージドキーで暗号化されており、アカウント ${reader} からは復号できません。`,
  }),
  'secret-missing': phrase({
    en: ({ secretArn }) => `There is no secret ${secretArn}.`,
    ja: ({ secretArn }) => `シークレット ${secretArn} が存在しません。`,
  }),
  'secret-deleted': phrase({
    en: ({ secretArn, deletedDate }) => `Secret ${secretArn} will be deleted (${deletedDate}) and refuses reads.`,
    ja: ({ secretArn, deletedDate }) =>
      `シークレット ${secretArn} は削除予定 (${deletedDate}) のため、読み取れません。`,
  }),
  'secret-without-value': phrase({
    en: ({ secretArn }) => `Secret ${secretArn} has no version labeled AWSCURRENT.`,
    ja: ({ secretArn }) => `シークレット ${secretArn} に AWSCURRENT のバージョンがありません。`,
  }),
  'parameter-missing': phrase({
    en: ({ name, region }) => `There is no parameter ${name} in ${region}.`,
    ja: ({ name, region }) => `${region} にパラメータ ${name} が存在しません。`,
  }),
  'log-group-missing': phrase({
    en: ({ logGroup, region }) => `There is no log group ${logGroup} in ${region}, and awslogs-create-group is off.`,
    ja: ({ logGroup, region }) =>
      `${region} にロググループ ${logGroup} が存在せず、awslogs-create-group も有効になっていません。`,
  }),
  'image-missing': phrase({
    en: ({ image, repository, missing }) =>
      missing === 'repository'
        ? `There is no repository ${repository} (${image}).`
        : `Repository ${repository} has no such ${missing}: ${image}.`,
    ja: ({ image, repository, missing }) =>
      missing === 'repository'
        ? `リポジトリ ${repository} が存在しません (${image})。`
        : `リポジトリ ${repository} にその${MISSING_JA[missing]}がありません: ${image}`,
  }),

  'security-group-egress': phrase({
    en: ({ groupIds, port, destination }) =>
      `No outbound rule of ${listed.en(groupIds)} allows TCP ${port} to ${listed.en(destination)}.`,
    ja: ({ groupIds, port, destination }) =>
      `${listed.ja(groupIds)} のアウトバウンドルールは、${listed.ja(destination)} への TCP ${port} を許可していません。`,
  }),
  'endpoint-security-group': phrase({
    en: ({ endpointId, serviceName, groupIds, port, subnetId, source, acrossVpcs }) =>
      `No inbound rule of ${listed.en(groupIds)} at endpoint ${endpointId} (${serviceName}) allows TCP ${port} from ${subnetId} (${source}) or the task's groups.${acrossVpcs ? '' : ' The name of the service leads the whole VPC there, NAT or not.'}`,
    ja: ({ endpointId, serviceName, groupIds, port, subnetId, source, acrossVpcs }) =>
      `エンドポイント ${endpointId} (${serviceName}) のセキュリティグループ ${listed.ja(groupIds)} には、${subnetId} (${source}) またはタスクのセキュリティグループからの TCP ${port} を許可するインバウンドルールがありません。${acrossVpcs ? '' : 'サービス名の解決先がこのエンドポイントのため、NAT の有無にかかわらず VPC 全体がここに向かいます。'}`,
  }),
  'network-acl': phrase({
    en: ({ networkAclId, subnetId, side, direction, reply, fromPort, toPort, ruleNumber }) =>
      `Rule ${ruleNumber} of ${networkAclId} at ${SIDE_EN[side]} ${subnetId} denies ${reply ? 'the replies' : 'the traffic'} (${direction === 'egress' ? 'outbound' : 'inbound'} TCP ${ports(fromPort, toPort)}).`,
    ja: ({ networkAclId, subnetId, side, direction, reply, fromPort, toPort, ruleNumber }) =>
      `${SIDE_JA[side]} ${subnetId} の ${networkAclId} のルール ${ruleNumber} が、${reply ? '応答' : '通信'} (${direction === 'egress' ? 'アウトバウンド' : 'インバウンド'} TCP ${ports(fromPort, toPort)}) を拒否しています。`,
  }),
  'no-route': phrase({
    en: ({ subnetId, routeTableId, host, addresses, unusedEndpoint }) =>
      `${tableEn(routeTableId, subnetId)} has no route to ${host}${addresses === null ? '' : ` (${addresses.join(', ')})`}.${unusedEndpoint === null ? '' : ` Endpoint ${unusedEndpoint.endpointId} ${UNUSED_EN[unusedEndpoint.why]}.`}`,
    ja: ({ subnetId, routeTableId, host, addresses, unusedEndpoint }) =>
      `${tableJa(routeTableId, subnetId)} には ${host}${addresses === null ? '' : ` (${addresses.join(', ')})`} へのルートがありません。${unusedEndpoint === null ? '' : `エンドポイント ${unusedEndpoint.endpointId} は${UNUSED_JA[unusedEndpoint.why]}。`}`,
  }),
  'blackhole-route': phrase({
    en: ({ routeTableId, destination, targetId }) =>
      `Route ${destination} in route table ${routeTableId} points to ${targetId}, which is gone or not attached.`,
    ja: ({ routeTableId, destination, targetId }) =>
      `ルートテーブル ${routeTableId} のルート ${destination} が指す ${targetId} は、存在しないかアタッチされていません。`,
  }),
  'no-public-ip': phrase({
    en: ({ routeTableId, internetGatewayId }) =>
      `Route table ${routeTableId} leads to ${internetGatewayId}, and assignPublicIp is DISABLED.`,
    ja: ({ routeTableId, internetGatewayId }) =>
      `ルートテーブル ${routeTableId} は ${internetGatewayId} に向いていますが、assignPublicIp が DISABLED です。`,
  }),
  'nat-gateway-state': phrase({
    en: ({ natGatewayId, state, routeTableId }) =>
      `Route table ${routeTableId} leads to NAT gateway ${natGatewayId}, which is ${state}.`,
    ja: ({ natGatewayId, state, routeTableId }) =>
      state === 'missing'
        ? `ルートテーブル ${routeTableId} は、存在しない NAT ゲートウェイ ${natGatewayId} に向いています。`
        : `ルートテーブル ${routeTableId} は NAT ゲートウェイ ${natGatewayId} に向いていますが、その状態は ${state} です。`,
  }),
  'nat-gateway-without-internet': phrase({
    en: ({ natGatewayId, natSubnetId, natRouteTableId }) => {
      const table = natRouteTableId === null ? 'main route table' : `route table ${natRouteTableId}`
      return natSubnetId === null
        ? `The ${table} of regional NAT gateway ${natGatewayId} has no route to an internet gateway.`
        : `NAT gateway ${natGatewayId} stands in ${natSubnetId}, whose ${table} has no route to an internet gateway.`
    },
    ja: ({ natGatewayId, natSubnetId, natRouteTableId }) => {
      const table = natRouteTableId === null ? 'メインルートテーブル' : `ルートテーブル ${natRouteTableId} `
      return natSubnetId === null
        ? `リージョン NAT ゲートウェイ ${natGatewayId} の${table}には、インターネットゲートウェイへのルートがありません。`
        : `NAT ゲートウェイ ${natGatewayId} のある ${natSubnetId} の${table}には、インターネットゲートウェイへのルートがありません。`
    },
  }),
  'private-nat-gateway': phrase({
    en: ({ natGatewayId }) => `NAT gateway ${natGatewayId} is a private one, which no internet gateway carries.`,
    ja: ({ natGatewayId }) =>
      `NAT ゲートウェイ ${natGatewayId} はプライベート NAT ゲートウェイのため、インターネットゲートウェイを通れません。`,
  }),
  'public-access-blocked': phrase({
    en: ({ vpcId, mode, gatewayId }) =>
      `VPC Block Public Access (${mode}) stops what ${vpcId} sends to the internet through ${gatewayId}.`,
    ja: ({ vpcId, mode, gatewayId }) =>
      `VPC ブロックパブリックアクセス (${mode}) により、${vpcId} から ${gatewayId} を通ってインターネットに出るトラフィックがブロックされます。`,
  }),
  'no-common-family': phrase({
    en: ({ subnetId, host, family }) =>
      family === 6
        ? `${subnetId} has IPv6 only, without DNS64, and ${host} has IPv4 addresses only.`
        : `${subnetId} has IPv4 only, and ${host} has IPv6 addresses only.`,
    ja: ({ subnetId, host, family }) =>
      family === 6
        ? `${subnetId} は IPv6 専用で DNS64 が無効ですが、${host} には IPv4 アドレスしかありません。`
        : `${subnetId} は IPv4 専用ですが、${host} には IPv6 アドレスしかありません。`,
  }),
  'peering-not-transitive': phrase({
    en: ({ peeringConnectionId, peerVpcId, host }) =>
      `${peeringConnectionId} leads to ${peerVpcId} and no further; ${host} is not there.`,
    ja: ({ peeringConnectionId, peerVpcId, host }) =>
      `${peeringConnectionId} で到達できるのは ${peerVpcId} の中だけで、${host} はそこにありません。`,
  }),
  'transit-gateway-zone': phrase({
    en: ({ attachmentId, transitGatewayId, subnetId, zone, zones, reply }) =>
      `Attachment ${attachmentId} of ${transitGatewayId} serves ${listed.en(zones)} and not ${zone}, where ${subnetId} is${reply ? ', from which the replies come' : ''}.`,
    ja: ({ attachmentId, transitGatewayId, subnetId, zone, zones, reply }) =>
      `${transitGatewayId} のアタッチメント ${attachmentId} は ${listed.ja(zones)} に対応していますが、${reply ? '応答を返す ' : ''}${subnetId} のある ${zone} には対応していません。`,
  }),
  'transit-gateway-route': phrase({
    en: ({ transitGatewayId, routeTableId, destination, addresses, reply }) =>
      destination === null
        ? `Route table ${routeTableId} of ${transitGatewayId} has no route to ${listed.en(addresses)}${reply ? ', where the replies go' : ''}.`
        : `Route ${destination} in ${routeTableId} of ${transitGatewayId} drops ${reply ? 'the replies' : 'the traffic'}.`,
    ja: ({ transitGatewayId, routeTableId, destination, addresses, reply }) =>
      destination === null
        ? `${transitGatewayId} のルートテーブル ${routeTableId} には、${reply ? '応答の宛先である ' : ''}${listed.ja(addresses)} へのルートがありません。`
        : `${transitGatewayId} の ${routeTableId} のルート ${destination} が${reply ? '応答' : '通信'}を破棄します。`,
  }),
  'no-return-route': phrase({
    en: ({ subnetId, routeTableId, addresses, host }) =>
      `${tableEn(routeTableId, subnetId)} has no way back to ${listed.en(addresses)}, so no answer of ${host} arrives.`,
    ja: ({ subnetId, routeTableId, addresses, host }) =>
      `${tableJa(routeTableId, subnetId)} には ${listed.ja(addresses)} へ戻る経路がないため、${host} の応答が届きません。`,
  }),
  'vpc-dns-off': phrase({
    en: ({ vpcId, attribute }) =>
      attribute === 'enableDnsSupport'
        ? `enableDnsSupport of ${vpcId} is off, so no name resolves.`
        : `enableDnsHostnames of ${vpcId} is off, so names of file systems do not resolve.`,
    ja: ({ vpcId, attribute }) =>
      attribute === 'enableDnsSupport'
        ? `${vpcId} の enableDnsSupport が無効なため、名前を解決できません。`
        : `${vpcId} の enableDnsHostnames が無効なため、ファイルシステムの名前を解決できません。`,
  }),
  'zone-without-record': phrase({
    en: ({ zoneId, domain, name, host, missing }) =>
      `Private hosted zone ${zoneId} (${domain}) answers for ${name}${name === host ? '' : `, to which ${host} leads,`} and has ${missing === 'name' ? 'no such record' : 'no record for it that leads to an address'}; the public DNS is not asked.`,
    ja: ({ zoneId, domain, name, host, missing }) =>
      `プライベートホストゾーン ${zoneId} (${domain}) が ${name}${name === host ? '' : ` (${host} の参照先)`} に応答しますが、${missing === 'name' ? '該当するレコード' : 'アドレスにつながるレコード'}がありません。パブリック DNS には問い合わせません。`,
  }),
  'dns-firewall': phrase({
    en: ({ vpcId, name, domain, ruleGroupId }) =>
      `DNS Firewall of ${vpcId} blocks ${name}: ${ruleGroupId === null ? 'a rule' : `rule group ${ruleGroupId}`} lists ${domain}.`,
    ja: ({ vpcId, name, domain, ruleGroupId }) =>
      `${vpcId} の DNS Firewall が ${name} をブロックしています。${ruleGroupId === null ? 'ルール' : `ルールグループ ${ruleGroupId} `}のドメインリストに ${domain} があります。`,
  }),
  'endpoint-state': phrase({
    en: ({ endpointId, serviceName, state }) => `Endpoint ${endpointId} (${serviceName}) is in state ${state}.`,
    ja: ({ endpointId, serviceName, state }) =>
      `エンドポイント ${endpointId} (${serviceName}) の状態は ${state} です。`,
  }),
}
