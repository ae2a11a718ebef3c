import type { Tree } from '../tree.ts'

/** The write files of all modules. */
export const commandFilesOf = (tree: Tree) =>
  tree.files.filter(file => /^modules\/[^/]+\/commands\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts'))
