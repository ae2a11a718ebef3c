/** The instant of a moment in China, eight hours ahead all year. */
export const instantOf = (moment: string): Date => new Date(`${moment}:00+08:00`)

/** The moment on the wall clock in China of an instant. */
export const momentOf = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)
