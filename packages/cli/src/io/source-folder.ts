import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { usageError } from '../cli-error.ts'
import type { Io } from './io.ts'

export interface FolderFile {
  /** What messages call it. */
  readonly file: string
  /** The folder of the file, below the one that was read. */
  readonly folder: string
  readonly text: string
}

/** Folders within folders, and bytes of all files: beyond them it is no configuration. */
const MAX_DEPTH = 12
const MAX_BYTES = 64 * 1024 * 1024

/** The files of a folder that end so, those of folders in it too; links are not followed. */
export function sourceFolder(
  folder: string,
  extension: string,
  { cwd, inputs }: Pick<Io, 'cwd' | 'inputs'>,
): readonly FolderFile[] {
  const root = resolve(cwd, folder)
  const found: FolderFile[] = []
  let bytes = 0
  const visit = (path: string, depth: number): void => {
    for (const entry of entriesOf(path, folder)) {
      const inner = join(path, entry.name)
      if (entry.isDirectory() && depth < MAX_DEPTH && !entry.name.startsWith('.')) visit(inner, depth + 1)
      if (!entry.isFile() || !entry.name.endsWith(extension)) continue
      bytes += statSync(inner).size
      if (bytes > MAX_BYTES) return
      inputs.add(realpathSync.native(inner))
      const below = relative(root, path).split(sep).join('/')
      found.push({ file: join(folder, relative(root, inner)), folder: below || '.', text: readFileSync(inner, 'utf8') })
    }
  }
  visit(root, 0)
  return found
}

function entriesOf(path: string, folder: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw usageError('E_NO_FOLDER', { folder })
    throw usageError('E_FILE_UNREADABLE', { file: path, reason: code })
  }
}
