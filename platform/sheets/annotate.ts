import type { AnnotationOptions, SheetProblem } from './annotate-tables.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import { runInSheetThread } from './sheet-thread.ts'

export type { AnnotationOptions, SheetProblem } from './annotate-tables.ts'

/**
 * Gives the user's own file back, whole and with its looks, with a coloured cell and a remark where something is wrong
 * and one column “导入结果” at the right. A .csv comes back as a .csv with that column. The same limits hold as for reading.
 */
export async function annotateWorkbook(
  originalBytes: Uint8Array,
  sheetName: string,
  problems: SheetProblem[],
  options: AnnotationOptions & { limits?: Partial<SheetLimits> } = {},
): Promise<Uint8Array> {
  const { limits, ...wishes } = options
  const bounds = { ...defaultLimits, ...limits }
  const result = await runInSheetThread({ kind: 'annotate', bytes: originalBytes, sheetName, problems, limits: bounds, ...wishes })
  return result as Uint8Array
}
