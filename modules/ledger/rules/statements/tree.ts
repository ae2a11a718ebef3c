/** What a table of accounts adds up, upwards. */
export type Node<Sums> = { accountId: string; parentId: string | null; sums: Sums }

/** Adds what each account did to all above it; the sums of an account are its own and those below it. */
export function rolledUp<K extends string>(nodes: readonly Node<Record<K, number>>[]): Map<string, Record<K, number>> {
  const byId = new Map(nodes.map((node) => [node.accountId, node]))
  const total = new Map(nodes.map(({ accountId, sums }) => [accountId, { ...sums }]))
  for (const { parentId, sums } of nodes) {
    for (let above = parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
      const sum = total.get(above)
      if (sum === undefined) break
      for (const key of Object.keys(sums) as K[]) sum[key] += sums[key]
    }
  }
  return total
}

/** How many accounts stand above one. */
export function depthOf(accountId: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0
  for (let above = parents.get(accountId) ?? null; above !== null; above = parents.get(above) ?? null) depth++
  return depth
}
