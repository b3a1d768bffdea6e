import { type CodeOrigin, type Pointer, pointerTo } from '@farsight/core'
import type { Path } from '../snapshot/fault.ts'
import { lineAndColumn } from '../snapshot/json-text.ts'
import { locate } from '../snapshot/locate.ts'
import type { SourceText } from '../snapshot/problems-of.ts'

/** More parts than a task definition of the API can have are not worth a line each. */
const MOST = 500

/** Where each part of the task definition stands in its file, by its place in the snapshot. */
export function originsOf(
  source: SourceText,
  definition: object,
  outer: Path,
  at: Pointer,
): Readonly<Record<Pointer, CodeOrigin>> {
  const paths = pathsOf(definition)
  const places = locate(
    source.text,
    paths.map((path) => [...outer, ...path]),
  )
  const origins: Record<Pointer, CodeOrigin> = {}
  for (const [position, path] of paths.entries()) {
    const place = places[position]
    if (place === undefined) continue
    const { line, column } = lineAndColumn(source.text, place.keyStart)
    origins[pointerTo(at, ...path)] = { file: source.file, line, column }
  }
  return origins
}

/** The root, then what it holds, to the depth of a field of a field of a container. */
function pathsOf(definition: object): readonly Path[] {
  const paths: Path[] = [[]]
  let level: readonly { readonly path: Path; readonly value: unknown }[] = [{ path: [], value: definition }]
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.flatMap(({ path, value }) =>
      partsOf(value).map(([key, part]) => ({ path: [...path, key], value: part })),
    )
    paths.push(...level.map(({ path }) => path).slice(0, MOST - paths.length))
  }
  return paths
}

/** `containerDefinitions/0/secrets/1/valueFrom` */
const DEEPEST = 5

function partsOf(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((part, position) => [position, part] as const)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
