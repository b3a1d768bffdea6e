import type { NotJudged } from '../launch/not-judged.ts'
import { type Phrase, phrase } from './phrase.ts'

export const notJudgedNouns: { readonly [Id in NotJudged]: Phrase } = {
  'caller-permissions': phrase({ en: "the caller's permissions", ja: '呼び出し元の権限' }),
  capacity: phrase({ en: 'capacity, and how much of the quotas is used', ja: 'キャパシティとクォータの使用量' }),
  'image-platform': phrase({ en: 'the platform of images', ja: 'イメージのプラットフォーム' }),
  'container-settings': phrase({ en: 'container settings', ja: 'コンテナの設定' }),
  'resource-policies': phrase({ en: 'resource policies that were not read', ja: '読み取られていないリソースポリシー' }),
  'environment-files': phrase({ en: 'environment files', ja: '環境ファイル' }),
  volumes: phrase({ en: 'volumes', ja: 'ボリューム' }),
  firelens: phrase({ en: 'FireLens', ja: 'FireLens' }),
  splunk: phrase({ en: 'the splunk log driver', ja: 'splunk ログドライバー' }),
  'service-connect-and-injected-containers': phrase({
    en: 'Service Connect and other injected containers',
    ja: 'Service Connect などの自動追加コンテナ',
  }),
  'health-checks': phrase({ en: 'load balancers and health checks', ja: 'ロードバランサーとヘルスチェック' }),
}
