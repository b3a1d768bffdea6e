import { Lab } from './lab/lab.ts'
import { generate } from './generate/generate.ts'
import { FEATURES } from './generate/features.ts'
import { judge } from './run.ts'
const [n='5', seed='1', feats=''] = process.argv.slice(2)
const lab = await Lab.open()
const t: Record<string, number> = {}
let shown = 0
const start = performance.now()
for (let i = 0; i < Number(n); i++) {
  const world = generate(Number(seed) + i, new Set(feats === '' ? FEATURES : feats.split(',')) as never)
  let judged
  try { judged = await judge(lab, world) } catch (e) { console.log('ERROR', Number(seed)+i, String(e).slice(0, 3000)); break }
  for (const j of judged) {
    const k = `${j.comparison.outcome}/${j.comparison.verdict}`
    t[k] = (t[k] ?? 0) + 1
    t.samples = (t.samples ?? 0) + j.kernel.tried.length
    if (j.comparison.outcome === 'mismatch' && shown++ < 6) {
      console.log(Number(seed)+i, j.probe.host, j.probe.subnetId, j.comparison.why, j.path.verdict, JSON.stringify(j.path.blockers.map(({at,...b})=>b)), JSON.stringify(j.path.partial), j.path.assumptions)
      console.log(j.kernel.tried.slice(0,8).map(x=>`${x.source}:${x.sourcePort} nat ${x.natPort} ${x.target} ${x.open} ${JSON.stringify(x.fate)}`).join('\n'))
    }
    if (j.comparison.outcome === 'undecided') { const g = 'gap ' + j.path.gaps.map(x=>x.gap.gap==='not-modeled'?x.gap.what:x.gap.gap).join(); t[g]=(t[g]??0)+1 }
  }
}
console.log(t, (performance.now()-start)/1000)
lab.close()
