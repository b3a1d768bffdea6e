import { readFile, realpath, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { usageError } from '../cli-error.ts'
import type { Io } from './io.ts'

/** Larger inputs are refused before they are read. */
const MAX_BYTES = 256 * 1024 * 1024

/** The text of a file, or of stdin for `-`. Throws a CliError that says what is wrong with it. */
export async function readText(
  file: string,
  io: Pick<Io, 'stdin' | 'cwd' | 'inputs'>,
  limit = MAX_BYTES,
): Promise<string> {
  return decode(file, file === '-' ? await readStdin(io, limit) : await readFromDisk(file, io, limit))
}

async function readFromDisk(
  file: string,
  { cwd, inputs }: Pick<Io, 'cwd' | 'inputs'>,
  limit: number,
): Promise<Uint8Array> {
  const path = resolve(cwd, file)
  try {
    const { size, isDirectory } = await stat(path).then((stats) => ({
      size: stats.size,
      isDirectory: stats.isDirectory(),
    }))
    if (isDirectory) throw usageError('E_FILE_IS_FOLDER', { file })
    if (size > limit) throw tooLarge(file, size, limit)
    inputs.add(await realpath(path))
    return await readFile(path)
  } catch (error) {
    throw readError(file, error)
  }
}

function readError(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || error.name === 'CliError') return error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return usageError('E_FILE_NOT_FOUND', { file })
  return usageError('E_FILE_UNREADABLE', { file, reason: String(error.code) })
}

async function readStdin({ stdin }: Pick<Io, 'stdin'>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stdin) {
    size += chunk.length
    if (size > limit) throw tooLarge('-', size, limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function tooLarge(file: string, size: number, limit: number) {
  const inMib = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MiB`
  return usageError('E_FILE_TOO_LARGE', { file, size: inMib(size), limit: inMib(limit) })
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw usageError('E_NOT_UTF8', { file })
  }
}
