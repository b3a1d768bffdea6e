/** Asks the kernel what Farsight predicts; what follows `npm run packets --` is passed on. */
import { runTs } from './run-ts.mjs'

await runTs('tests/packets/main.ts', process.argv.slice(2))
