import { phrase } from '../phrase.ts'

/** Titles of the causes of containers: their start, health and end. */
export const CONTAINERS_TITLES = {
  'entrypoint-not-found': phrase({
    en: 'The command or entry point does not exist in the image',
    ja: 'コマンドまたはエントリーポイントがイメージに存在しません',
  }),
  'image-incomplete': phrase({
    en: 'The image lacks what its configuration names',
    ja: 'イメージの設定が指すものがイメージにありません',
  }),
  'container-start-timeout': phrase({
    en: 'The container did not reach running in time',
    ja: 'コンテナが時間内に実行状態になりませんでした',
  }),
  'container-misconfigured': phrase({
    en: 'A container setting is invalid or unsupported',
    ja: 'コンテナの設定が正しくないか、サポートされていません',
  }),
  'sidecar-failed': phrase({
    en: 'An injected or companion container failed',
    ja: '追加されたコンテナまたは補助のコンテナが失敗しました',
  }),
  'container-dependency-failed': phrase({
    en: 'A container that others depend on does not reach its condition',
    ja: '他のコンテナが依存するコンテナが、必要な条件に達しません',
  }),
  'environment-too-large': phrase({
    en: 'Environment and secrets are too large',
    ja: '環境変数とシークレットが大きすぎます',
  }),
  'out-of-memory': phrase({
    en: 'The container was killed for memory',
    ja: 'コンテナがメモリ不足で強制終了されました',
  }),
  'application-exited': phrase({ en: 'The application ended by itself', ja: 'アプリケーションが自ら終了しました' }),
  'health-check-failing': phrase({
    en: 'The health check reaches the application and does not pass',
    ja: 'ヘルスチェックはアプリケーションに届いていますが、合格しません',
  }),
  'health-check-grace-too-short': phrase({
    en: 'The application starts slower than the grace period allows',
    ja: 'アプリケーションの起動が猶予期間より遅いです',
  }),
  'container-health-check-failing': phrase({
    en: "The container's own health check fails",
    ja: 'コンテナ自身のヘルスチェックが失敗しています',
  }),
  'load-balancer-zone-missing': phrase({
    en: 'The load balancer does not serve the zone of the task',
    ja: 'ロードバランサーがタスクのゾーンに対応していません',
  }),
  'load-balancer-cannot-reach-task': phrase({
    en: 'Groups or ACLs between load balancer and task block the port',
    ja: 'ロードバランサーとタスクの間のセキュリティグループまたは ACL がポートを遮断しています',
  }),
  'target-group-missing': phrase({
    en: 'The target group was deleted or the target deregistered',
    ja: 'ターゲットグループが削除されたか、ターゲットが登録解除されました',
  }),
  'service-discovery-failed': phrase({
    en: 'The task could not be registered with service discovery',
    ja: 'タスクをサービス検出に登録できませんでした',
  }),
  'service-connect-proxy-unhealthy': phrase({
    en: 'The Service Connect proxy is not healthy',
    ja: 'Service Connect のプロキシが正常ではありません',
  }),
  'task-retired': phrase({
    en: 'AWS retired the task for maintenance',
    ja: 'メンテナンスのため AWS がタスクをリタイアさせました',
  }),
  'stopped-by-user': phrase({
    en: 'A user or a program stopped the task',
    ja: 'ユーザーまたはプログラムがタスクを停止しました',
  }),
  'scaled-in': phrase({ en: 'The service scaled in', ja: 'サービスがスケールインしました' }),
  'replaced-by-deployment': phrase({
    en: 'A deployment replaced the task',
    ja: 'デプロイによりタスクが置き換えられました',
  }),
}
