import { flushCompileCache } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Keeps what the start compiled for the next one, and gives back what only the start needed: parsed sources, the plan of a demo, type stripping. */
export function settleMemory(): void {
  // A program that is killed would keep nothing at its end.
  flushCompileCache()
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
