import type { NotJudged } from '../launch/not-judged.ts'
import { type Phrase, phrase } from './phrase.ts'

export const notJudgedNouns: { readonly [Id in NotJudged]: Phrase } = {
  'caller-permissions': phrase({ en: "the caller's permissions", ja: '呼び出し元の権限' }),
  capacity: phrase({ en: 'capacity, and how much of the quotas is used', ja: 'キャパシティとクォータの使用量' }),
  'image-contents': phrase({
    en: 'what is in the images: entry points, users, the application',
    ja: 'イメージの中身 (エントリポイント、ユーザー、アプリケーション)',
  }),
  'resource-policies': phrase({ en: 'resource policies that were not read', ja: '読み取られていないリソースポリシー' }),
  volumes: phrase({
    en: 'whether EC2 has room for the EBS volume, and what file system its snapshot has',
    ja: 'EBS ボリュームを作成する空きと、スナップショットのファイルシステム',
  }),
  'service-connect-and-injected-containers': phrase({
    en: 'what containers that AWS adds need, such as the proxy of Service Connect',
    ja: 'Service Connect のプロキシなど AWS が追加するコンテナに必要なもの',
  }),
  'health-checks': phrase({
    en: 'whether the application passes its health checks',
    ja: 'アプリケーションがヘルスチェックに合格するか',
  }),
}
