import type { Actor } from '#platform/access/actor.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReferrals } from '../access.ts'
import type { Referral, SendingObstacle } from '../contract.ts'
import { findActObstacle, findSendingObstacle, isEnclosureOpen } from '../rules/acting.ts'
import { hasSharingConsent } from './find-target.ts'
import { loadReferral, type HeldReferral } from './lock-referral.ts'
import { getReferralRow } from './referral-rows.ts'

/** One referral as this party sees it, masked, with what the caller may do now. */
export async function getReferral(context: Context, input: { id: string }): Promise<Referral> {
  mustReadReferrals(context.actor)
  const [held, row] = await Promise.all([loadReferral(context, input.id), getReferralRow(context, input.id)])
  const { childId, fields, accessDays, openUntil, overrideName, overrideAnswer } = held
  const waitsFor = await findWait(context, held)
  return { ...row, childId, fields, accessDays, openUntil, overrideName, overrideAnswer, waitsFor, may: mayNow(context, held, waitsFor) }
}

/** Asked of a draft only: the same rule that would refuse its sending. */
async function findWait(context: Context, held: HeldReferral): Promise<SendingObstacle | null> {
  if (held.status !== 'draft' || held.childId === null) return null
  return findSendingObstacle({ hasConsent: await hasSharingConsent(context, held.childId), overrideStatus: held.overrideStatus }) ?? null
}

function mayNow({ actor, today }: Context, held: HeldReferral, waitsFor: SendingObstacle | null): Referral['may'] {
  const has = (permission: string) => actor.permissions.has(permission)
  const can = (act: 'decide' | 'send' | 'revoke' | 'answer' | 'finish') => findActObstacle(act, held) === undefined
  return {
    decide: has('referral.approve') && held.overrideStatus === 'pending' && held.authorId !== actor.accountId && can('decide'),
    send: has('referral.send') && can('send') && waitsFor === null, revoke: has('referral.send') && can('revoke'),
    answer: has('referral.answer') && can('answer'), finish: has('referral.answer') && can('finish'),
    open: mayOpen(actor, held, today), print: has('referral.send') && held.isToBody && held.sentOn !== null && held.status !== 'revoked',
  }
}

function mayOpen(actor: Actor, held: HeldReferral, today: string): boolean {
  if (held.sealedEnclosure === null && held.sealedAnswer === null && held.sealedResult === null) return false
  if (held.party === 'sender') return actor.permissions.has('referral.send') || actor.permissions.has('referral.approve')
  return actor.permissions.has('referral.answer') && (isEnclosureOpen(held, today) || held.sealedAnswer !== null || held.sealedResult !== null)
}
