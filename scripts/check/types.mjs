import { typecheck } from '../typecheck.mjs'

/** @type {import('../check.mjs').Check} */
export const types = {
  name: 'types',
  async run() {
    const { problems, projects } = await typecheck()
    return { problems, note: `${projects} projects` }
  },
}
