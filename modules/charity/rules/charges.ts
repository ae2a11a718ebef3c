import type { LocalDate } from '#platform/values/local-date.ts'

/** Minutes in which a donor may pay what was asked. */
export const chargeMinutes = 30

/** China is eight hours ahead and has no other time. */
const aheadMs = 8 * 60 * 60_000

/** The day in China on which money was paid. */
export const dayOfPayment = (paidAt: Date): LocalDate => new Date(paidAt.getTime() + aheadMs).toISOString().slice(0, 10)
