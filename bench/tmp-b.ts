import { stops } from '/work/wt-stops/bench/stops.ts'

const f = stops(process.argv[2] ?? '/work/wt-stops/tests/corpus/stops/stop-reasons.jsonl')
const { misses, groups, ...r } = f
console.log(r)
for (const m of misses) console.log(m)
