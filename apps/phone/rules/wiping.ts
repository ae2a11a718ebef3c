/** Why what a phone keeps was wiped. */
export type WipeReason = 'wrong-pins' | 'no-contact' | 'signed-out' | 'cut-off'
/** How long a phone may keep what it has: told by the server. */
export type Keeping = { keptDays: number; wrongPins: number }

const dayMs = 24 * 60 * 60 * 1000
/** Away for longer, the page asks for the PIN again. */
export const lockAfterMs = 3 * 60 * 1000

/** Whether the phone must wipe what it keeps, by its own clock. A clock turned back before the last contact counts as lost contact too. */
export function findWipeReason(facts: { wrongPins: number; lastContactAt: number; now: number; keeping: Keeping }): WipeReason | undefined {
  if (facts.wrongPins >= facts.keeping.wrongPins) return 'wrong-pins'
  const awayMs = facts.now - facts.lastContactAt
  return awayMs > facts.keeping.keptDays * dayMs || awayMs < -dayMs ? 'no-contact' : undefined
}

/** Tries left before the wipe. */
export const triesLeft = (facts: { wrongPins: number; keeping: Keeping }): number => Math.max(0, facts.keeping.wrongPins - facts.wrongPins)

/** Whether the page, seen again, asks for the PIN. */
export const mustLock = (facts: { hiddenAt: number; now: number }): boolean => facts.now - facts.hiddenAt >= lockAfterMs

/** Six digits that are guessed first: all the same, or counting up or down. */
export function isSimplePin(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  const [step = 0] = steps
  return steps.size === 1 && Math.abs(step) <= 1
}
