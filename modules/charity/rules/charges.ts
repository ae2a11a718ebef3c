/** Minutes in which a donor may pay what was asked. */
const chargeMinutes = 30
/** Seconds in which the channel answers, or whoever asked it has gone away. */
export const patienceSeconds = 20
/** Minutes between two questions to a channel after the same charge or refund. */
const minutesBetween = 5

/** From then on a charge that begins now takes no money. */
export const expiryOf = (now: Date): Date => new Date(now.getTime() + chargeMinutes * 60_000)

/** Whether a charge may be paid, or is paid and not in the books yet: its gift is left alone. */
export const isLive = ({ status, expiresAt }: { status: string; expiresAt: string }, now: Date): boolean =>
  status === 'paid' || ((status === 'asked' || status === 'open') && new Date(expiresAt) > now)

/** Whether a channel that was asked for a code and has not answered is asked again: its answer can no longer come. */
export const isAskedAgain = (askedAt: string, now: Date): boolean => now.getTime() - new Date(askedAt).getTime() > patienceSeconds * 1000

/** What was last asked after before this moment is asked after again. */
export const askedBefore = (now: Date): Date => new Date(now.getTime() - minutesBetween * 60_000)

/** What is done about a charge nobody paid, by what the channel says of it: one that may still be paid there is closed there first, then here. */
export function findNextStep(state: 'unpaid' | 'over', { expiresAt }: { expiresAt: Date }, now: Date): 'close' | 'end' | 'wait' {
  // Until it expires somebody may be about to make the order that the channel does not know yet.
  if (expiresAt > now) return 'wait'
  return state === 'unpaid' ? 'close' : 'end'
}

/** Answers of the channel after which a refund is not asked for again: it has to be paid back by hand. */
const finalAnswers = ['INVALID_REQUEST', 'PARAM_ERROR', 'RESOURCE_NOT_EXISTS', 'USER_ACCOUNT_ABNORMAL', 'NO_AUTH', 'MCH_NOT_EXISTS', 'APPID_MCHID_NOT_MATCH']

/** Whether asking again for a refund is of no use. */
export const isFinalAnswer = (code: string): boolean => finalAnswers.includes(code)

/** What of a refund goes back the way it was paid: what is left of the payment at most. */
export const onlinePartOf = (amountFen: number, { paidFen, returnedFen }: { paidFen: number; returnedFen: number }): number =>
  Math.max(0, Math.min(amountFen, paidFen - returnedFen))

/** Orders of one donor that wait to be paid at a time. */
export const mostOwnOrders = 5
