// A round is one transaction, so nothing it writes is seen before its end: while it runs its step is told by the program that runs it.
const running = new Map<string, number>()

/** Which step a round is at, from 0; null when it does not run here. */
export const stepOf = (roundId: string): number | null => running.get(roundId) ?? null

/** Notes the step of a round. */
export const noteStep = (roundId: string, step: number): void => void running.set(roundId, step)

/** The round has ended, well or not. */
export const forgetStep = (roundId: string): void => void running.delete(roundId)
