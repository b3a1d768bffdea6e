import type { RequestBlocker } from '../launch/request-blocker.ts'
import { listed, type Phrase, phrase } from './phrase.ts'
import type { RemedyContext } from './remedy-context.ts'

const REQUEST_REMEDY_EN = {
  daemon: 'Set schedulingStrategy to REPLICA.',
  'launch-type-and-strategy': 'Take launchType or capacityProviderStrategy out.',
  'spot-on-windows': 'Use FARGATE in the strategy.',
  'placement-constraints': 'Take placementConstraints out.',
  'placement-strategy': 'Take placementStrategy out; Fargate spreads tasks over the zones of the subnets by itself.',
} as const
const REQUEST_REMEDY_JA = {
  daemon: 'schedulingStrategy を REPLICA にしてください。',
  'launch-type-and-strategy': 'launchType か capacityProviderStrategy のどちらかを外してください。',
  'spot-on-windows': '戦略では FARGATE を使用してください。',
  'placement-constraints': 'placementConstraints を外してください。',
  'placement-strategy':
    'placementStrategy を外してください。Fargate は、サブネットのアベイラビリティーゾーンにタスクを自動で分散します。',
} as const
const NEEDED_FOR_EN = {
  'ecr-image': 'an image of a private ECR repository',
  secret: 'a secret',
  awslogs: 'the awslogs log driver',
  'repository-credentials': 'the credentials of a private registry',
  'environment-file': 'an environment file',
} as const
const NEEDED_FOR_JA = {
  'ecr-image': 'ECR プライベートリポジトリのイメージ',
  secret: 'シークレット',
  awslogs: 'awslogs ログドライバー',
  'repository-credentials': 'プライベートレジストリの認証情報',
  'environment-file': '環境ファイル',
} as const
const TASK_ROLE_FOR_EN = {
  'execute-command': 'ECS Exec',
  'efs-iam': 'IAM for EFS',
  's3-files': 'an S3 Files volume',
} as const
const TASK_ROLE_FOR_JA = {
  'execute-command': 'ECS Exec ',
  'efs-iam': 'EFS の IAM 認可',
  's3-files': 'S3 Files ボリューム',
} as const
const MANY_EN = { subnets: 'subnets', 'security-groups': 'security groups', tasks: 'tasks' } as const
const MANY_JA = { subnets: 'サブネット', 'security-groups': 'セキュリティグループ', tasks: 'タスク' } as const
const OS = { LINUX: 'Linux', WINDOWS: 'Windows' } as const

/** Long rows of sizes are told by their ends. */
function sizes(mebibytes: readonly number[]): string {
  return mebibytes.length <= 4 ? mebibytes.join(', ') : `${mebibytes[0]}–${mebibytes.at(-1)}`
}

function containersEn(names: readonly string[]): string {
  return names.length === 0 ? 'none' : listed.en(names)
}

function containersJa(names: readonly string[]): string {
  return names.length === 0 ? 'コンテナは 1 つもありません' : `あるのは ${listed.ja(names)} です`
}

type Of<Name> = Extract<RequestBlocker, { readonly blocker: Name }>

type Sentences = { readonly [Name in RequestBlocker['blocker']]: Phrase<Of<Name>> }

