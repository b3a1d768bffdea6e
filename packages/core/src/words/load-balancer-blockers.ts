import type { LoadBalancerBlocker } from '../launch/load-balancer-blocker.ts'
import { listed, type Phrase, phrase } from './phrase.ts'

type Of<Name> = Extract<LoadBalancerBlocker, { readonly blocker: Name }>

/** What keeps a load balancer from sending to the task. */
export const loadBalancerSentences: { readonly [Name in LoadBalancerBlocker['blocker']]: Phrase<Of<Name>> } = {
  'target-group-unsuitable': phrase({
    en: ({ targetGroupArn, why, value }) => {
      switch (why) {
        case 'missing':
          return `There is no target group ${targetGroupArn}.`
        case 'target-type':
          return `Target group ${targetGroupArn} has targets of type ${value}; tasks on Fargate are of type ip.`
        case 'no-load-balancer':
          return `No load balancer sends to target group ${targetGroupArn}.`
        case 'container':
          return `The task definition has no container ${value}, which the service registers with ${targetGroupArn ?? 'a target group'}.`
        case 'port':
          return `The container has no port mapping for ${value}, which the service registers with ${targetGroupArn ?? 'a target group'}.`
      }
    },
    ja: ({ targetGroupArn, why, value }) => {
      switch (why) {
        case 'missing':
          return `ターゲットグループ ${targetGroupArn} が存在しません。`
        case 'target-type':
          return `ターゲットグループ ${targetGroupArn} のターゲットタイプは ${value} ですが、Fargate のタスクには ip が必要です。`
        case 'no-load-balancer':
          return `ターゲットグループ ${targetGroupArn} に関連付けられたロードバランサーがありません。`
        case 'container':
          return `サービスが ${targetGroupArn ?? 'ターゲットグループ'} に登録するコンテナ ${value} が、タスク定義にありません。`
        case 'port':
          return `サービスが ${targetGroupArn ?? 'ターゲットグループ'} に登録するポート ${value} が、コンテナの portMappings にありません。`
      }
    },
  }),
  'listener-made-later': phrase({
    en: ({ service, targetGroupArn, listener }) =>
      `Nothing makes ${service} wait for ${listener}, which puts a load balancer before ${targetGroupArn}: created first, the service is refused.`,
    ja: ({ service, targetGroupArn, listener }) =>
      `${service} が ${listener} より先に作成される可能性があります。${listener} ができるまで ${targetGroupArn} にはロードバランサーが関連付けられておらず、サービスの作成は拒否されます。`,
  }),
  'target-group-of-another-vpc': phrase({
    en: ({ targetGroupArn, vpcId, taskVpcId }) =>
      `Target group ${targetGroupArn} is of ${vpcId} and the tasks run in ${taskVpcId}: ECS cannot register their addresses there.`,
    ja: ({ targetGroupArn, vpcId, taskVpcId }) =>
      `ターゲットグループ ${targetGroupArn} は ${vpcId} のもので、タスクは ${taskVpcId} で実行されます。ECS はタスクの IP アドレスを登録できません。`,
  }),
  'load-balancer-zone-missing': phrase({
    en: ({ loadBalancerArn, subnetId, zone }) =>
      `${loadBalancerArn} has no subnet in ${zone ?? 'the zone'} of ${subnetId}, so it sends nothing to tasks there.`,
    ja: ({ loadBalancerArn, subnetId, zone }) =>
      `${loadBalancerArn} には ${subnetId} のある ${zone ?? 'アベイラビリティーゾーン'} のサブネットがないため、そこのタスクにはリクエストが届きません。`,
  }),
  'task-closed-to-load-balancer': phrase({
    en: ({ loadBalancerArn, groupIds, port, source }) =>
      `No inbound rule of ${listed.en(groupIds)} allows TCP ${port} from ${loadBalancerArn} (${source}) or its groups.`,
    ja: ({ loadBalancerArn, groupIds, port, source }) =>
      `${listed.ja(groupIds)} には、${loadBalancerArn} (${source}) またはそのセキュリティグループからの TCP ${port} を許可するインバウンドルールがありません。`,
  }),
  'grace-period-too-short': phrase({
    en: ({ container, graceSeconds, startSeconds }) =>
      `Container ${container} may take ${startSeconds} s to start (startPeriod), and failing health checks are ignored for ${graceSeconds} s.`,
    ja: ({ container, graceSeconds, startSeconds }) =>
      `コンテナ ${container} の起動猶予 (startPeriod) は ${startSeconds} 秒ですが、ヘルスチェックの猶予期間は ${graceSeconds} 秒です。`,
  }),
}

