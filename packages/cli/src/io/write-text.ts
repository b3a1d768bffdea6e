import { readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { CliError, usageError } from '../cli-error.ts'
import type { Io } from './io.ts'

/** Writes a file whole or not at all, and never over an input. A link stays one: what it names is written. */
export async function writeText(
  file: string,
  text: string,
  { cwd, inputs }: Pick<Io, 'cwd' | 'inputs'>,
): Promise<void> {
  const asked = resolve(cwd, file)
  try {
    if (await isStream(asked)) return await writeFile(asked, text)
    const path = await namedBy(asked)
    if (inputs.has(path)) throw usageError('E_NOT_WRITTEN', { file, reason: null })
    await replace(path, text)
  } catch (error) {
    if (error instanceof CliError) throw error
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw usageError('E_NOT_WRITTEN', { file, reason })
  }
}

async function replace(path: string, text: string): Promise<void> {
  const part = `${path}.part-${process.pid}`
  try {
    await writeFile(part, text)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

/** As many links as Linux follows. */
const MOST_LINKS = 40

/** The real path; of a link to what is not there yet, the path of that. */
async function namedBy(path: string, links = 0): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const target = links < MOST_LINKS ? await readlink(path).catch(() => null) : null
    if (target !== null) return namedBy(resolve(dirname(path), target), links + 1)
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return path
    throw error
  }
}

/** A pipe or a device, such as /dev/stdout: no file may take its place. */
async function isStream(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && !found.isFile() && !found.isDirectory()
}
