import type { Sheet } from './cells.ts'
import { inspectArchive } from './inspect-archive.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { recogniseFormat } from './recognise-format.ts'
import { runInSheetThread } from './sheet-thread.ts'

/**
 * Reads every sheet of an uploaded .xlsx or .csv as plain cells, in a thread with bounded memory and time.
 * Throws SheetRefusal for a file that is not read; what can be refused without opening it is refused before a thread is started.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Partial<SheetLimits> = {}): Promise<Sheet[]> {
  const bounds = { ...defaultLimits, ...limits }
  if (recogniseFormat(bytes) === 'xlsx') inspectArchive(bytes, bounds)
  const result = await runInSheetThread({ kind: 'read', bytes, limits: bounds })
  return result as Sheet[]
}