export const requestSentences: Sentences = {
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
  'task-role-not-set': phrase({
    en: ({ taskDefinition, neededFor }) =>
      `Task definition ${taskDefinition} sets no taskRoleArn, which ${TASK_ROLE_FOR_EN[neededFor]} needs.`,
    ja: ({ taskDefinition, neededFor }) =>
      `タスク定義 ${taskDefinition} に taskRoleArn がありません。${TASK_ROLE_FOR_JA[neededFor]}に必要です。`,
  }),
  'task-size-not-offered': phrase({
    en: ({ cpu, memory, family, offered }) => {
      if (cpu === null) return 'The task definition sets no cpu, which Fargate needs.'
      if (offered.length === 0) return `Fargate offers no cpu of ${cpu} for ${OS[family]}.`
      const set = memory === null ? 'the task definition sets none' : `the task definition sets ${memory}`
      return `With cpu ${cpu}, Fargate offers ${sizes(offered)} MiB of memory; ${set}.`
    },
    ja: ({ cpu, memory, family, offered }) => {
      if (cpu === null) return 'タスク定義に cpu がありません。Fargate では必須です。'
      if (offered.length === 0) return `Fargate の ${OS[family]} タスクでは、cpu ${cpu} を使えません。`
      const set = memory === null ? 'タスク定義に memory がありません' : `タスク定義の memory は ${memory} です`
      return `cpu ${cpu} で使えるメモリは ${sizes(offered)} MiB です。${set}。`
    },
  }),
  'task-definition-unsuitable': phrase({
    en: ({ taskDefinition, field, value, wanted, systemFamily }) =>
      wanted.length === 0
        ? `Task definition ${taskDefinition} sets ${field}${value === null ? '' : ` to ${value}`}, which Fargate does not take${systemFamily === null ? '' : ` with ${systemFamily}`}.`
        : `Task definition ${taskDefinition} has ${value} in ${field}; Fargate takes ${listed.en(wanted)}.`,
    ja: ({ taskDefinition, field, value, wanted, systemFamily }) =>
      wanted.length === 0
        ? `タスク定義 ${taskDefinition} に ${field}${value === null ? '' : ` (${value})`} が設定されていますが、Fargate では${systemFamily === null ? '' : ` ${systemFamily} と一緒に`}使えません。`
        : `タスク定義 ${taskDefinition} の ${field} は ${value} ですが、Fargate で使えるのは ${listed.ja(wanted)} です。`,
  }),
  'request-unsuitable': phrase({
    en: ({ launch, why }) => {
      switch (why) {
        case 'daemon':
          return `${launch} has schedulingStrategy DAEMON, which Fargate does not have.`
        case 'launch-type-and-strategy':
          return `${launch} has launchType and capacityProviderStrategy; ECS takes one of them.`
        case 'spot-on-windows':
          return `${launch} runs on Windows, and its strategy has FARGATE_SPOT, which is for Linux.`
        case 'placement-constraints':
          return `${launch} has placementConstraints, which ECS refuses with launch type FARGATE.`
        case 'placement-strategy':
          return `${launch} has placementStrategy, which ECS refuses with launch type FARGATE.`
      }
    },
    ja: ({ launch, why }) => {
      switch (why) {
        case 'daemon':
          return `${launch} の schedulingStrategy は DAEMON ですが、Fargate では使えません。`
        case 'launch-type-and-strategy':
          return `${launch} に launchType と capacityProviderStrategy の両方が指定されていますが、ECS で指定できるのは一方だけです。`
        case 'spot-on-windows':
          return `${launch} は Windows で動作しますが、キャパシティプロバイダー戦略に Linux 専用の FARGATE_SPOT があります。`
        case 'placement-constraints':
          return `${launch} に placementConstraints が指定されていますが、起動タイプ FARGATE では ECS が受け付けません。`
        case 'placement-strategy':
          return `${launch} に placementStrategy が指定されていますが、起動タイプ FARGATE では ECS が受け付けません。`
      }
    },
  }),
  'override-without-container': phrase({
    en: ({ container, taskDefinition, containers }) =>
      `Task definition ${taskDefinition} has no container ${container}, which an override names; it has ${containersEn(containers)}.`,
    ja: ({ container, taskDefinition, containers }) =>
      `上書きの対象に指定されたコンテナ ${container} は、タスク定義 ${taskDefinition} にありません。${containersJa(containers)}。`,
  }),
  'overrides-too-long': phrase({
    en: ({ length, most }) =>
      `The container overrides have at least ${length} characters of JSON; ECS takes at most ${most}.`,
    ja: ({ length, most }) =>
      `コンテナの上書き (containerOverrides) は JSON で少なくとも ${length} 文字あります。ECS が受け付けるのは ${most} 文字までです。`,
  }),
  'cluster-missing': phrase({
    en: ({ cluster, status }) =>
      status === 'missing' ? `There is no cluster ${cluster} in this Region.` : `Cluster ${cluster} is ${status}.`,
    ja: ({ cluster, status }) =>
      status === 'missing'
        ? `このリージョンにクラスター ${cluster} が存在しません。`
        : `クラスター ${cluster} のステータスは ${status} です。`,
  }),
  'capacity-provider-not-associated': phrase({
    en: ({ capacityProvider, cluster }) =>
      `${capacityProvider} is not among the capacity providers of cluster ${cluster}.`,
    ja: ({ capacityProvider, cluster }) =>
      `クラスター ${cluster} のキャパシティプロバイダーに ${capacityProvider} がありません。`,
  }),
  'namespace-missing': phrase({
    en: ({ namespace }) =>
      namespace === ''
        ? 'Service Connect is on, and neither the service nor its cluster names a namespace.'
        : `There is no namespace ${namespace} in this Region.`,
    ja: ({ namespace }) =>
      namespace === ''
        ? 'Service Connect が有効ですが、サービスにもクラスターにも名前空間の指定がありません。'
        : `このリージョンに名前空間 ${namespace} が存在しません。`,
  }),
  'too-many': phrase({
    en: ({ what, count, most }) =>
      `The request ${what === 'tasks' ? 'asks for' : 'names'} ${count} ${MANY_EN[what]}; ECS takes at most ${most}.`,
    ja: ({ what, count, most }) =>
      `リクエストで ${count} 個の${MANY_JA[what]}が指定されています。指定できるのは ${most} 個までです。`,
  }),
  'zone-not-served': phrase({
    en: ({ subnetId, zoneId, family, why, served }) => {
      const here = `Subnet ${subnetId} is in ${zoneId},`
      if (why === 'edge') return `${here} a Local Zone or Wavelength Zone, where there is no Fargate.`
      if (why === 'volumes') return `${here} where Fargate attaches no EBS volumes.`
      return `${here} where Fargate runs no ${OS[family]} tasks${served.length === 0 ? '' : `; it does in ${listed.en(served)}`}.`
    },
    ja: ({ subnetId, zoneId, family, why, served }) => {
      if (why === 'edge') {
        return `サブネット ${subnetId} のある ${zoneId} は Local Zone または Wavelength Zone で、Fargate は使えません。`
      }
      const here = `サブネット ${subnetId} は ${zoneId} にあり、そこでは`
      if (why === 'volumes') return `${here} Fargate のタスクに EBS ボリュームをアタッチできません。`
      return `${here} Fargate の ${OS[family]} タスクを実行できません${served.length === 0 ? '' : ` (実行できるのは ${listed.ja(served)})`}。`
    },
  }),
  'quota-too-small': phrase({
    en: ({ quota, vcpus, applied }) =>
      `The task takes ${vcpus} vCPU, and quota ${quota} lets the account run ${applied} in this Region.`,
    ja: ({ quota, vcpus, applied }) =>
      `タスクには ${vcpus} vCPU が必要ですが、このリージョンのクォータ ${quota} は ${applied} vCPU です。`,
  }),
  'no-room-for-deployment': phrase({
    en: ({ desiredCount, minimumHealthyPercent, maximumPercent }) =>
      `Of ${desiredCount} desired tasks, minimumHealthyPercent ${minimumHealthyPercent} lets none stop and maximumPercent ${maximumPercent} lets none start.`,
    ja: ({ desiredCount, minimumHealthyPercent, maximumPercent }) =>
      `必要なタスク数 ${desiredCount} に対し、minimumHealthyPercent ${minimumHealthyPercent} では 1 つも停止できず、maximumPercent ${maximumPercent} では 1 つも追加できません。`,
  }),
  'no-ipv6-address': phrase({
    en: ({ subnetId, why }) =>
      why === 'no-block'
        ? `Subnet ${subnetId} is IPv6-only and has no IPv6 block.`
        : `Subnet ${subnetId} is IPv6-only and assigns no IPv6 addresses.`,
    ja: ({ subnetId, why }) =>
      why === 'no-block'
        ? `IPv6 専用サブネット ${subnetId} に IPv6 CIDR ブロックがありません。`
        : `IPv6 専用サブネット ${subnetId} で IPv6 アドレスが割り当てられません。`,
  }),
  'storage-key-unusable': phrase({
    en: ({ cluster, keyId, state }) =>
      `Cluster ${cluster} encrypts the storage of its tasks with key ${keyId}, which ${state === 'missing' ? 'does not exist' : `is ${state}`}.`,
    ja: ({ cluster, keyId, state }) =>
      `クラスター ${cluster} のタスクのストレージはキー ${keyId} で暗号化されますが、このキーは${state === 'missing' ? '存在しません' : ` ${state} です`}。`,
  }),
}

