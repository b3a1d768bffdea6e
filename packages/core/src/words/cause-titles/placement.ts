import { phrase } from '../phrase.ts'

/** Causes that stop a task before it has an interface and its roles. */
export const PLACEMENT_TITLES = {
  'capacity-unavailable': phrase({
    en: 'Fargate has no capacity of this kind in the zone now',
    ja: '現在このゾーンに、要求された種類の Fargate のキャパシティがありません',
  }),
  'quota-exceeded': phrase({
    en: 'An account quota of Fargate is used up or too small',
    ja: 'Fargate のアカウントのクォータを使い切っているか、上限が小さすぎます',
  }),
  'provisioning-limit': phrase({
    en: 'Too many tasks are provisioning in the cluster',
    ja: 'クラスターでプロビジョニング中のタスクが多すぎます',
  }),
  'zone-not-supported': phrase({
    en: 'Fargate does not serve the zone of the subnet',
    ja: 'サブネットのアベイラビリティーゾーンで Fargate を利用できません',
  }),
  'spot-interrupted': phrase({
    en: 'Fargate Spot took the capacity back',
    ja: 'Fargate Spot のキャパシティが回収されました',
  }),
  'no-container-instances': phrase({
    en: 'No registered container instance fits',
    ja: '条件を満たすコンテナインスタンスがありません',
  }),
  'deployment-impaired': phrase({
    en: 'Tasks of the service fail to start; the reason stands with the tasks',
    ja: 'サービスのタスクが起動に失敗しています。理由は個々のタスクにあります',
  }),
  'deployment-percentages-block': phrase({
    en: 'Minimum and maximum healthy percent leave no room to start a task',
    ja: '最小ヘルス率と最大率の設定により、新しいタスクを起動する余地がありません',
  }),
  'deployment-hook-failed': phrase({
    en: 'A deployment lifecycle hook failed or never answered',
    ja: 'デプロイのライフサイクルフックが失敗したか、応答しませんでした',
  }),
  'deployment-alarm': phrase({
    en: 'A CloudWatch alarm stopped the deployment',
    ja: 'CloudWatch アラームによりデプロイが停止しました',
  }),
  'subnet-out-of-addresses': phrase({
    en: 'The subnet has no free address',
    ja: 'サブネットに空き IP アドレスがありません',
  }),
  'network-interface-timeout': phrase({
    en: 'The network interface was not provisioned in time',
    ja: 'ネットワークインターフェイスのプロビジョニングが時間内に終わりませんでした',
  }),
  'network-interface-quota': phrase({
    en: 'The quota of network interfaces is used up',
    ja: 'ネットワークインターフェイスのクォータを使い切っています',
  }),
  'network-interface-denied': phrase({
    en: 'A tag policy or permission stopped the creation of the network interface',
    ja: 'タグポリシーまたは権限によりネットワークインターフェイスを作成できませんでした',
  }),
  'ipv6-not-assigned': phrase({
    en: 'The task needs an IPv6 address and gets none',
    ja: 'タスクに IPv6 アドレスが必要ですが、割り当てられません',
  }),
  'ephemeral-storage-key-denied': phrase({
    en: 'Fargate cannot use the key of the ephemeral storage',
    ja: 'Fargate がエフェメラルストレージのキーを使えません',
  }),
  'role-trust-missing': phrase({
    en: 'The role does not trust ecs-tasks.amazonaws.com',
    ja: 'ロールの信頼ポリシーが ecs-tasks.amazonaws.com を許可していません',
  }),
  'role-not-found': phrase({ en: 'The role does not exist', ja: 'ロールが存在しません' }),
  'role-not-yet-consistent': phrase({
    en: 'The role was created moments ago and is not yet known everywhere',
    ja: 'ロールが作成された直後で、まだ全体に反映されていません',
  }),
}
