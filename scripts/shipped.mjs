import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './repository.mjs'

/**
 * @typedef {object} Locked a package, as package-lock.json has it
 * @property {string} version
 * @property {string} [license]
 * @property {boolean} [link]
 * @property {boolean} [hasInstallScript]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 */

/** @returns {Record<string, Locked>} by path from the root: '' is the root itself */
export const readLock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

/**
 * The libraries that reach a user of the published package, with everything that they need: the dependencies of our
 * packages, and what cli bundles, which it lists as devDependencies so that nobody has to install it.
 *
 * @param {Record<string, Locked>} lock
 * @returns {string[]} paths into the lock
 */
export function shippedLibraries(lock) {
  const found = new Set()
  /** @type {[from: string, name: string][]} */
  const waiting = Object.entries(lock)
    .filter(([path]) => /^packages\/[^/]+$/.test(path))
    .flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).map((name) => [path, name]),
    )
  for (const [from, name] of waiting) {
    const path = resolve(lock, from, name)
    if (path === undefined || found.has(path) || lock[path]?.link) continue
    found.add(path)
    for (const needed of Object.keys({ ...lock[path]?.dependencies, ...lock[path]?.optionalDependencies })) {
      waiting.push([path, needed])
    }
  }
  return [...found].sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1))
}

/**
 * Where Node finds a package: in the nearest node_modules upwards.
 *
 * @param {Record<string, Locked>} lock
 * @param {string} from
 * @param {string} name
 * @returns {string | undefined}
 */
function resolve(lock, from, name) {
  const path = `${from ? `${from}/` : ''}node_modules/${name}`
  if (lock[path]) return path
  if (from === '') return undefined
  return resolve(lock, from.slice(0, Math.max(from.lastIndexOf('/'), 0)), name)
}

/** @param {string} path into the lock, such as `packages/cli/node_modules/commander` */
export const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/**
 * The text of NOTICE: ours, and the license of each library that the published bundle contains.
 *
 * @param {Record<string, Locked>} lock
 */
export function notice(lock) {
  const libraries = shippedLibraries(lock).map((path) => {
    const heading = `${nameOf(path)} ${lock[path]?.version} (${lock[path]?.license})`
    return `${'-'.repeat(heading.length)}\n${heading}\n${'-'.repeat(heading.length)}\n\n${licenseText(path)}\n`
  })
  return [
    'Farsight\n\nLicensed under the Apache License, Version 2.0: see LICENSE.\n\n' +
      'The command line is one bundle, which contains these libraries, each under its own license.\n',
    ...libraries,
  ].join('\n')
}

/** @param {string} path */
function licenseText(path) {
  const file = readdirSync(join(root, path)).find((name) => /^licen[cs]e/i.test(name))
  if (file === undefined)
    throw new Error(`${nameOf(path)} comes without a license file: find its text, or do not ship it.`)
  return readFileSync(join(root, path, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim()
}
