import { phrase } from '../phrase.ts'

/** Titles of the causes of ECS Exec and of pushes to a registry. */
export const EXEC_AND_PUSH_TITLES = {
  'exec-not-enabled': phrase({
    en: 'ECS Exec was not enabled when this task started',
    ja: 'このタスクの起動時に ECS Exec が有効になっていませんでした',
  }),
  'exec-agent-not-running': phrase({
    en: 'The Exec agent in the container is not running',
    ja: 'コンテナ内の Exec エージェントが動作していません',
  }),
  'exec-role-permissions-missing': phrase({
    en: 'The task role lacks permissions that ECS Exec needs',
    ja: 'タスクロールに ECS Exec に必要な権限がありません',
  }),
  'exec-caller-denied': phrase({
    en: 'The caller may not execute commands, or not enable them',
    ja: '呼び出し元にコマンドの実行、またはその有効化の権限がありません',
  }),
  'exec-task-not-found': phrase({
    en: 'The task ID, cluster or Region is wrong, or the task has stopped',
    ja: 'タスク ID、クラスター、リージョンが違うか、タスクが停止しています',
  }),
  'exec-container-unnamed': phrase({
    en: 'The task has several containers and none was named',
    ja: 'タスクに複数のコンテナがありますが、指定がありません',
  }),
  'exec-credentials-overridden': phrase({
    en: 'AWS key variables in the container override the task role',
    ja: 'コンテナの AWS キーの環境変数がタスクロールより優先されています',
  }),
  'exec-read-only-root': phrase({
    en: 'The root filesystem is read-only, and ECS Exec must write to it',
    ja: 'ルートファイルシステムが読み取り専用のため、ECS Exec を使えません',
  }),
  'exec-not-supported': phrase({
    en: 'The platform or an IPv6-only subnet does not support ECS Exec',
    ja: 'プラットフォームまたは IPv6 のみのサブネットが ECS Exec に対応していません',
  }),
  'exec-session-limit': phrase({
    en: 'The session limit of the container is reached',
    ja: 'コンテナのセッション数の上限に達しました',
  }),
  'exec-needs-terminal': phrase({
    en: 'The client runs without a terminal',
    ja: 'クライアントが端末なしで実行されています',
  }),
  'session-manager-plugin-missing': phrase({
    en: 'The Session Manager plugin is not installed',
    ja: 'Session Manager プラグインがインストールされていません',
  }),
  'docker-login-missing': phrase({
    en: 'Docker has no credentials for the registry',
    ja: 'Docker にレジストリの認証情報がありません',
  }),
  'docker-token-expired': phrase({ en: 'The ECR token has expired', ja: 'ECR のトークンの有効期限が切れています' }),
  'image-push-denied': phrase({
    en: 'The role may not push to the repository',
    ja: 'ロールにリポジトリへプッシュする権限がありません',
  }),
  'repository-not-found': phrase({
    en: 'The repository does not exist in that account and Region',
    ja: 'リポジトリがそのアカウントとリージョンに存在しません',
  }),
  'image-tag-immutable': phrase({
    en: 'The tag exists and the repository forbids overwriting',
    ja: 'タグが既に存在し、リポジトリが上書きを禁止しています',
  }),
}
