import { phrase } from '../phrase.ts'

/** Titles of the causes of secrets, parameters, keys and environment files. */
export const SECRETS_TITLES = {
  'secret-read-denied': phrase({
    en: 'The execution role may not read the secret',
    ja: 'タスク実行ロールにシークレットを読み取る権限がありません',
  }),
  'secret-not-found': phrase({
    en: 'The secret does not exist in that Region',
    ja: 'シークレットがそのリージョンに存在しません',
  }),
  'secret-has-no-value': phrase({ en: 'The secret has no value yet', ja: 'シークレットにまだ値がありません' }),
  'secret-json-key-missing': phrase({
    en: 'The secret has no such JSON key',
    ja: 'シークレットに指定の JSON キーがありません',
  }),
  'secret-not-json': phrase({
    en: 'A JSON key is asked of a secret that is not JSON',
    ja: 'JSON ではないシークレットに JSON キーが指定されています',
  }),
  'secret-reference-malformed': phrase({
    en: 'The valueFrom of a secret is malformed',
    ja: 'シークレットの valueFrom の形式が正しくありません',
  }),
  'secret-scheduled-for-deletion': phrase({
    en: 'The secret is scheduled for deletion',
    ja: 'シークレットは削除がスケジュールされています',
  }),
  'secret-read-throttled': phrase({
    en: 'Secrets Manager or Parameter Store throttled the read',
    ja: 'Secrets Manager またはパラメータストアが読み取りをスロットリングしました',
  }),
  'parameter-read-denied': phrase({
    en: 'The execution role may not read the parameter',
    ja: 'タスク実行ロールにパラメータを読み取る権限がありません',
  }),
  'parameter-not-found': phrase({
    en: 'The parameter does not exist in that Region',
    ja: 'パラメータがそのリージョンに存在しません',
  }),
  'kms-decrypt-denied': phrase({
    en: 'The execution role may not decrypt with the customer managed key',
    ja: 'タスク実行ロールにカスタマーマネージドキーで復号する権限がありません',
  }),
  'key-unusable': phrase({
    en: 'The customer managed key is disabled or scheduled for deletion',
    ja: 'カスタマーマネージドキーが無効化されているか、削除予定です',
  }),
  'environment-file-not-found': phrase({ en: 'The environment file does not exist', ja: '環境ファイルが存在しません' }),
  'environment-file-denied': phrase({
    en: 'The execution role may not read the environment file',
    ja: 'タスク実行ロールに環境ファイルを読み取る権限がありません',
  }),
}