type Remedies = { readonly [Name in RequestBlocker['blocker']]: Phrase<RemedyContext & { readonly blocker: Of<Name> }> }

export const requestRemedies: Remedies = {
  'subnet-missing': phrase({
    en: ({ blocker }) => `Name an existing subnet instead of ${blocker.subnetId} in awsvpcConfiguration.subnets.`,
    ja: ({ blocker }) =>
      `awsvpcConfiguration.subnets の ${blocker.subnetId} を、存在するサブネットに置き換えてください。`,
  }),
  'security-group-missing': phrase({
    en: ({ blocker }) => `Name an existing group instead of ${blocker.groupId} in awsvpcConfiguration.securityGroups.`,
    ja: ({ blocker }) =>
      `awsvpcConfiguration.securityGroups の ${blocker.groupId} を、存在するセキュリティグループに置き換えてください。`,
  }),
  'several-vpcs': phrase({
    en: ({ blocker }) => `Use subnets and security groups of one VPC, such as ${blocker.firstSubnetVpcId}.`,
    ja: ({ blocker }) =>
      `サブネットとセキュリティグループを 1 つの VPC (たとえば ${blocker.firstSubnetVpcId}) のものに揃えてください。`,
  }),
  'task-definition-missing': phrase({
    en: 'Register the task definition, or point the service at an active revision.',
    ja: 'タスク定義を登録するか、ACTIVE なリビジョンを指定してください。',
  }),
  'execution-role-not-set': phrase({
    en: 'Set executionRoleArn to a role that trusts ecs-tasks.amazonaws.com and has AmazonECSTaskExecutionRolePolicy.',
    ja: 'ecs-tasks.amazonaws.com を信頼し AmazonECSTaskExecutionRolePolicy を持つロールを executionRoleArn に設定してください。',
  }),
  'platform-retired': phrase({
    en: 'Set platformVersion to LATEST.',
    ja: 'platformVersion を LATEST に設定してください。',
  }),
  'no-free-address': phrase({
    en: ({ blocker }) =>
      `Free addresses in ${blocker.subnetId}, or name a subnet with room in awsvpcConfiguration.subnets.`,
    ja: ({ blocker }) =>
      `${blocker.subnetId} の IP アドレスを解放するか、空きのあるサブネットを awsvpcConfiguration.subnets に指定してください。`,
  }),
  'task-role-not-set': phrase({
    en: 'Set taskRoleArn to a role that trusts ecs-tasks.amazonaws.com.',
    ja: 'ecs-tasks.amazonaws.com を信頼するロールを taskRoleArn に設定してください。',
  }),
  'task-size-not-offered': phrase({
    en: ({ blocker: { cpu, offered, smallest } }) =>
      cpu === null || offered.length === 0
        ? `Set cpu and memory to a pair that Fargate offers, such as ${smallest.cpu} and ${smallest.memory}.`
        : `Set memory to one of ${sizes(offered)} MiB, or choose another cpu.`,
    ja: ({ blocker: { cpu, offered, smallest } }) =>
      cpu === null || offered.length === 0
        ? `cpu と memory を Fargate で使える組み合わせ (たとえば ${smallest.cpu} と ${smallest.memory}) に設定してください。`
        : `memory を ${sizes(offered)} MiB のいずれかに設定するか、cpu を変更してください。`,
  }),
  'task-definition-unsuitable': phrase({
    en: ({ blocker: { field, wanted, systemFamily } }) => {
      if (wanted.length > 0) return `Set ${field} to ${wanted.length > 1 ? 'one of ' : ''}${wanted.join(', ')}.`
      return systemFamily === null
        ? `Take out ${field}.`
        : `Take out ${field}, or set runtimePlatform.operatingSystemFamily to LINUX.`
    },
    ja: ({ blocker: { field, wanted, systemFamily } }) => {
      if (wanted.length > 0)
        return `${field} を ${listed.ja(wanted)} ${wanted.length > 1 ? 'のいずれか' : ''}に変更してください。`
      return systemFamily === null
        ? `${field} を外してください。`
        : `${field} を外すか、runtimePlatform.operatingSystemFamily を LINUX に変更してください。`
    },
  }),
  'request-unsuitable': phrase({
    en: ({ blocker: { why } }) => REQUEST_REMEDY_EN[why],
    ja: ({ blocker: { why } }) => REQUEST_REMEDY_JA[why],
  }),
  'override-without-container': phrase({
    en: ({ blocker: { container } }) =>
      `In containerOverrides, name a container of the task definition instead of ${container}.`,
    ja: ({ blocker: { container } }) =>
      `containerOverrides の ${container} を、タスク定義にあるコンテナの名前に変更してください。`,
  }),
  'overrides-too-long': phrase({
    en: 'Put long values where the application reads them itself, such as S3, or variables into environmentFiles.',
    ja: '長い値は S3 などに置いてアプリケーションから読み取るか、変数を environmentFiles に移してください。',
  }),
  'cluster-missing': phrase({
    en: ({ blocker: { cluster } }) => `Create cluster ${cluster}, or name one that is active.`,
    ja: ({ blocker: { cluster } }) => `クラスター ${cluster} を作成するか、アクティブなクラスターを指定してください。`,
  }),
  'capacity-provider-not-associated': phrase({
    en: ({ blocker: { capacityProvider, cluster }, inCode }) =>
      inCode
        ? `Add ${capacityProvider} to the capacityProviders of cluster ${cluster}.`
        : `Add it, beside the others that the cluster has: aws ecs put-cluster-capacity-providers --cluster ${cluster} --capacity-providers ${capacityProvider} …`,
    ja: ({ blocker: { capacityProvider, cluster }, inCode }) =>
      inCode
        ? `クラスター ${cluster} の capacityProviders に ${capacityProvider} を追加してください。`
        : `既存のものと合わせて追加してください: aws ecs put-cluster-capacity-providers --cluster ${cluster} --capacity-providers ${capacityProvider} …`,
  }),
  'namespace-missing': phrase({
    en: ({ blocker: { namespace } }) =>
      namespace === ''
        ? 'Set serviceConnectConfiguration.namespace, or a default namespace of the cluster.'
        : `Create namespace ${namespace}, or name one that exists.`,
    ja: ({ blocker: { namespace } }) =>
      namespace === ''
        ? 'serviceConnectConfiguration.namespace か、クラスターのデフォルト名前空間を設定してください。'
        : `名前空間 ${namespace} を作成するか、存在する名前空間を指定してください。`,
  }),
  'too-many': phrase({
    en: ({ blocker: { what, most } }) =>
      what === 'tasks'
        ? `Set count to ${most} at most; more tasks take several requests.`
        : `Name at most ${most} ${MANY_EN[what]}.`,
    ja: ({ blocker: { what, most } }) =>
      what === 'tasks'
        ? `count を ${most} 以下にし、それより多い場合はリクエストを分けてください。`
        : `${MANY_JA[what]}の指定を ${most} 個以内にしてください。`,
  }),
  'zone-not-served': phrase({
    en: ({ blocker: { subnetId } }) => `Take ${subnetId} out of the subnets, and name one in another zone.`,
    ja: ({ blocker: { subnetId } }) =>
      `${subnetId} を外し、別のアベイラビリティーゾーンのサブネットを指定してください。`,
  }),
  'quota-too-small': phrase({
    en: ({ blocker: { quota, vcpus } }) =>
      `Ask for more: aws service-quotas request-service-quota-increase --service-code fargate --quota-code ${quota} --desired-value ${vcpus}`,
    ja: ({ blocker: { quota, vcpus } }) =>
      `引き上げをリクエストしてください: aws service-quotas request-service-quota-increase --service-code fargate --quota-code ${quota} --desired-value ${vcpus}`,
  }),
  'no-room-for-deployment': phrase({
    en: 'Raise maximumPercent (to 200) or lower minimumHealthyPercent (to 50 or less).',
    ja: 'maximumPercent を上げる (200 など) か、minimumHealthyPercent を下げて (50 以下など) ください。',
  }),
  'no-ipv6-address': phrase({
    en: ({ blocker: { subnetId, why } }) =>
      why === 'no-block'
        ? `Give ${subnetId} an IPv6 block.`
        : `Turn on assignIpv6AddressOnCreation of ${subnetId} and the account setting dualStackIPv6.`,
    ja: ({ blocker: { subnetId, why } }) =>
      why === 'no-block'
        ? `${subnetId} に IPv6 CIDR ブロックを割り当ててください。`
        : `${subnetId} の assignIpv6AddressOnCreation とアカウント設定 dualStackIPv6 を有効にしてください。`,
  }),
  'storage-key-unusable': phrase({
    en: ({ blocker: { keyId, cluster, state } }) =>
      state === 'Disabled'
        ? `Enable it: aws kms enable-key --key-id ${keyId}`
        : `Set another fargateEphemeralStorageKmsKeyId for cluster ${cluster}.`,
    ja: ({ blocker: { keyId, cluster, state } }) =>
      state === 'Disabled'
        ? `キーを有効にしてください: aws kms enable-key --key-id ${keyId}`
        : `クラスター ${cluster} の fargateEphemeralStorageKmsKeyId を別のキーに変更してください。`,
  }),
}
