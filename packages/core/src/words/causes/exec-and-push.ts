import { causeWords } from './cause-words.ts'

/** Causes of ECS Exec and of pushes to a registry. */
export const EXEC_AND_PUSH_CAUSES = {
  'exec-not-enabled': causeWords({
    why: {
      en: 'enableExecuteCommand works for tasks that start after it was set.',
      ja: 'enableExecuteCommand は、設定した後に起動したタスクにだけ有効です。',
    },
    remedy: {
      en: 'Enable it on the service and start a new deployment: `aws ecs update-service --enable-execute-command --force-new-deployment`.',
      ja: 'サービスで有効にし、`aws ecs update-service --enable-execute-command --force-new-deployment` で新しいデプロイを行ってください。',
    },
  }),
  'exec-agent-not-running': causeWords({
    why: {
      en: 'The agent starts after the container and may have ended: for want of permissions, path, memory or a writable root.',
      ja: 'エージェントはコンテナの後に起動し、権限、経路、メモリ、書き込み可能なルートがないと終了することがあります。',
    },
    remedy: {
      en: 'Look at managedAgents in `aws ecs describe-tasks`; wait a little after the start, else start a new task.',
      ja: '`aws ecs describe-tasks` の managedAgents を確認してください。起動直後は少し待ち、変わらなければ新しいタスクを起動してください。',
    },
  }),
  'exec-role-permissions-missing': causeWords({
    why: {
      en: 'The agent in the container opens its channels as the task role, not the execution role.',
      ja: 'コンテナ内のエージェントは、タスク実行ロールではなくタスクロールでチャネルを開きます。',
    },
    remedy: {
      en: 'Allow ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel on * to the task role, and kms:Decrypt where sessions have a key of yours; then start a new task.',
      ja: 'タスクロールに * に対する ssmmessages:CreateControlChannel、CreateDataChannel、OpenControlChannel、OpenDataChannel を、セッションに独自のキーを使う場合は kms:Decrypt も許可し、新しいタスクを起動してください。',
    },
  }),
  'exec-caller-denied': causeWords({
    why: {
      en: 'ecs:ExecuteCommand is needed on the cluster and on the task.',
      ja: 'ecs:ExecuteCommand は、クラスターとタスクの両方に対して必要です。',
    },
    remedy: {
      en: 'Allow ecs:ExecuteCommand and ecs:DescribeTasks on cluster and tasks to the caller.',
      ja: '呼び出し元に、クラスターとタスクへの ecs:ExecuteCommand と ecs:DescribeTasks を許可してください。',
    },
  }),
  'exec-task-not-found': causeWords({
    why: {
      en: 'The request names a task that the cluster does not run.',
      ja: 'リクエストのタスクが、そのクラスターで動いていません。',
    },
    remedy: {
      en: 'List the running tasks with `aws ecs list-tasks --cluster CLUSTER` and name the cluster in the request.',
      ja: '`aws ecs list-tasks --cluster CLUSTER` で実行中のタスクを確認し、リクエストにクラスターを指定してください。',
    },
  }),
  'exec-container-unnamed': causeWords({
    why: {
      en: 'Containers that AWS adds, such as those of GuardDuty and Service Connect, count too.',
      ja: 'GuardDuty や Service Connect など、AWS が追加するコンテナも数えられます。',
    },
    remedy: { en: 'Name the container with --container.', ja: '--container でコンテナを指定してください。' },
  }),
  'exec-credentials-overridden': causeWords({
    why: {
      en: 'The agent takes AWS_ACCESS_KEY_ID from the environment before the task role.',
      ja: 'エージェントは、タスクロールより先に環境変数の AWS_ACCESS_KEY_ID を使います。',
    },
    remedy: {
      en: 'Remove AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from the environment of the container.',
      ja: 'コンテナの環境変数から AWS_ACCESS_KEY_ID と AWS_SECRET_ACCESS_KEY を取り除いてください。',
    },
  }),
  'exec-read-only-root': causeWords({
    why: {
      en: 'The agent writes to the root filesystem of the container.',
      ja: 'エージェントはコンテナのルートファイルシステムに書き込みます。',
    },
    remedy: {
      en: 'Set readonlyRootFilesystem to false for the container.',
      ja: 'コンテナの readonlyRootFilesystem を false にしてください。',
    },
  }),
  'exec-not-supported': causeWords({
    why: {
      en: 'ECS Exec needs platform 1.4.0 on Linux, 1.0.0 on Windows, and IPv4.',
      ja: 'ECS Exec には、Linux では 1.4.0、Windows では 1.0.0 のプラットフォームと、IPv4 が必要です。',
    },
    remedy: {
      en: 'Use platform version LATEST and a subnet with IPv4.',
      ja: 'プラットフォームバージョン LATEST と、IPv4 のあるサブネットを使ってください。',
    },
  }),
  'exec-session-limit': causeWords({
    why: {
      en: 'A container takes a limited number of sessions, and idle ones stay for 20 minutes.',
      ja: 'コンテナのセッション数には上限があり、操作のないセッションも 20 分残ります。',
    },
    remedy: {
      en: 'End other sessions, or wait until they time out.',
      ja: 'ほかのセッションを終了するか、タイムアウトするまで待ってください。',
    },
  }),
  'exec-needs-terminal': causeWords({
    why: {
      en: 'ECS Exec is interactive; in a pipeline the plugin has no terminal to read from.',
      ja: 'ECS Exec は対話型で、パイプラインではプラグインが読み取る端末がありません。',
    },
    remedy: {
      en: 'Run it in a terminal, or give it one with `script` or `unbuffer`.',
      ja: '端末で実行するか、`script` や `unbuffer` で端末を用意してください。',
    },
  }),
  'session-manager-plugin-missing': causeWords({
    why: {
      en: 'The AWS CLI hands the session over to a plugin that is installed separately.',
      ja: 'AWS CLI は、別途インストールするプラグインにセッションを渡します。',
    },
    remedy: {
      en: 'Install the Session Manager plugin on this machine.',
      ja: 'このマシンに Session Manager プラグインをインストールしてください。',
    },
  }),
  'docker-login-missing': causeWords({
    why: {
      en: 'Nobody logged in, or as another user: sudo has its own credentials, and each Region its own registry.',
      ja: 'ログインしていないか、別のユーザーでログインしています。sudo には別の認証情報があり、レジストリはリージョンごとに異なります。',
    },
    remedy: {
      en: 'Run `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY` as the user who pushes.',
      ja: 'プッシュするユーザーで `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY` を実行してください。',
    },
  }),
  'docker-token-expired': causeWords({
    why: { en: 'A login to ECR is good for 12 hours.', ja: 'ECR へのログインは 12 時間有効です。' },
    remedy: {
      en: 'Log in again with `aws ecr get-login-password`, and push.',
      ja: '`aws ecr get-login-password` で再度ログインし、プッシュしてください。',
    },
  }),
  'image-push-denied': causeWords({
    why: {
      en: 'A push needs five actions on the repository, besides the token.',
      ja: 'プッシュには、トークンのほかにリポジトリへの 5 つのアクションが必要です。',
    },
    remedy: {
      en: 'Allow ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability, PutImage and BatchGetImage.',
      ja: 'ecr:InitiateLayerUpload、UploadLayerPart、CompleteLayerUpload、BatchCheckLayerAvailability、PutImage、BatchGetImage を許可してください。',
    },
  }),
  'repository-not-found': causeWords({
    why: {
      en: 'ECR does not create repositories at a push unless told to.',
      ja: 'ECR は、設定しない限りプッシュ時にリポジトリを作成しません。',
    },
    remedy: {
      en: 'Create it with `aws ecr create-repository`, or correct account, Region and name in the tag.',
      ja: '`aws ecr create-repository` で作成するか、タグのアカウント、リージョン、名前を直してください。',
    },
  }),
  'image-tag-immutable': causeWords({
    why: {
      en: 'With immutable tags every build needs a tag of its own, that of a build cache too.',
      ja: 'イミュータブルなタグでは、ビルドごとに別のタグが必要です。ビルドキャッシュのタグも同様です。',
    },
    remedy: {
      en: 'Push under a new tag, or exclude the tag from immutability.',
      ja: '新しいタグでプッシュするか、そのタグをイミュータブルの対象外にしてください。',
    },
  }),
} as const
