/** The units a tree has loaded so far, level by level, and the pure steps on them. */
export type UnitNode = {
  id: string
  code: string
  name: string
  /** Level or kind in words: 县级. Shown small beside the name. */
  note?: string
  hasChildren: boolean
}

/** How a tree gets its units; the page that uses it knows from which module. */
export type UnitLoaders = {
  /** One level: the units directly below, or the topmost ones the person may see. */
  children: (parentId: string | undefined) => Promise<readonly UnitNode[]>
  /** Units whose name holds the words, best first, at most a screenful. */
  search: (words: string) => Promise<readonly UnitNode[]>
  /** From the topmost visible unit down to this one, itself included. */
  path: (id: string) => Promise<readonly UnitNode[]>
}

/** Loaded levels by the id of their parent; the topmost level stands under the empty id. */
export type LoadedLevels = Readonly<Record<string, readonly UnitNode[]>>
export const topLevel = ''

export type TreeBranch = { key: string; title: string; node: UnitNode; isLeaf: boolean; children?: TreeBranch[] }

/** The loaded units as the nested shape the tree draws. */
export function branchesOf(levels: LoadedLevels, parentId: string = topLevel): TreeBranch[] {
  return (levels[parentId] ?? []).map(node => ({
    key: node.id,
    title: node.name,
    node,
    isLeaf: !node.hasChildren,
    ...(levels[node.id] ? { children: branchesOf(levels, node.id) } : {}),
  }))
}
