/**
 * Makes the repository ready to run: checks Node, installs and builds what is stale. Node built-ins only, because it
 * runs before anything is installed. Everything it says goes to stderr.
 *
 * Exit codes: 0 ready, 2 this Node cannot run Farsight, 3 the install or the build failed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { buildInputsHash, buildStamp, bundle } from './setup/build-inputs.mjs'
import { install } from './setup/install.mjs'
import { isAtLeast, nodeFloor } from './setup/node-version.mjs'

/** @param {string} text */
const say = (text) => process.stderr.write(`setup: ${text}\n`)

async function setup() {
  if (!isAtLeast(process.version, nodeFloor)) {
    say(`Node ${nodeFloor} or later is needed; this is ${process.version}, at ${process.execPath}.`)
    say('Install a current Node from https://nodejs.org or with your version manager, and run the command again.')
    return 2
  }
  try {
    install(say)
    await buildIfStale()
    return 0
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 3
  }
}

async function buildIfStale() {
  const isBuilt = existsSync(bundle) && existsSync(buildStamp)
  if (isBuilt && readFileSync(buildStamp, 'utf8') === buildInputsHash()) return
  say('building packages/cli/dist')
  const { build } = await import('./build.mjs')
  await build()
}

process.exitCode = await setup()
