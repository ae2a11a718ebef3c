import { randomBytes } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context, Steps } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { Charge } from '../../contract.ts'
import { findLastCharge, findLiveCharge } from '../../queries/charges/charge-rows.ts'
import { lockGift, type HeldGift } from '../../queries/gifts/lock-gift.ts'
import { expiryOf, isAskedAgain } from '../../rules/charges.ts'
import { askForCode, findOnlineOf, type NotedOrder } from '../steps/ask-for-code.ts'

/**
 * Asks a channel for the money of a drafted gift: the donor scans a code. While one may still be paid, that one is shown again. The order is noted, the
 * channel asked, and its answer noted: the gift is locked while none of them waits for the other.
 */
export async function openCharge(steps: Steps, input: { id: string; version: number }): Promise<Charge> {
  const begun = await steps.run((context) => noteOrder(context, input))
  if ('known' in begun) return begun.known
  const codeUrl = await askForCode(begun)
  const charge = await steps.run((context) => noteAnswer(context, { chargeId: begun.chargeId, giftId: input.id, codeUrl }))
  if (charge === undefined) throw new Refusal('GATEWAY_SILENT')
  return charge
}

async function noteOrder(context: Context, input: { id: string; version: number }): Promise<{ known: Charge } | NotedOrder> {
  mustWriteGifts(context.actor)
  const { now } = context
  const held = await lockGift(context, { step: 'update', ...input })
  if (held.form !== 'money') throw new Refusal('NOT_MONEY')
  const live = await findLiveCharge(context, held.id)
  if (live !== undefined && live.status !== 'asked') return { known: live }
  // Whoever asked first may still wait for the answer; one that went away is followed under the same number.
  if (live !== undefined && !isAskedAgain(live.askedAt, now)) throw new Refusal('CHARGE_BEING_ASKED')
  const online = await findOnlineOf(context)
  if (online?.merchant.bookId !== held.bookId) throw new Refusal('ONLINE_NOT_SET_UP')
  const { channel } = online
  const { amountFen } = held
  if (live === undefined) return { channel, amountFen, ...await addCharge(context, held, channel.kind) }
  await context.tx.updateTable('charity.charges').set({ askedAt: now }).where('cityId', '=', context.actor.cityId).where('id', '=', live.id).execute()
  return { channel, amountFen, chargeId: live.id, number: live.number, expiresAt: new Date(live.expiresAt) }
}

async function addCharge(
  context: Context, held: HeldGift, channel: string,
): Promise<{ chargeId: string; number: string; expiresAt: Date }> {
  const { tx, actor, now } = context
  const [chargeId, number, expiresAt] = [newId(), randomBytes(16).toString('hex'), expiryOf(now)]
  await tx.insertInto('charity.charges').values({
    cityId: actor.cityId, id: chargeId, scopeCode: held.scopeCode, giftId: held.id, channel, number, amountFen: String(held.amountFen), codeUrl: null,
    status: 'asked', expiresAt, askedAt: now, madeBy: actor.accountId, madeName: actor.personName, createdAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'charge.opened', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, details: { channel, amountFen: held.amountFen },
  })
  return { chargeId, number, expiresAt }
}

/** The charge as it stands now; undefined where the channel gave no code. A payment that was said meanwhile stays. */
async function noteAnswer(
  context: Context, { chargeId, giftId, codeUrl }: { chargeId: string; giftId: string; codeUrl: string | undefined },
): Promise<Charge | undefined> {
  await context.tx.updateTable('charity.charges').set(codeUrl === undefined ? { status: 'closed' } : { status: 'open', codeUrl })
    .where('cityId', '=', context.actor.cityId).where('id', '=', chargeId).where('status', '=', 'asked').execute()
  const charge = await findLastCharge(context, giftId)
  return charge?.id === chargeId ? charge : undefined
}
