import type { Check } from '../tree.ts'
import { commandFilesOf } from './commands.ts'

/** Whatever writes is tested beside its file. A shared step that is no operation of its own is tested through its callers. */
export const commandHasTest: Check = tree => commandFilesOf(tree)
  .filter(file => /export (async )?(function|const) \w+ ?(=|\()[^]*?Context/.test(tree.text(file)) && !tree.has(file.replace(/\.ts$/, '.test.ts')))
  .map(file => ({ file, message: `has no test; write ${file.replace(/\.ts$/, '.test.ts')}.` }))
