import type { Palette } from '@farsight/core'
import picocolors from 'picocolors'
import type { Io } from './io/io.ts'

/**
 * Colors on a terminal, unless NO_COLOR asks for none; FORCE_COLOR asks for them everywhere.
 *
 * @see https://no-color.org
 */
export function paletteFor({ env, isTTY }: Pick<Io, 'env' | 'isTTY'>, toStdout: boolean): Palette {
  const off = isSet(env['NO_COLOR'])
  const forced = isSet(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0'
  const { bold, dim, red, green, yellow } = picocolors.createColors(!off && toStdout && (forced || isTTY))
  return { bold, dim, red, green, yellow }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}
