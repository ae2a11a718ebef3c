import type { Status } from '../contract.ts'

/** How far a referral has come. */
const steps: Readonly<Record<Status, number>> = { draft: 0, sent: 1, accepted: 2, rejected: 3, revoked: 3, done: 3 }

/**
 * Which row follows the other; undefined when they agree. A sender who revokes is obeyed unless all is done or was rejected before:
 * the child's data must close. Otherwise the receiver is ahead and the sender follows.
 */
export function mirrorOf(sender: Status, receiver: Status): { to: 'sender' | 'receiver' } | undefined {
  if (sender === receiver) return undefined
  if (sender === 'revoked') return receiver === 'done' || receiver === 'rejected' ? { to: 'sender' } : { to: 'receiver' }
  return steps[receiver] > steps[sender] ? { to: 'sender' } : undefined
}
