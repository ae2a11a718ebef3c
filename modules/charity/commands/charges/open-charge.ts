import { randomBytes } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustWriteGifts } from '../../access.ts'
import type { Charge } from '../../contract.ts'
import type { PaymentChannel } from '../../exchange/channels/channel.ts'
import { listChannels } from '../../exchange/channels/list-channels.ts'
import { findLastCharge, findLiveCharge } from '../../queries/charges/charge-rows.ts'
import { lockGift } from '../../queries/gifts/lock-gift.ts'

/** Minutes in which a donor may pay what was asked. */
const chargeMinutes = 30

/** Asks a channel for the money of a drafted gift: the donor scans a code. While one may still be paid, that one is shown again. */
export async function openCharge(context: Context, input: { id: string; version: number }): Promise<Charge> {
  const { installation, actor, now } = context
  mustWriteGifts(actor)
  const held = await lockGift(context, { step: 'update', ...input })
  if (held.form !== 'money') throw new Refusal('NOT_MONEY')
  const known = await findLiveCharge(context, held.id)
  if (known !== undefined) return known
  const { merchant, channels } = await listChannels({ dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now })
  const channel = channels.find(({ isByHand }) => !isByHand)
  if (merchant === undefined || channel?.askFor === undefined || merchant.bookId !== held.bookId) throw new Refusal('ONLINE_NOT_SET_UP')
  const [number, expiresAt] = [randomBytes(16).toString('hex'), new Date(now.getTime() + chargeMinutes * 60_000)]
  const codeUrl = await askOrRefuse(channel.askFor, { number, amountFen: held.amountFen, description: '公益捐赠', expiresAt })
  const id = newId()
  await context.tx.insertInto('charity.charges').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, giftId: held.id, channel: channel.kind, number, amountFen: String(held.amountFen), codeUrl,
    status: 'open', expiresAt, madeBy: actor.accountId, madeName: actor.personName, createdAt: now,
  }).execute()
  await recordAudit(context, {
    verb: 'charge.opened', subjectKind: 'gift', subjectId: held.id, scopeCode: held.scopeCode, details: { channel: channel.kind, amountFen: held.amountFen },
  })
  const made = await findLastCharge(context, held.id)
  if (made === undefined) throw new Error('the charge that was made is gone')
  return made
}

/** A gateway that is silent, refuses or is not believed is none of the donor's business: the words say what to do instead. */
async function askOrRefuse(askFor: NonNullable<PaymentChannel['askFor']>, request: Parameters<NonNullable<PaymentChannel['askFor']>>[0]): Promise<string> {
  try {
    return (await askFor(request)).codeUrl
  } catch {
    throw new Refusal('GATEWAY_SILENT')
  }
}
