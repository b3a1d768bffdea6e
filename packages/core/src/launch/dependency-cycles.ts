import type { Dependency } from './dependencies.ts'

/**
 * The dependencies that close a cycle, one of each: those that lead back to a container from which they were come to. In
 * linear time and without recursion, however many containers there are.
 */
export function cyclesIn(dependencies: readonly Dependency[]): readonly Dependency[] {
  const from = new Map<string, Dependency[]>()
  for (const dependency of dependencies) {
    const known = from.get(dependency.container)
    if (known === undefined) from.set(dependency.container, [dependency])
    else known.push(dependency)
  }
  const closing: Dependency[] = []
  const state = new Map<string, 'open' | 'done'>()
  for (const start of from.keys()) if (!state.has(start)) walk(start, from, state, closing)
  return closing
}

function walk(
  start: string,
  from: ReadonlyMap<string, readonly Dependency[]>,
  state: Map<string, 'open' | 'done'>,
  closing: Dependency[],
): void {
  const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }]
  state.set(start, 'open')
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const dependency = from.get(top.name)?.[top.next++]
    if (dependency === undefined) {
      state.set(top.name, 'done')
      path.pop()
      continue
    }
    const reached = state.get(dependency.on)
    if (reached === 'open') closing.push(dependency)
    else if (reached === undefined) {
      state.set(dependency.on, 'open')
      path.push({ name: dependency.on, next: 0 })
    }
  }
}
