import { callsOf } from '../syntax.ts'
import type { Check } from '../tree.ts'
import { commandFilesOf } from './commands.ts'

const CHECK = /^(must[A-Z]|requirePermission|anyoneMay)/

/**
 * A reader of a command sees who may do this: it calls a `must…` of access.ts (or `anyoneMay('why')`, which says so
 * where no right is needed, as for signing in).
 */
export const commandNamesAccess: Check = tree => commandFilesOf(tree)
  .filter(file => !callsOf(tree, file).some(({ name }) => CHECK.test(name)))
  .map(file => ({ file, message: 'names no access check; call a must… function of access.ts first.' }))
