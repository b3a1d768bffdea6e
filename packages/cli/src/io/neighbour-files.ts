import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Io } from './io.ts'

/** A file that another one names, or why it was not read. */
export type Neighbour =
  | { readonly file: string; readonly text: string }
  | {
      readonly file: string
      readonly failure: 'missing' | 'outside' | 'folder' | 'too-large' | 'not-utf8' | 'unreadable'
    }

/** Far above what CloudFormation takes (1 MB), so that nobody waits for a file that is none. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * Opens the files that a source names, such as nested templates: those below the working directory, or below the folder
 * of the source where it stands elsewhere. Links that lead out of it are refused too.
 */
export function neighbourFiles(
  source: string,
  { cwd, inputs }: Pick<Io, 'cwd' | 'inputs'>,
): { read(path: string, from: string): Neighbour } {
  const home = resolve(cwd, source === '-' ? '.' : dirname(source))
  const root = realPath(isInside(home, cwd) ? cwd : home)
  return {
    read: (path, from) => {
      const file = resolve(cwd, from === '-' ? '.' : dirname(from), path)
      const shown = isInside(file, cwd) ? relative(cwd, file) : file
      const named = from === '-' || !isInside(file, cwd) ? shown : join(dirname(from), path)
      const read = readBelow(root, file, named)
      if ('text' in read) inputs.add(realPath(file) ?? file)
      return read
    },
  }
}

function readBelow(root: string | null, file: string, named: string): Neighbour {
  try {
    // Asked before the disk is: what is outside, nobody learns by asking
    if (root === null || !(isInside(file, root) || isInside(realParent(file) ?? file, root))) {
      return { file: named, failure: 'outside' }
    }
    const real = realpathSync.native(file)
    if (!isInside(real, root)) return { file: named, failure: 'outside' }
    const { size, isDirectory } = { size: statSync(real).size, isDirectory: statSync(real).isDirectory() }
    if (isDirectory) return { file: named, failure: 'folder' }
    if (size > MAX_BYTES) return { file: named, failure: 'too-large' }
    return { file: named, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real)) }
  } catch (error) {
    if (error instanceof TypeError) return { file: named, failure: 'not-utf8' }
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return { file: named, failure: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' }
  }
}

function realParent(file: string): string | null {
  const parent = realPath(dirname(file))
  return parent === null ? null : join(parent, 'file')
}

function realPath(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
