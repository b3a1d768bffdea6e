import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, metafile } from '../build.mjs'
import { root } from '../repository.mjs'
import { nameOf, notice, readLock, shippedLibraries } from '../shipped.mjs'

/** @typedef {import('../shipped.mjs').Locked} Locked */

/** What a library that reaches users may be under. */
const mayShip = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0'])

/** @type {import('../check.mjs').Check} */
export const licenses = {
  name: 'licenses',
  async run() {
    const lock = readLock()
    const shipped = shippedLibraries(lock)
    await build()
    const problems = [
      ...installed(lock).flatMap(([path, entry]) => copyleft(path, licenseOf(path, entry))),
      ...shipped.flatMap((path) => unfitToShip(path, lock[path])),
      ...inexactPins(lock),
      ...unlistedInBundle(shipped),
      ...staleNotice(lock),
    ]
    return {
      problems: problems.join('\n'),
      note: `${installed(lock).length} packages, ${shipped.length} of them shipped`,
    }
  },
}

/** @param {Record<string, Locked>} lock */
const installed = (lock) => Object.entries(lock).filter(([path, { link }]) => path.includes('node_modules/') && !link)

/**
 * As the package itself says it; packages for other systems are only in the lock.
 *
 * @param {string} path
 * @param {Locked | undefined} entry
 */
function licenseOf(path, entry) {
  const manifest = join(root, path, 'package.json')
  const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).license : undefined
  return own ?? entry?.license ?? 'no license'
}

/**
 * The alternatives of a license expression. `A AND B` stays one alternative, which no list contains: a person decides.
 *
 * @param {string} license
 */
const alternatives = (license) => license.replace(/[()]/g, '').split(/ OR /i)

/**
 * @param {string} path
 * @param {string} license
 */
const copyleft = (path, license) =>
  alternatives(license).every((one) => /GPL|no license|UNLICENSED|SEE LICENSE/i.test(one))
    ? [
        `${nameOf(path)}: ${license}. No GPL, LGPL or AGPL, and nothing without a license, not even for development: use another package.`,
      ]
    : []

/**
 * @param {string} path
 * @param {Locked | undefined} entry
 */
function unfitToShip(path, entry) {
  const license = licenseOf(path, entry)
  const problems = []
  if (!alternatives(license).some((one) => mayShip.has(one))) {
    problems.push(`${nameOf(path)}: ${license} reaches users. Ship only ${[...mayShip].join(', ')}.`)
  }
  if (entry?.hasInstallScript) {
    problems.push(`${nameOf(path)} has an install script, which npm does not run for users. Use a package without one.`)
  }
  return problems
}

/**
 * A range gives another version on another day, and on another Node.
 *
 * @param {Record<string, Locked>} lock
 */
const inexactPins = (lock) =>
  Object.entries(lock)
    .filter(([path]) => !path.includes('node_modules/'))
    .flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
      Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${join(path, 'package.json')}: pin ${name} exactly, not as ${version}.`),
    )

/** @param {readonly string[]} shipped */
function unlistedInBundle(shipped) {
  const inputs = Object.keys(JSON.parse(readFileSync(metafile, 'utf8')).inputs)
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? [])
  return [...new Set(folders)]
    .filter((folder) => !shipped.includes(folder))
    .map((folder) => `${nameOf(folder)} is in the bundle: list it in the package.json of the package that imports it.`)
}

/** @param {Record<string, Locked>} lock */
const staleNotice = (lock) =>
  readFileSync(join(root, 'NOTICE'), 'utf8') === notice(lock)
    ? []
    : ['NOTICE does not list what the bundle contains: run node scripts/update-notice.mjs and commit it.']
