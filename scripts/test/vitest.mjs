import { parseCLI, startVitest } from 'vitest/node'

/**
 * Runs the unit, case and documentation tests.
 *
 * A file that cannot be loaded, and an error outside any test, count as one failure each. A test that is switched off in
 * its source is named; with CI=true it counts as failed.
 *
 * @param {readonly string[]} args as for `vitest run`
 */
export async function runVitest(args) {
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const vitest = await startVitest('test', filter, { ...options, watch: false, passWithNoTests: true })
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const inState = (/** @type {string} */ state) => tests.filter((test) => test.result().state === state)
  const brokenFiles = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0)
  // With -t, every test that it leaves out is skipped too
  const switchedOff = options.testNamePattern ? [] : inState('skipped')
  for (const test of switchedOff)
    process.stdout.write(`switched off: ${test.module.relativeModuleId} > ${test.fullName}\n`)
  await vitest.close()
  return {
    passed: inState('passed').length,
    failed:
      inState('failed').length +
      brokenFiles.length +
      vitest.state.getUnhandledErrors().length +
      (process.env.CI === 'true' ? switchedOff.length : 0),
  }
}
