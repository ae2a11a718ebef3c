/** Where a phone keeps things: names to values. The browser's is in indexed-store.ts; rules are tried on the one in memory. */
export type Store = {
  get(name: string): Promise<unknown>
  /** Keeps several values at once: all of them or none. */
  put(values: Record<string, unknown>): Promise<void>
  /** Drops several values at once. */
  remove(names: readonly string[]): Promise<void>
  /** Names that begin so. */
  names(beginning: string): Promise<string[]>
}

/** A store that is gone with the page. */
export function memoryStore(): Store {
  const kept = new Map<string, unknown>()
  return {
    get: async name => structuredClone(kept.get(name)),
    put: async values => {
      for (const [name, value] of Object.entries(values)) kept.set(name, structuredClone(value))
    },
    remove: async names => names.forEach(name => kept.delete(name)),
    names: async beginning => [...kept.keys()].filter(name => name.startsWith(beginning)).toSorted(),
  }
}
