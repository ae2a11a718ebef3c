/** How far the import of a statement file has come. */
export type ImportProgress = { step: 'reading' | 'writing' | 'matching'; done: number; total: number }

// An import is one transaction, so nothing it writes is seen before its end: while it runs its progress is told by the program that runs it.
const running = new Map<string, ImportProgress>()

const keyOf = (cityId: number, accountId: string) => `${cityId}/${accountId}`

/** How far the import into an account has come; null when none runs here. */
export const importProgressOf = (cityId: number, accountId: string): ImportProgress | null => running.get(keyOf(cityId, accountId)) ?? null

/** Notes how far an import has come. */
export const noteImport = (cityId: number, accountId: string, progress: ImportProgress): void => void running.set(keyOf(cityId, accountId), progress)

/** The import has ended, well or not. */
export const forgetImport = (cityId: number, accountId: string): void => void running.delete(keyOf(cityId, accountId))
