import { field, type Json, listOf, objectOf } from './json.ts'

/** Blocks of lists; of sets, a plan writes the blocks in an order of its own. */
const ORDERED =
  /^(?:statement|default_action|ordered_placement_strategy|service|secret_option|dns_records|container_override|environment_file)$/

/**
 * For each planned block the written one that it comes from; undefined where nobody can tell, such as of `dynamic`
 * blocks, which a plan does not show as written.
 */
export function matchBlocks(
  name: string,
  planned: readonly Json[],
  written: readonly Json[],
): readonly (Json | undefined)[] {
  const isWhole = planned.length === written.length
  if (isWhole && (written.length === 1 || ORDERED.test(name))) return written
  const found = new Map<number, number>()
  const taken = new Set<number>()
  const take = (item: number, block: number) => {
    found.set(item, block)
    taken.add(block)
  }
  for (let before = -1; before < found.size; ) {
    before = found.size
    const open = planned.map((_, i) => i).filter((i) => !found.has(i))
    const left = written.map((_, i) => i).filter((i) => !taken.has(i))
    const suits = (item: number, block: number) => isCompatible(planned[item], written[block])
    // Each written block gives one that is planned
    for (const block of left) {
      const [item, ...others] = open.filter((each) => !found.has(each) && suits(each, block))
      if (item !== undefined && others.length === 0) take(item, block)
    }
    for (const item of isWhole ? open.filter((each) => !found.has(each)) : []) {
      const [block, ...others] = left.filter((each) => !taken.has(each) && suits(item, each))
      if (block !== undefined && others.length === 0) take(item, block)
    }
  }
  return planned.map((_, i) => {
    const block = found.get(i)
    return block === undefined ? undefined : written[block]
  })
}

/** Whether all that is written as a constant is so in the plan. */
function isCompatible(planned: Json | undefined, written: Json | undefined): boolean {
  return Object.entries(objectOf(written)).every(([name, expression]) => {
    const value = field(planned, name)
    if (value === undefined || value === null) return true
    if (Array.isArray(expression)) {
      const [items, blocks] = [listOf(value), listOf(expression)]
      if (items.length < blocks.length) return false
      return blocks.length !== 1 || items.some((each) => isCompatible(each, blocks[0]))
    }
    const constant = field(expression, 'constant_value')
    return constant === undefined || isSame(value, constant)
  })
}

function isSame(value: Json, constant: Json): boolean {
  if (!Array.isArray(value) || !Array.isArray(constant)) return String(value) === String(constant ?? '')
  const texts = new Set(value.map(String))
  return constant.every((each) => texts.has(String(each)))
}
