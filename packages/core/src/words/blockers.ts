import type { Blocker } from '../launch/blocker.ts'
import { containerSentences } from './container-blockers.ts'
import { listed, type Phrase, phrase } from './phrase.ts'
import { requestSentences } from './request-blockers.ts'

/** Why: one sentence a blocker, with the ids and values that decide. INVARIANT: total over the blockers. */
type BlockerPhrases = { readonly [Name in Blocker['blocker']]: Phrase<Extract<Blocker, { blocker: Name }>> }

const SIDE_EN = {
  task: "the task's subnet",
  endpoint: "the endpoint's subnet",
  'nat-gateway': "the NAT gateway's subnet",
} as const
const SIDE_JA = {
  task: 'タスクのサブネット',
  endpoint: 'エンドポイントのサブネット',
  'nat-gateway': 'NAT ゲートウェイのサブネット',
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
  'log-option-missing': phrase({
    en: ({ container, option }) => `The log configuration of container ${container} has no ${option}.`,
    ja: ({ container, option }) => `コンテナ ${container} のログ設定に ${option} がありません。`,
  }),

  'role-missing': phrase({
    en: ({ roleArn }) => `There is no role ${roleArn}.`,
    ja: ({ roleArn }) => `ロール ${roleArn} が存在しません。`,
  }),
  'role-trust-missing': phrase({
    en: ({ roleArn, service }) => `No statement in the trust policy of ${roleArn} lets ${service} call sts:AssumeRole.`,
    ja: ({ roleArn, service }) =>
      `${roleArn} の信頼ポリシーには、${service} に sts:AssumeRole を許可するステートメントがありません。`,
  }),
  'identity-policies-silent': phrase({
    en: ({ principal, action, resource }) =>
      `No policy of ${principal ?? 'the caller'} allows ${action} on ${resource.replace(/:log-stream:$/, '')}.`,
    ja: ({ principal, action, resource }) =>
      `${principal ?? '呼び出し元'} のどのポリシーも、${resource} に対する ${action} を許可していません。`,
  }),
  'policy-denies': phrase({
    en: ({ policy, statement, action, resource }) =>
      `Statement ${statement} of ${policy} denies ${action} on ${resource}.`,
    ja: ({ policy, statement, action, resource }) =>
      `${policy} のステートメント ${statement} が、${resource} に対する ${action} を拒否しています。`,
  }),
  'endpoint-policy-silent': phrase({
    en: ({ endpointId, action, resource }) =>
      `No statement in the policy of endpoint ${endpointId} allows ${action} on ${resource}.`,
    ja: ({ endpointId, action, resource }) =>
      `エンドポイント ${endpointId} のポリシーには、${resource} に対する ${action} を許可するステートメントがありません。`,
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
    en: ({ endpointId, serviceName, groupIds, port, subnetId, source }) =>
      `No inbound rule of ${listed.en(groupIds)} at endpoint ${endpointId} (${serviceName}) allows TCP ${port} from ${subnetId} (${source}) or the task's groups. The name of the service leads the whole VPC there, NAT or not.`,
    ja: ({ endpointId, serviceName, groupIds, port, subnetId, source }) =>
      `エンドポイント ${endpointId} (${serviceName}) のセキュリティグループ ${listed.ja(groupIds)} には、${subnetId} (${source}) またはタスクのセキュリティグループからの TCP ${port} を許可するインバウンドルールがありません。サービス名の解決先がこのエンドポイントのため、NAT の有無にかかわらず VPC 全体がここに向かいます。`,
  }),
  'network-acl': phrase({
    en: ({ networkAclId, subnetId, side, direction, reply, fromPort, toPort, ruleNumber }) =>
      `Rule ${ruleNumber} of ${networkAclId} at ${SIDE_EN[side]} ${subnetId} denies ${reply ? 'the replies' : 'the traffic'} (${direction === 'egress' ? 'outbound' : 'inbound'} TCP ${ports(fromPort, toPort)}).`,
    ja: ({ networkAclId, subnetId, side, direction, reply, fromPort, toPort, ruleNumber }) =>
      `${SIDE_JA[side]} ${subnetId} の ${networkAclId} のルール ${ruleNumber} が、${reply ? '応答' : '通信'} (${direction === 'egress' ? 'アウトバウンド' : 'インバウンド'} TCP ${ports(fromPort, toPort)}) を拒否しています。`,
  }),
  'no-route': phrase({
    en: ({ subnetId, routeTableId, host, unusedEndpoint }) =>
      `${tableEn(routeTableId, subnetId)} has no route to ${host}.${unusedEndpoint === null ? '' : ` Endpoint ${unusedEndpoint.endpointId} ${UNUSED_EN[unusedEndpoint.why]}.`}`,
    ja: ({ subnetId, routeTableId, host, unusedEndpoint }) =>
      `${tableJa(routeTableId, subnetId)} には ${host} へのルートがありません。${unusedEndpoint === null ? '' : `エンドポイント ${unusedEndpoint.endpointId} は${UNUSED_JA[unusedEndpoint.why]}。`}`,
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
    en: ({ natGatewayId, isPrivate, natSubnetId, natRouteTableId }) => {
      if (isPrivate) return `NAT gateway ${natGatewayId} is a private one, which no internet gateway carries.`
      const table = natRouteTableId === null ? 'main route table' : `route table ${natRouteTableId}`
      return natSubnetId === null
        ? `The ${table} of regional NAT gateway ${natGatewayId} has no route to an internet gateway.`
        : `NAT gateway ${natGatewayId} stands in ${natSubnetId}, whose ${table} has no route to an internet gateway.`
    },
    ja: ({ natGatewayId, isPrivate, natSubnetId, natRouteTableId }) => {
      if (isPrivate) {
        return `NAT ゲートウェイ ${natGatewayId} はプライベート NAT ゲートウェイのため、インターネットゲートウェイを通れません。`
      }
      const table = natRouteTableId === null ? 'メインルートテーブル' : `ルートテーブル ${natRouteTableId} `
      return natSubnetId === null
        ? `リージョン NAT ゲートウェイ ${natGatewayId} の${table}には、インターネットゲートウェイへのルートがありません。`
        : `NAT ゲートウェイ ${natGatewayId} のある ${natSubnetId} の${table}には、インターネットゲートウェイへのルートがありません。`
    },
  }),
  'public-access-blocked': phrase({
    en: ({ vpcId, mode, gatewayId }) =>
      `VPC Block Public Access (${mode}) stops what ${vpcId} sends to the internet through ${gatewayId}.`,
    ja: ({ vpcId, mode, gatewayId }) =>
      `VPC ブロックパブリックアクセス (${mode}) により、${vpcId} から ${gatewayId} を通ってインターネットに出るトラフィックがブロックされます。`,
  }),
  'vpc-dns-off': phrase({
    en: ({ vpcId }) => `enableDnsSupport of ${vpcId} is off, so no name resolves.`,
    ja: ({ vpcId }) => `${vpcId} の enableDnsSupport が無効なため、名前を解決できません。`,
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
