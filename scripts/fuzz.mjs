/** Asks the program about inputs that are nearly sound; what follows `npm run fuzz --` is passed on. */
import { runTs } from './run-ts.mjs'

await runTs('tests/fuzz/main.ts', process.argv.slice(2))