type Remedies = {
  readonly [Name in LoadBalancerBlocker['blocker']]: Phrase<{ readonly blocker: Of<Name> }>
}

/** What to do, in one line. */
export const loadBalancerRemedies: Remedies = {
  'target-group-unsuitable': phrase({
    en: ({ blocker: { why, value } }) => {
      switch (why) {
        case 'missing':
          return 'Name a target group that is there.'
        case 'target-type':
          return 'Create a target group of type ip: the type cannot be changed.'
        case 'no-load-balancer':
          return 'Give a listener of the load balancer a rule that forwards to the target group.'
        case 'container':
          return 'Correct containerName in loadBalancers of the service.'
        case 'port':
          return `Add containerPort ${value} to portMappings, or correct containerPort in loadBalancers of the service.`
      }
    },
    ja: ({ blocker: { why, value } }) => {
      switch (why) {
        case 'missing':
          return '存在するターゲットグループを指定してください。'
        case 'target-type':
          return 'ターゲットタイプが ip のターゲットグループを作成してください。タイプは後から変更できません。'
        case 'no-load-balancer':
          return 'ロードバランサーのリスナーに、このターゲットグループへ転送するルールを追加してください。'
        case 'container':
          return 'サービスの loadBalancers の containerName を修正してください。'
        case 'port':
          return `portMappings に containerPort ${value} を追加するか、サービスの loadBalancers の containerPort を修正してください。`
      }
    },
  }),
  'listener-made-later': phrase({
    en: ({ blocker: { service, listener } }) => `Add \`DependsOn\` with ${listener} to ${service}.`,
    ja: ({ blocker: { service, listener } }) => `${service} の \`DependsOn\` に ${listener} を追加してください。`,
  }),
  'target-group-of-another-vpc': phrase({
    en: ({ blocker: { taskVpcId } }) => `Use a target group of ${taskVpcId}: the VPC of one cannot be changed.`,
    ja: ({ blocker: { taskVpcId } }) =>
      `${taskVpcId} のターゲットグループを使用してください。ターゲットグループの VPC は後から変更できません。`,
  }),
  'load-balancer-zone-missing': phrase({
    en: ({ blocker: { zone } }) =>
      `Give the load balancer a subnet in ${zone ?? 'that zone'}, or run the task in zones that it has.`,
    ja: ({ blocker: { zone } }) =>
      `ロードバランサーに ${zone ?? 'そのアベイラビリティーゾーン'} のサブネットを追加するか、ロードバランサーのあるアベイラビリティーゾーンでタスクを実行してください。`,
  }),
  'task-closed-to-load-balancer': phrase({
    en: ({ blocker: { port, groupIds } }) =>
      `Allow inbound TCP ${port} from the group of the load balancer in ${groupIds[0] ?? 'the group of the task'}.`,
    ja: ({ blocker: { port, groupIds } }) =>
      `${groupIds[0] ?? 'タスクのセキュリティグループ'} で、ロードバランサーのセキュリティグループからのインバウンド TCP ${port} を許可してください。`,
  }),
  'grace-period-too-short': phrase({
    en: ({ blocker: { startSeconds } }) =>
      `Set healthCheckGracePeriodSeconds of the service to ${startSeconds} or more.`,
    ja: ({ blocker: { startSeconds } }) =>
      `サービスの healthCheckGracePeriodSeconds を ${startSeconds} 以上にしてください。`,
  }),
}
