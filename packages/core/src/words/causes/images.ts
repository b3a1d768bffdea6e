import { causeWords } from './cause-words.ts'

/** Causes of registry credentials and images. */
export const IMAGES_CAUSES = {
  'registry-credentials-denied': causeWords({
    why: {
      en: 'Before a pull, the agent asks ECR for a token as the execution role; only its identity policies can allow that.',
      ja: 'プルの前に、エージェントがタスク実行ロールで ECR のトークンを取得します。許可できるのはロール自身のポリシーだけです。',
    },
    remedy: {
      en: 'Attach AmazonECSTaskExecutionRolePolicy to the execution role, or allow ecr:GetAuthorizationToken on *.',
      ja: 'タスク実行ロールに AmazonECSTaskExecutionRolePolicy を付けるか、* に対する ecr:GetAuthorizationToken を許可してください。',
    },
  }),
  'image-pull-denied': causeWords({
    why: {
      en: 'The role lacks the pull actions, or the repository belongs to another account whose policy does not let the role in.',
      ja: 'ロールにプルのアクションがないか、リポジトリが別のアカウントにあり、そのポリシーがロールを許可していません。',
    },
    remedy: {
      en: 'Allow ecr:BatchGetImage and ecr:GetDownloadUrlForLayer to the execution role; across accounts in the repository policy too.',
      ja: 'タスク実行ロールに ecr:BatchGetImage と ecr:GetDownloadUrlForLayer を許可してください。別アカウントならリポジトリポリシーでも必要です。',
    },
  }),
  'registry-login-missing': causeWords({
    why: {
      en: 'The image is private, and the container definition has no repositoryCredentials.',
      ja: 'イメージが非公開で、コンテナ定義に repositoryCredentials がありません。',
    },
    remedy: {
      en: 'Put user name and password into a secret and name it in repositoryCredentials, or copy the image to ECR.',
      ja: 'ユーザー名とパスワードをシークレットに保存して repositoryCredentials に指定するか、イメージを ECR にコピーしてください。',
    },
  }),
  'registry-login-invalid': causeWords({
    why: {
      en: 'User name, password or token in the secret are wrong or have expired.',
      ja: 'シークレットのユーザー名、パスワード、またはトークンが誤っているか、期限切れです。',
    },
    remedy: {
      en: 'Replace the credentials in the secret; it must be JSON with username and password.',
      ja: 'シークレットの認証情報を置き換えてください。username と password を持つ JSON である必要があります。',
    },
  }),
  'image-not-found': causeWords({
    why: {
      en: 'The tag was never pushed to that repository, was deleted by a lifecycle rule, or account, Region or name differ.',
      ja: 'タグがそのリポジトリにプッシュされていないか、ライフサイクルルールで削除されたか、アカウント、リージョン、名前が違います。',
    },
    remedy: {
      en: 'Compare the reference in the task definition with `aws ecr describe-images`, then push the tag or correct the reference.',
      ja: 'タスク定義のイメージを `aws ecr describe-images` の結果と照合し、タグをプッシュするか、指定を直してください。',
    },
  }),
  'image-digest-gone': causeWords({
    why: {
      en: 'A service resolves a tag to a digest once for each deployment; when the tag was pushed again, the old image was cleaned up.',
      ja: 'サービスはデプロイごとにタグをダイジェストに固定します。タグが再プッシュされた後、古いイメージが削除されました。',
    },
    remedy: {
      en: 'Start a new deployment with --force-new-deployment, and keep untagged images for as long as a deployment uses them.',
      ja: '--force-new-deployment で新しいデプロイを行い、使用中のイメージがライフサイクルルールで削除されないようにしてください。',
    },
  }),
  'image-reference-wrong': causeWords({
    why: {
      en: 'A name without a registry is looked for on Docker Hub, as docker.io/library.',
      ja: 'レジストリ名のないイメージは、Docker Hub の docker.io/library で探されます。',
    },
    remedy: {
      en: 'Write the whole reference, such as 111122223333.dkr.ecr.REGION.amazonaws.com/name:tag.',
      ja: '111122223333.dkr.ecr.REGION.amazonaws.com/name:tag のように、完全な形で指定してください。',
    },
  }),
  'image-platform-mismatch': causeWords({
    why: {
      en: 'Images built on Apple silicon are for arm64 unless told otherwise, and tasks run on x86-64 unless told otherwise.',
      ja: 'Apple シリコンでビルドしたイメージは既定で arm64 用、タスクは既定で x86-64 です。',
    },
    remedy: {
      en: 'Build with --platform linux/amd64, or set runtimePlatform.cpuArchitecture to ARM64.',
      ja: '--platform linux/amd64 を付けてビルドするか、runtimePlatform.cpuArchitecture を ARM64 にしてください。',
    },
  }),
  'image-manifest-invalid': causeWords({
    why: {
      en: 'The image was written incompletely or by a tool with a format that the runtime does not read.',
      ja: 'イメージの書き込みが不完全か、ランタイムが読めない形式のツールで作られています。',
    },
    remedy: {
      en: 'Build and push the image again, with current tools and a new tag.',
      ja: '新しいツールでイメージをビルドし直し、新しいタグでプッシュしてください。',
    },
  }),
  'registry-rate-limited': causeWords({
    why: {
      en: 'Anonymous pulls are counted by address, and all tasks behind a NAT gateway share one.',
      ja: '匿名のプルは IP アドレスごとに数えられ、NAT ゲートウェイの配下のタスクは同じアドレスを共有します。',
    },
    remedy: {
      en: 'Pull through an ECR pull-through cache, or log in with repositoryCredentials; then try again later.',
      ja: 'ECR のプルスルーキャッシュを使うか、repositoryCredentials で認証し、時間をおいて再試行してください。',
    },
  }),
  'pull-through-cache-denied': causeWords({
    why: {
      en: 'The first pull creates the repository and imports the image, which the managed policy does not allow.',
      ja: '初回のプルではリポジトリの作成とイメージの取り込みを行いますが、マネージドポリシーでは許可されていません。',
    },
    remedy: {
      en: 'Allow ecr:CreateRepository and ecr:BatchImportUpstreamImage on the prefix to the execution role.',
      ja: 'タスク実行ロールに、プレフィックスに対する ecr:CreateRepository と ecr:BatchImportUpstreamImage を許可してください。',
    },
  }),
  'ephemeral-storage-full': causeWords({
    why: {
      en: 'Compressed and unpacked layers count together; Fargate gives 20 GiB unless told otherwise.',
      ja: '圧縮されたレイヤーと展開後のレイヤーの合計が数えられます。Fargate の既定は 20 GiB です。',
    },
    remedy: {
      en: 'Set ephemeralStorage.sizeInGiB up to 200, or make the image smaller.',
      ja: 'ephemeralStorage.sizeInGiB を最大 200 まで増やすか、イメージを小さくしてください。',
    },
  }),
  'repository-key-unusable': causeWords({
    why: {
      en: 'Layers are encrypted with a customer managed key that ECR cannot use any more.',
      ja: 'レイヤーを暗号化したカスタマーマネージドキーを、ECR が使えなくなっています。',
    },
    remedy: {
      en: 'Enable the key again or cancel its deletion, and check the grants of ECR.',
      ja: 'キーを再び有効にするか削除を取り消し、ECR のグラントを確認してください。',
    },
  }),
  'injected-image-denied': causeWords({
    why: {
      en: 'GuardDuty and Service Connect add containers, whose images are pulled with the execution role over the path of the task.',
      ja: 'GuardDuty や Service Connect が追加するコンテナのイメージは、タスク実行ロールの権限とタスクの経路でプルされます。',
    },
    remedy: {
      en: 'Allow the ECR actions on the repository that the message names, and the path to ECR and S3.',
      ja: 'メッセージにあるリポジトリへの ECR のアクションと、ECR と S3 への経路を用意してください。',
    },
  }),
} as const
