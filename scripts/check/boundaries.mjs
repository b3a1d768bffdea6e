import { cruise, format } from 'dependency-cruiser'
import configuration from '../../.dependency-cruiser.mjs'
import { filesBelow, root } from '../repository.mjs'

/** @type {import('../check.mjs').Check} */
export const boundaries = {
  name: 'boundaries',
  async run() {
    const { options, ...ruleSet } = configuration
    const folders = ['packages', 'tests', 'bench'].filter((folder) => sources(folder).length > 0)
    const { output } = await cruise(folders, { ...options, ruleSet, validate: true, baseDir: root })
    if (typeof output === 'string') throw new Error(output)
    const seen = new Set(output.modules.map(({ source }) => source))
    const missed = folders.flatMap(sources).filter((file) => !seen.has(file))
    return {
      problems: [unseen(missed), await broken(output)].filter(Boolean).join('\n\n'),
      note: `${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised ?? 0} imports`,
    }
  },
}

/** @param {string} folder */
const sources = (folder) => filesBelow(folder).filter((file) => file.endsWith('.ts'))

/**
 * Without a TypeScript that it can load, dependency-cruiser sees no TypeScript file and is content with everything.
 *
 * @param {readonly string[]} files
 */
const unseen = (files) =>
  files.length === 0
    ? ''
    : `dependency-cruiser did not see ${files.length} source files, such as ${files[0]}. ` +
      'Is typescript 6 installed? It cannot use TypeScript 7.'

/** @param {import('dependency-cruiser').ICruiseResult} result */
async function broken(result) {
  if (result.summary.violations.length === 0) return ''
  const { output } = await format(result, { outputType: 'err-long' })
  return String(output).trim()
}
