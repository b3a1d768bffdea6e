import { phrase } from './phrase.ts'

/** The fixed words of the reports for CI. */
export const formatWords = {
  title: phrase<{ readonly fails: number; readonly undecided: number; readonly of: number }>({
    en: ({ fails, undecided, of }) => {
      if (of === 0) return 'nothing was judged'
      if (fails > 0) return `${fails} of ${of} launches ${fails === 1 ? 'does' : 'do'} not start`
      return undecided > 0 ? `${undecided} of ${of} launches undecided` : `All ${of} launches start`
    },
    ja: ({ fails, undecided, of }) => {
      if (of === 0) return '判定した起動はありません'
      if (fails > 0) return `${of} 件の起動のうち ${fails} 件は起動しません`
      return undecided > 0 ? `${of} 件の起動のうち ${undecided} 件は判定できません` : `${of} 件すべて起動します`
    },
  }),
  launch: phrase({ en: 'Launch', ja: '起動' }),
  verdict: phrase({ en: 'Verdict', ja: '判定' }),
  causes: phrase({ en: 'Causes', ja: '原因' }),
  isNew: phrase({ en: 'new', ja: '新規' }),
  stoodBefore: phrase({ en: 'stood before', ja: '以前からあるもの' }),
  ignored: phrase({ en: 'ignored, as asked', ja: '指定により無視' }),
  openFact: phrase({ en: 'A fact that decides is not known', ja: '判定に必要な事実が不明です' }),
  openFactHelp: phrase({
    en: 'The report names the fact, and what settles it.',
    ja: 'レポートに、不明な事実とその解決方法を示します。',
  }),
  manual: phrase<string>({ en: (page) => `What it means: ${page}`, ja: (page) => `説明: ${page}` }),
}
