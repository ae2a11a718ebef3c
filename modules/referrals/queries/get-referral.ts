import type { Actor } from '#platform/access/actor.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadReferrals } from '../access.ts'
import type { Referral } from '../contract.ts'
import { findActObstacle, isEnclosureOpen } from '../rules/acting.ts'
import { loadReferral, type HeldReferral } from './lock-referral.ts'
import { getReferralRow } from './referral-rows.ts'

/** One referral as this party sees it, masked, with what the caller may do now. */
export async function getReferral(context: Context, input: { id: string }): Promise<Referral> {
  mustReadReferrals(context.actor)
  const [held, row] = await Promise.all([loadReferral(context, input.id), getReferralRow(context, input.id)])
  const { childId, fields, accessDays, openUntil, overrideName } = held
  return { ...row, childId, fields, accessDays, openUntil, overrideName, may: mayNow(context, held) }
}

function mayNow({ actor, today }: Context, held: HeldReferral): Referral['may'] {
  const has = (permission: string) => actor.permissions.has(permission)
  const can = (act: 'decide' | 'send' | 'revoke' | 'answer' | 'finish') => findActObstacle(act, held) === undefined
  return {
    decide: has('referral.approve') && held.overrideStatus === 'pending' && held.authorId !== actor.accountId && can('decide'),
    send: has('referral.send') && can('send'), revoke: has('referral.send') && can('revoke'),
    answer: has('referral.answer') && can('answer'), finish: has('referral.answer') && can('finish'),
    open: mayOpen(actor, held, today), print: has('referral.send') && held.isToBody && held.sentOn !== null && held.status !== 'revoked',
  }
}

function mayOpen(actor: Actor, held: HeldReferral, today: string): boolean {
  if (held.sealedEnclosure === null && held.sealedAnswer === null && held.sealedResult === null) return false
  if (held.party === 'sender') return actor.permissions.has('referral.send') || actor.permissions.has('referral.approve')
  return actor.permissions.has('referral.answer') && (isEnclosureOpen(held, today) || held.sealedAnswer !== null || held.sealedResult !== null)
}
