import type { CodeOrigin } from '@farsight/core'
import { lineAndColumn } from '../snapshot/json-text.ts'
import { moduleFolders, withoutKeys } from './configuration.ts'
import type { Plan } from './plan.ts'

/** A file of the configuration; `folder` is that of its module, from the root one on. */
export interface SourceFile {
  readonly file: string
  readonly folder: string
  readonly text: string
}

type Place = Omit<CodeOrigin, 'path'>

export interface Blocks {
  /** Where the instance of that number stands: in the configuration where it was given, else in the plan. */
  place(instance: number): Place
  /** Where it stands in the plan. */
  offset(instance: number): number
}

/** `resource "aws_subnet" "private" {` at the start of a line. */
const BLOCK = /^[ \t]*(resource|data)[ \t]+"([\w-]+)"[ \t]+"([\w-]+)"/gm

export function locateBlocks(
  { instances, configuration }: Plan,
  sources: readonly SourceFile[],
  plan: { readonly file: string; readonly text: string },
): Blocks {
  const offsets = addressOffsets(plan.text)
  const folders = moduleFolders(configuration)
  const written = blocksIn(sources)
  const offset = (at: number): number => offsets.get(instances[at]?.address ?? '') ?? 0
  const known = new Map<number, Place>()
  const find = (at: number): Place => {
    const instance = instances[at]
    const folder = instance === undefined ? undefined : folders.get(withoutKeys(instance.module))
    const name =
      instance === undefined ? '' : `${instance.isData ? 'data' : 'resource'}.${instance.type}.${instance.name}`
    return written.get(`${folder}|${name}`) ?? { file: plan.file, ...lineAndColumn(plan.text, offset(at)) }
  }
  return {
    offset,
    place: (at) => {
      const place = known.get(at) ?? find(at)
      known.set(at, place)
      return place
    },
  }
}

/** The first place of each address, which is that of the planned values. */
function addressOffsets(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  for (const { 1: literal = '', index } of text.matchAll(/"address"\s*:\s*"((?:[^"\\]|\\.)*)"/g)) {
    const address = literal.replace(/\\(.)/g, '$1')
    if (!offsets.has(address)) offsets.set(address, index)
  }
  return offsets
}

function blocksIn(sources: readonly SourceFile[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  for (const { file, folder, text } of sources) {
    for (const { 0: whole, 1: kind, 2: type, 3: name, index } of text.matchAll(BLOCK)) {
      const start = index + (whole.length - whole.trimStart().length)
      found.set(`${folder}|${kind}.${type}.${name}`, { file, ...lineAndColumn(text, start) })
    }
  }
  return found
}
