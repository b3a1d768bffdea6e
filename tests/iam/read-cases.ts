import { readdirSync, readFileSync } from 'node:fs'
import type { PolicyCase } from './policy-case.ts'

const FOLDER = new URL('cases/', import.meta.url)

/** Topic by topic, as the files are named. */
export function readCases(): readonly { readonly topic: string; readonly cases: readonly PolicyCase[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => ({
      topic: file.replace('.json', ''),
      cases: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as readonly PolicyCase[],
    }))
}
