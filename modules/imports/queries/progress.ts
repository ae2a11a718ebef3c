/** How far a commit has come. */
export type Progress = { done: number; total: number }

// A commit is one transaction, so nothing it writes is seen before its end: while it runs its progress is told by the program that runs it.
const running = new Map<string, Progress>()

/** How far the commit of an import has come; null when none runs here. */
export const progressOf = (importId: string): Progress | null => running.get(importId) ?? null

/** Notes how far a commit has come. */
export const noteProgress = (importId: string, progress: Progress): void => void running.set(importId, progress)

/** The commit has ended, well or not. */
export const forgetProgress = (importId: string): void => void running.delete(importId)
