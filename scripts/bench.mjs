/** Runs the benchmarks; what follows `npm run bench --` is passed on to them. */
import { runTs } from './run-ts.mjs'

await runTs('bench/main.ts', process.argv.slice(2))
