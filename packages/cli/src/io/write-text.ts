import { rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { usageError } from '../cli-error.ts'

/** Writes a file whole or not at all. */
export async function writeText(file: string, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, file)
  const part = `${path}.part-${process.pid}`
  try {
    await writeFile(part, text)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw usageError('E_NOT_WRITTEN', { file, reason })
  }
}
