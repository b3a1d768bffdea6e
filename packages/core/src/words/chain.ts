import type { ChainLink } from '../iam/chain.ts'
import type { LayerName } from '../iam/layer-name.ts'
import { type Language, type Phrase, phrase } from './phrase.ts'

type Named = Pick<ChainLink, 'owner' | 'level'>

const layerNouns: { readonly [Name in LayerName]: Phrase<Named> } = {
  'identity-policy': phrase({ en: () => 'identity policies', ja: () => 'アイデンティティベースのポリシー' }),
  'permissions-boundary': phrase({ en: () => 'permissions boundary', ja: () => 'アクセス許可の境界' }),
  'session-policy': phrase({ en: () => 'session policy', ja: () => 'セッションポリシー' }),
  'resource-policy': phrase({ en: () => 'resource policy', ja: () => 'リソースベースのポリシー' }),
  'service-control-policy': phrase({
    en: ({ level }) => `service control policies, level ${level}`,
    ja: ({ level }) => `サービスコントロールポリシー (第 ${level} 階層)`,
  }),
  'resource-control-policy': phrase({
    en: ({ level }) => `resource control policies, level ${level}`,
    ja: ({ level }) => `リソースコントロールポリシー (第 ${level} 階層)`,
  }),
  'endpoint-policy': phrase({
    en: ({ owner }) => `policy of endpoint ${owner}`,
    ja: ({ owner }) => `エンドポイント ${owner} のポリシー`,
  }),
}

const answers: { readonly [Says in ChainLink['says']]: Phrase } = {
  allowed: phrase({ en: 'allowed', ja: '許可' }),
  denied: phrase({ en: 'denied', ja: '拒否' }),
  silent: phrase({ en: 'silent', ja: '許可なし' }),
  undecided: phrase({ en: 'undecided', ja: '未確定' }),
}

const statementOf = phrase<{ policy: string; statement: string }>({
  en: ({ policy, statement }) => ` by statement ${statement} of ${policy}`,
  ja: ({ policy, statement }) => ` (${policy} のステートメント ${statement})`,
})

/** `identity policies: denied by statement 1 of web`. */
export function chainText({ layer, owner, level, says, policy, statement }: ChainLink, language: Language): string {
  const by = policy === null || statement === null ? '' : statementOf[language]({ policy, statement })
  return `${layerNouns[layer][language]({ owner, level })}: ${answers[says][language]()}${by}`
}
