import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a repository, named from its root; texts are read when asked for. */
export type Tree = { files: readonly string[]; text: (file: string) => string; has: (file: string) => boolean }

/** One thing that is not tidy: where, and what to do about it. */
export type Finding = { file: string; line?: number; message: string }

/** A check looks at the whole tree and returns what it dislikes; an empty list is the good news. */
export type Check = (tree: Tree) => Finding[]

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'data', '.cache', 'coverage', '.stryker-tmp'])

/** The tree on disk, without what is downloaded, generated or a user's own. */
export function readTree(root: string): Tree {
  const texts = new Map<string, string>()
  const files = listFiles(root, '')
  const known = new Set(files)
  const text = (file: string) => {
    const read = texts.get(file) ?? (known.has(file) ? readFileSync(join(root, file), 'utf8') : '')
    texts.set(file, read)
    return read
  }
  return { files, text, has: file => known.has(file) }
}

/** A tree that exists only in memory: how the tests of the checks hand over their samples. */
export function treeOf(samples: Record<string, string>): Tree {
  return { files: Object.keys(samples).sort(), text: file => samples[file] ?? '', has: file => file in samples }
}

function listFiles(root: string, folder: string): string[] {
  const found: string[] = []
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) found.push(...listFiles(root, path))
    if (entry.isFile()) found.push(path)
  }
  return found.sort()
}

/** TypeScript sources, tests among them. */
export const sourcesOf = (tree: Tree) => tree.files.filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

/** Tests and what only tests use. */
export const isTest = (file: string) => /\.(test|spec)\.tsx?$|\/(test|testing|sample)-[^/]+\.tsx?$|^tests\/|\/testing\//.test(file)

/** The rooms under modules/. */
export const modulesOf = (tree: Tree) =>
  [...new Set(tree.files.flatMap(file => /^modules\/([^/]+)\//.exec(file)?.[1] ?? []))]
