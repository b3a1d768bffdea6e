import { causeWords } from './cause-words.ts'

/** Causes of volumes. */
export const VOLUMES_CAUSES = {
  'file-system-mount-target-missing': causeWords({
    why: {
      en: 'The name of the file system resolves only where the zone of the task has a mount target, minutes after it was created.',
      ja: 'ファイルシステムの名前は、タスクのゾーンにマウントターゲットがある場合だけ解決されます。作成後は数分かかります。',
    },
    remedy: {
      en: 'Create a mount target in the zone of the task; if it is new, start the task again in some minutes.',
      ja: 'タスクのゾーンにマウントターゲットを作成してください。作成直後なら、数分後にタスクを再度起動してください。',
    },
  }),
  'file-system-access-denied': causeWords({
    why: {
      en: 'With IAM authorization EFS asks the task role, not the execution role, and the policy of the file system.',
      ja: 'IAM 認証では、タスク実行ロールではなくタスクロールと、ファイルシステムポリシーが評価されます。',
    },
    remedy: {
      en: 'Allow elasticfilesystem:ClientMount and ClientWrite to the task role, and check access point and encryption in the policy.',
      ja: 'タスクロールに elasticfilesystem:ClientMount と ClientWrite を許可し、ポリシーのアクセスポイントと暗号化の条件も確認してください。',
    },
  }),
  'file-system-path-missing': causeWords({
    why: {
      en: 'EFS does not create rootDirectory; only an access point can.',
      ja: 'EFS は rootDirectory を作成しません。作成できるのはアクセスポイントだけです。',
    },
    remedy: {
      en: 'Create the directory, or use an access point with a root directory that it creates.',
      ja: 'ディレクトリを作成するか、ルートディレクトリを作成するアクセスポイントを使ってください。',
    },
  }),
  'file-system-unreachable': causeWords({
    why: {
      en: 'NFS goes to TCP 2049, which groups that allow only 443 do not let through.',
      ja: 'NFS は TCP 2049 を使うため、443 だけを許可するセキュリティグループでは通りません。',
    },
    remedy: {
      en: 'Allow TCP 2049 from the security group of the task in that of the mount target, and outbound in that of the task.',
      ja: 'マウントターゲットのセキュリティグループでタスクからの TCP 2049 を許可し、タスクのアウトバウンドでも許可してください。',
    },
  }),
  'volume-misconfigured': causeWords({
    why: {
      en: 'The path inside the container is one that the image needs itself, or name and access point do not fit.',
      ja: 'コンテナ内のパスがイメージ自身に必要なものか、名前やアクセスポイントが合っていません。',
    },
    remedy: {
      en: 'Check containerPath, rootDirectory and the access point; do not mount over /, /dev or /proc.',
      ja: 'containerPath、rootDirectory、アクセスポイントを確認し、/、/dev、/proc にはマウントしないでください。',
    },
  }),
  'storage-provisioning-timeout': causeWords({
    why: {
      en: 'AWS was slow to attach the storage of the task.',
      ja: 'AWS 側で、タスクのストレージの準備が遅れました。',
    },
    remedy: {
      en: 'Start the task again; a service does so by itself.',
      ja: 'タスクを再度起動してください。サービスは自動で再試行します。',
    },
  }),
  'ebs-volume-failed': causeWords({
    why: {
      en: 'Size, type, snapshot, key or zone do not fit, or the infrastructure role lacks rights.',
      ja: 'サイズ、タイプ、スナップショット、キー、ゾーンが合っていないか、インフラストラクチャロールの権限が不足しています。',
    },
    remedy: {
      en: 'Look at the attachment of the task for the reason, and at the volume configuration of the service.',
      ja: 'タスクのアタッチメントに出ている理由と、サービスのボリューム設定を確認してください。',
    },
  }),
  'ebs-file-system-mismatch': causeWords({
    why: {
      en: 'filesystemType must be the one with which the snapshot was made.',
      ja: 'filesystemType は、スナップショットを作成したときのものと同じである必要があります。',
    },
    remedy: {
      en: 'Set filesystemType to ext3, ext4 or xfs, as the snapshot has it.',
      ja: 'filesystemType を、スナップショットに合わせて ext3、ext4、xfs のいずれかにしてください。',
    },
  }),
  'infrastructure-role-trust-missing': causeWords({
    why: {
      en: 'ECS creates volumes as this role; its principal is ecs.amazonaws.com, not ecs-tasks.',
      ja: 'ECS はこのロールでボリュームを作成します。プリンシパルは ecs-tasks ではなく ecs.amazonaws.com です。',
    },
    remedy: {
      en: 'Let ecs.amazonaws.com assume the role, and attach AmazonECSInfrastructureRolePolicyForVolumes.',
      ja: 'ecs.amazonaws.com がロールを引き受けられるようにし、AmazonECSInfrastructureRolePolicyForVolumes を付けてください。',
    },
  }),
  's3-files-denied': causeWords({
    why: {
      en: 'S3 Files asks the task role for every mount.',
      ja: 'S3 Files では、マウントのたびにタスクロールの権限が評価されます。',
    },
    remedy: {
      en: 'Allow the mount actions on the file system to the task role.',
      ja: 'タスクロールに、ファイルシステムへのマウントのアクションを許可してください。',
    },
  }),
  's3-files-unreachable': causeWords({
    why: {
      en: 'The mount target needs to be in the zone and open to the group of the task.',
      ja: 'マウントターゲットがタスクのゾーンにあり、タスクのセキュリティグループを許可している必要があります。',
    },
    remedy: {
      en: 'Create a mount target in the zone of the task, and allow TCP 2049 between both security groups.',
      ja: 'タスクのゾーンにマウントターゲットを作成し、両方のセキュリティグループの間で TCP 2049 を許可してください。',
    },
  }),
} as const
