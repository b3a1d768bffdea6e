import { causeWords } from './cause-words.ts'

/** Causes that stop a task before it has an interface and its roles. */
export const PLACEMENT_CAUSES = {
  'capacity-unavailable': causeWords({
    why: {
      en: 'The zone is short of the CPU, memory or architecture that the task asks for; with Spot that happens more often.',
      ja: 'タスクが要求する CPU、メモリ、アーキテクチャがゾーンで不足しています。Spot では起こりやすくなります。',
    },
    remedy: {
      en: 'Try again later, add subnets in other zones, or add the FARGATE provider beside FARGATE_SPOT.',
      ja: '時間をおいて再試行するか、別のゾーンのサブネットを追加するか、FARGATE_SPOT に加えて FARGATE も使ってください。',
    },
  }),
  'quota-exceeded': causeWords({
    why: {
      en: 'Quotas of vCPUs count for all tasks of the account in the Region; new accounts begin low.',
      ja: 'vCPU のクォータはリージョン内の全タスクの合計に適用され、新しいアカウントでは低く始まります。',
    },
    remedy: {
      en: 'Ask for a higher quota of Fargate vCPUs in Service Quotas, or stop tasks that are not needed.',
      ja: 'Service Quotas で Fargate の vCPU の引き上げを申請するか、不要なタスクを止めてください。',
    },
  }),
  'provisioning-limit': causeWords({
    why: {
      en: 'A cluster with capacity providers holds a limited number of tasks in the state PROVISIONING.',
      ja: 'キャパシティプロバイダーを使うクラスターでは、PROVISIONING 状態のタスク数に上限があります。',
    },
    remedy: {
      en: 'Wait until tasks have left PROVISIONING, and see what keeps them there.',
      ja: 'タスクが PROVISIONING を抜けるまで待ち、何が止めているかを確認してください。',
    },
  }),
  'zone-not-supported': causeWords({
    why: {
      en: 'Fargate is not in every Availability Zone; a subnet there gives only an internal error.',
      ja: 'Fargate はすべてのアベイラビリティーゾーンにあるわけではなく、対象外のサブネットでは内部エラーとだけ表示されます。',
    },
    remedy: {
      en: 'Take the subnet of that zone out of the network configuration.',
      ja: 'そのゾーンのサブネットをネットワーク設定から外してください。',
    },
  }),
  'spot-interrupted': causeWords({
    why: {
      en: 'Spot capacity may be taken back at any time, with a warning of two minutes.',
      ja: 'Spot のキャパシティはいつでも回収される可能性があり、2 分前に通知されます。',
    },
    remedy: {
      en: 'Let the service start another task; where that is too risky, give a share of the tasks to FARGATE.',
      ja: 'サービスによる再起動に任せてください。困る場合は、タスクの一部を FARGATE で動かしてください。',
    },
  }),
  'no-container-instances': causeWords({
    why: {
      en: 'The task asks for instances: none is registered, or none has the CPU, memory, port, interface or attribute free.',
      ja: 'タスクがインスタンスを必要としていますが、登録がないか、CPU、メモリ、ポート、インターフェイス、属性のいずれかが足りません。',
    },
    remedy: {
      en: 'Register instances with room for the task, or set the launch type to FARGATE if that was meant.',
      ja: '空きのあるインスタンスを登録してください。Fargate で動かすつもりなら、起動タイプを FARGATE にしてください。',
    },
  }),
  'deployment-impaired': causeWords({
    why: {
      en: 'The scheduler reports the result and not the reason: several tasks in a row did not reach RUNNING.',
      ja: 'スケジューラーが伝えるのは結果だけです。タスクが続けて RUNNING になりませんでした。',
    },
    remedy: {
      en: 'Look at stoppedReason and the containers of the stopped tasks, with `aws ecs describe-tasks`.',
      ja: '停止したタスクの stoppedReason とコンテナを `aws ecs describe-tasks` で確認してください。',
    },
  }),
  'deployment-percentages-block': causeWords({
    why: {
      en: 'With a minimum of 100 and a maximum of 100 nothing may be stopped and nothing started.',
      ja: '最小と最大がともに 100 だと、停止も起動もできません。',
    },
    remedy: {
      en: 'Raise maximumPercent, usually to 200, or lower minimumHealthyPercent.',
      ja: 'maximumPercent を上げる (通常は 200) か、minimumHealthyPercent を下げてください。',
    },
  }),
  'deployment-hook-failed': causeWords({
    why: {
      en: 'A function that the deployment asks at a stage returned FAILED or did not answer in time.',
      ja: 'デプロイの途中で呼ばれる関数が FAILED を返したか、時間内に応答しませんでした。',
    },
    remedy: {
      en: 'Read the logs of the function that the hook names, and its permissions.',
      ja: 'フックに指定した関数のログと権限を確認してください。',
    },
  }),
  'deployment-alarm': causeWords({
    why: {
      en: 'An alarm of the deployment configuration went into ALARM while the new tasks ran.',
      ja: '新しいタスクの実行中に、デプロイ設定のアラームが ALARM になりました。',
    },
    remedy: {
      en: 'Look at what the alarm measured while the new tasks ran; the tasks themselves did start.',
      ja: '新しいタスクの実行中にアラームが何を検知したかを確認してください。タスク自体は起動しています。',
    },
  }),
  'subnet-out-of-addresses': causeWords({
    why: {
      en: 'Each task takes an address of its subnet, and so do load balancers, endpoints and stopping tasks.',
      ja: 'タスクごとにサブネットの IP アドレスを 1 つ使います。ロードバランサー、エンドポイント、停止処理中のタスクも使います。',
    },
    remedy: {
      en: 'Add larger subnets to the network configuration, or free addresses in this one.',
      ja: 'より大きなサブネットをネットワーク設定に追加するか、このサブネットのアドレスを空けてください。',
    },
  }),
  'network-interface-timeout': causeWords({
    why: {
      en: 'Fargate asks EC2 for an interface; that was slow or failed on the side of AWS.',
      ja: 'Fargate は EC2 にインターフェイスを要求しますが、AWS 側で遅延または失敗しました。',
    },
    remedy: {
      en: 'Start the task again; a service does so by itself. If it stays, look at the health dashboard of AWS.',
      ja: 'タスクをもう一度起動してください。サービスは自動で再試行します。続く場合は AWS Health Dashboard を確認してください。',
    },
  }),
  'network-interface-quota': causeWords({
    why: {
      en: 'Every task has an interface of its own, and interfaces are limited for each Region or instance.',
      ja: 'タスクごとにインターフェイスを使い、その数はリージョンやインスタンスごとに制限されています。',
    },
    remedy: {
      en: 'Ask for a higher quota of network interfaces, or delete unused ones.',
      ja: 'ネットワークインターフェイスのクォータの引き上げを申請するか、使っていないものを削除してください。',
    },
  }),
  'network-interface-denied': causeWords({
    why: {
      en: 'ECS creates and tags the interface; a tag policy of the organization may refuse the tags that are propagated.',
      ja: 'ECS はインターフェイスを作成してタグを付けますが、組織のタグポリシーが伝播するタグを拒否することがあります。',
    },
    remedy: {
      en: 'Compare the tags of service and task with the tag policies of the organization.',
      ja: 'サービスとタスクのタグを、組織のタグポリシーと照合してください。',
    },
  }),
  'ipv6-not-assigned': causeWords({
    why: {
      en: 'Tasks get IPv6 addresses only with the account setting dualStackIPv6 and a subnet that assigns them.',
      ja: 'タスクに IPv6 アドレスが付くのは、アカウント設定 dualStackIPv6 が有効で、サブネットが自動割り当てする場合だけです。',
    },
    remedy: {
      en: 'Turn on dualStackIPv6 and the automatic assignment of IPv6 addresses in the subnet.',
      ja: 'dualStackIPv6 と、サブネットの IPv6 アドレスの自動割り当てを有効にしてください。',
    },
  }),
  'ephemeral-storage-key-denied': causeWords({
    why: {
      en: 'The cluster encrypts ephemeral storage with a key whose policy does not let fargate.amazonaws.com in.',
      ja: 'クラスターのエフェメラルストレージを暗号化するキーのポリシーが、fargate.amazonaws.com を許可していません。',
    },
    remedy: {
      en: 'Allow fargate.amazonaws.com in the key policy, for the cluster and account of the encryption context.',
      ja: 'キーポリシーで、暗号化コンテキストのクラスターとアカウントについて fargate.amazonaws.com を許可してください。',
    },
  }),
  'role-trust-missing': causeWords({
    why: {
      en: 'A role can only be taken on by whom its trust policy names, and under the conditions that stand there.',
      ja: 'ロールを引き受けられるのは、信頼ポリシーに書かれた相手が、その条件を満たす場合だけです。',
    },
    remedy: {
      en: 'Let ecs-tasks.amazonaws.com assume the role with sts:AssumeRole, and check the conditions of the trust policy.',
      ja: '信頼ポリシーで ecs-tasks.amazonaws.com に sts:AssumeRole を許可し、条件も確認してください。',
    },
  }),
  'role-not-found': causeWords({
    why: {
      en: 'The role was deleted or never created, or the ARN names another account or path.',
      ja: 'ロールが削除されたか未作成か、ARN のアカウントやパスが違います。',
    },
    remedy: {
      en: 'Create the role, or correct its ARN in the task definition.',
      ja: 'ロールを作成するか、タスク定義の ARN を直してください。',
    },
  }),
  'role-not-yet-consistent': causeWords({
    why: {
      en: 'IAM takes some seconds to spread a new role or policy.',
      ja: 'IAM では、新しいロールやポリシーが反映されるまで数秒かかります。',
    },
    remedy: {
      en: 'Try again after half a minute; in code, let the service depend on the role and its policies.',
      ja: '30 秒ほど待って再試行してください。コードでは、サービスがロールとポリシーに依存するようにしてください。',
    },
  }),
} as const
