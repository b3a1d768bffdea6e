/** Writes NOTICE anew; needed when a library that the bundle contains comes, goes or changes its version. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.mjs'
import { notice, readLock } from './shipped.mjs'

writeFileSync(join(root, 'NOTICE'), notice(readLock()))
