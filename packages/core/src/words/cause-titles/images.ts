import { phrase } from '../phrase.ts'

/** Titles of the causes of registry credentials and images. */
export const IMAGES_TITLES = {
  'registry-credentials-denied': phrase({
    en: 'The execution role may not get an ECR authorization token',
    ja: 'タスク実行ロールに ECR の認証トークンを取得する権限がありません',
  }),
  'image-pull-denied': phrase({
    en: 'The execution role may not pull the image',
    ja: 'タスク実行ロールにイメージをプルする権限がありません',
  }),
  'registry-login-missing': phrase({
    en: 'The registry wants credentials and the task has none',
    ja: 'レジストリが認証情報を求めていますが、タスクにありません',
  }),
  'registry-login-invalid': phrase({
    en: 'The registry refused the credentials',
    ja: 'レジストリが認証情報を拒否しました',
  }),
  'image-not-found': phrase({
    en: 'The image, tag or digest does not exist',
    ja: 'イメージ、タグ、またはダイジェストが存在しません',
  }),
  'image-digest-gone': phrase({
    en: 'The digest that the task asks for no longer exists',
    ja: 'タスクが指定するダイジェストのイメージが存在しません',
  }),
  'image-reference-wrong': phrase({
    en: 'The image reference is malformed, or names the wrong registry, account or repository',
    ja: 'イメージ参照の形式が正しくないか、レジストリ、アカウント、リポジトリの指定が違います',
  }),
  'image-platform-mismatch': phrase({
    en: "The image was not built for the task's operating system and architecture",
    ja: 'イメージがタスクのオペレーティングシステムやアーキテクチャに対応していません',
  }),
  'image-manifest-invalid': phrase({
    en: 'The image manifest or a layer is broken or of an unsupported kind',
    ja: 'イメージのマニフェストまたはレイヤーが壊れているか、対応していない形式です',
  }),
  'registry-rate-limited': phrase({
    en: "The registry's pull rate limit is reached",
    ja: 'レジストリのプル回数の上限に達しました',
  }),
  'pull-through-cache-denied': phrase({
    en: 'The first pull through the cache needs rights that the role lacks',
    ja: 'プルスルーキャッシュの初回のプルに必要な権限がロールにありません',
  }),
  'ephemeral-storage-full': phrase({
    en: 'The image does not fit the ephemeral storage',
    ja: 'イメージがエフェメラルストレージに収まりません',
  }),
  'repository-key-unusable': phrase({
    en: 'The key of the repository is disabled or deleted',
    ja: 'リポジトリの暗号化キーが無効か、削除されています',
  }),
  'injected-image-denied': phrase({
    en: 'An image that AWS adds may not or cannot be pulled',
    ja: 'AWS が追加するイメージをプルできません',
  }),
}
