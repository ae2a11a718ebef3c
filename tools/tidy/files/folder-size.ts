import type { Check } from '../tree.ts'

const LIMIT = 25
/** Migrations are a list by nature, and pictures are looked at one by one. */
const LISTS = /^database\/migrations$|^docs\/screenshots|^docs\/decisions$/

/** A folder with more entries than a screen has lines is no longer a table of contents. */
export const folderSize: Check = tree => {
  const entries = new Map<string, Set<string>>()
  for (const file of tree.files) {
    const parts = file.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''))
    }
  }
  return [...entries].filter(([folder, { size }]) => size > LIMIT && !LISTS.test(folder))
    .map(([file, { size }]) => ({ file, message: `${size} entries; at most ${LIMIT}. Find the two subjects it mixes.` }))
}
