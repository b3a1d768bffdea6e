import type { NearMiss } from '../iam/blocker.ts'
import type { Blocker } from '../launch/blocker.ts'
import { listed, type Phrase, phrase } from './phrase.ts'

/** Why: one sentence a blocker, with the ids and values that decide. INVARIANT: total over the blockers. */
type BlockerPhrases = { readonly [Name in Blocker['blocker']]: Phrase<Extract<Blocker, { blocker: Name }>> }

const NEEDED_FOR_EN = {
  'ecr-image': 'an image of a private ECR repository',
  secret: 'a secret',
  awslogs: 'the awslogs log driver',
  'repository-credentials': 'the credentials of a private registry',
} as const
const NEEDED_FOR_JA = {
  'ecr-image': 'ECR プライベートリポジトリのイメージ',
  secret: 'シークレット',
  awslogs: 'awslogs ログドライバー',
  'repository-credentials': 'プライベートレジストリの認証情報',
} as const
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

const LAYER_EN = {
  'permissions-boundary': 'permissions boundary',
  'session-policy': 'session policy',
  'service-control-policy': 'service control policy',
  'resource-control-policy': 'resource control policy',
} as const
const LAYER_JA = {
  'permissions-boundary': 'アクセス許可の境界',
  'session-policy': 'セッションポリシー',
  'service-control-policy': 'サービスコントロールポリシー',
  'resource-control-policy': 'リソースコントロールポリシー',
} as const
const SILENT_RESOURCE_EN = {
  'key-policy': 'Nothing is allowed on a key without its key policy:',
  'other-account': 'Another account must allow it, too: the policy of',
  'own-account': 'The policy of',
} as const
const SILENT_RESOURCE_JA = {
  'key-policy': 'キーの利用にはキーポリシーの許可が必要です。',
  'other-account': '別のアカウントのリソースなので、そのポリシーの許可も必要です。',
  'own-account': 'リソースのポリシーによる許可が必要です。',
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
  'subnet-missing': phrase({
    en: ({ subnetId }) => `Subnet ${subnetId} is not among the subnets of the account in this Region.`,
    ja: ({ subnetId }) => `サブネット ${subnetId} は、このリージョンのアカウントに存在しません。`,
  }),
  'security-group-missing': phrase({
    en: ({ groupId }) => `Security group ${groupId} is not among the groups of the account in this Region.`,
    ja: ({ groupId }) => `セキュリティグループ ${groupId} は、このリージョンのアカウントに存在しません。`,
  }),
  'several-vpcs': phrase({
    en: ({ kind, id, vpcId, firstSubnetVpcId }) =>
      `${kind === 'subnet' ? 'Subnet' : 'Security group'} ${id} belongs to ${vpcId}, the first subnet to ${firstSubnetVpcId}.`,
    ja: ({ kind, id, vpcId, firstSubnetVpcId }) =>
      `${kind === 'subnet' ? 'サブネット' : 'セキュリティグループ'} ${id} は ${vpcId} に属し、最初のサブネットは ${firstSubnetVpcId} に属しています。`,
  }),
  'task-definition-missing': phrase({
    en: ({ taskDefinition, status }) =>
      status === 'missing'
        ? `There is no task definition ${taskDefinition}.`
        : `Task definition ${taskDefinition} is ${status}.`,
    ja: ({ taskDefinition, status }) =>
      status === 'missing'
        ? `タスク定義 ${taskDefinition} が存在しません。`
        : `タスク定義 ${taskDefinition} のステータスは ${status} です。`,
  }),
  'execution-role-not-set': phrase({
    en: ({ taskDefinition, neededFor }) =>
      `Task definition ${taskDefinition} sets no executionRoleArn, which Fargate needs for ${NEEDED_FOR_EN[neededFor]}.`,
    ja: ({ taskDefinition, neededFor }) =>
      `タスク定義 ${taskDefinition} に executionRoleArn がありません。Fargate では、${NEEDED_FOR_JA[neededFor]}に必要です。`,
  }),
  'platform-retired': phrase({
    en: ({ version, retiredOn }) => `Platform version ${version} has not started tasks since ${retiredOn}.`,
    ja: ({ version, retiredOn }) =>
      `プラットフォームバージョン ${version} では ${retiredOn} 以降タスクを起動できません。`,
  }),
  'no-free-address': phrase({
    en: ({ subnetId, cidrBlock }) =>
      `Subnet ${subnetId}${cidrBlock === null ? '' : ` (${cidrBlock})`} has 0 free addresses; the task needs one.`,
    ja: ({ subnetId, cidrBlock }) =>
      `サブネット ${subnetId}${cidrBlock === null ? '' : ` (${cidrBlock})`} の空き IP アドレスは 0 個です。タスクには 1 個必要です。`,
  }),
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
      `No inbound rule of ${listed.en(groupIds)} at endpoint ${endpointId} (${serviceName}) allows TCP ${port} from ${subnetId} (${source}) or the task's groups. Its private DNS sends the whole VPC there, NAT or not.`,
    ja: ({ endpointId, serviceName, groupIds, port, subnetId, source }) =>
      `エンドポイント ${endpointId} (${serviceName}) のセキュリティグループ ${listed.ja(groupIds)} には、${subnetId} (${source}) またはタスクのセキュリティグループからの TCP ${port} を許可するインバウンドルールがありません。プライベート DNS により、NAT の有無にかかわらず VPC 全体がこのエンドポイントに向かいます。`,
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
    en: ({ natGatewayId, natSubnetId, natRouteTableId }) =>
      `NAT gateway ${natGatewayId} stands in ${natSubnetId}, whose ${natRouteTableId === null ? 'main route table' : `route table ${natRouteTableId}`} has no route to an internet gateway.`,
    ja: ({ natGatewayId, natSubnetId, natRouteTableId }) =>
      `NAT ゲートウェイ ${natGatewayId} のある ${natSubnetId} の${natRouteTableId === null ? 'メインルートテーブル' : `ルートテーブル ${natRouteTableId} `}には、インターネットゲートウェイへのルートがありません。`,
  }),
  'vpc-dns-off': phrase({
    en: ({ vpcId }) => `enableDnsSupport of ${vpcId} is off, so no name resolves.`,
    ja: ({ vpcId }) => `${vpcId} の enableDnsSupport が無効なため、名前を解決できません。`,
  }),
  'endpoint-state': phrase({
    en: ({ endpointId, serviceName, state }) => `Endpoint ${endpointId} (${serviceName}) is in state ${state}.`,
    ja: ({ endpointId, serviceName, state }) =>
      `エンドポイント ${endpointId} (${serviceName}) の状態は ${state} です。`,
  }),
}
