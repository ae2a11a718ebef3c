import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInCharity, mustReadGifts } from '../../access.ts'
import type { Gift, GiftChange, GiftHandOut } from '../../contract.ts'
import { isLive } from '../../rules/charges.ts'
import { mayConfirm, mayFollowGift } from '../../rules/gifts.ts'
import { findLastCharge, listRefunds } from '../charges/charge-rows.ts'
import { findPartyCheck } from '../parties/find-party-check.ts'
import { giftColumns, giftJoins, giftRowOf, type GiftRecord } from './gift-rows.ts'

type GiftDetails = GiftRecord & Omit<Gift, keyof GiftRecord | 'changes' | 'handOuts' | 'charge' | 'refunds' | 'partyCheck' | 'may' | 'unitCode'> & {
  madeBy: string | null; quantityOfBatch: number | null
}

/** One gift with what happened to it, and what the caller may do. */
export async function getGift(context: Context, input: { id: string }): Promise<Gift> {
  const { tx, actor } = context
  mustReadGifts(actor)
  const [found, changes, handOuts, charge, partyCheck, refunds] = await Promise.all([
    sql<GiftDetails>`select ${giftColumns}, b.name as book_name, r.item, r.quantity, r.counted_in, r.value_basis, r.need_kind, r.wish, r.channel,
      r.bank_reference,
        r.trace_code, r.receipt_code, r.receipt_on, r.receipt_handler, r.made_name, r.confirmed_name, f.restriction, s.left_quantity,
        s.quantity as quantity_of_batch, r.made_by, r.agreement_id, m.title as agreement_title, r.instalment,
        r.campaign_id, k.name as campaign_name
      from charity.gifts r ${giftJoins(actor.cityId)}
      join ledger.published_books b on b.city_id = ${actor.cityId} and b.id = r.book_id
      left join charity.agreements m on m.city_id = ${actor.cityId} and m.id = r.agreement_id
      left join charity.campaigns k on k.city_id = ${actor.cityId} and k.id = r.campaign_id
      left join charity.batches s on s.city_id = ${actor.cityId} and s.gift_id = r.id
      where r.city_id = ${actor.cityId} and r.id = ${input.id}`.execute(tx),
    listGiftChanges(context, input.id), listHandOuts(context, input.id),
    findLastCharge(context, input.id), findPartyCheck(context, input.id), listRefunds(context, input.id),
  ])
  const [record] = found.rows
  if (record === undefined) throw new Refusal('NOT_FOUND')
  const { madeBy, quantityOfBatch, ...details } = record
  const wasMoved = changes.some(({ change }) => change === 'moved' || change === 'reduced')
  return {
    ...giftFieldsOf(details), changes, handOuts, charge: charge ?? null, partyCheck, refunds,
    may: mayDo(context, { ...details, madeBy, wasMoved, isTouched: details.leftQuantity !== quantityOfBatch,
      isWaiting: charge !== undefined && isLive(charge, context.now) }),
  }
}

const giftFieldsOf = ({ scopeCode, changedText, ...rest }: Omit<GiftDetails, 'madeBy' | 'quantityOfBatch'>) =>
  ({ ...rest, ...giftRowOf({ ...rest, scopeCode, changedText }) })

type Facts = Pick<Gift, 'status' | 'form' | 'leftQuantity'> & { madeBy: string | null; wasMoved: boolean; isTouched: boolean; isWaiting: boolean }

function mayDo({ actor }: Context, { status, form, leftQuantity, madeBy, wasMoved, isTouched, isWaiting }: Facts): Gift['may'] {
  const [writes, confirms] = [mayInCharity(actor, 'gift.write'), mayInCharity(actor, 'gift.confirm')]
  const isBooked = status === 'confirmed' && form !== 'service'
  return {
    update: writes && !isWaiting && mayFollowGift('update', status), discard: writes && !isWaiting && mayFollowGift('discard', status),
    charge: writes && form === 'money' && mayFollowGift('update', status),
    confirm: confirms && !isWaiting && mayFollowGift('confirm', status) && mayConfirm(madeBy, actor.accountId),
    correct: confirms && isBooked && !wasMoved && !isTouched,
    move: confirms && isBooked && form === 'money', refund: confirms && mayFollowGift('refund', status) && !isTouched,
    receipt: writes && mayFollowGift('receipt', status), handOut: writes && isBooked && (leftQuantity ?? 0) > 0,
    trace: status === 'confirmed' || status === 'refunded', thank: status === 'confirmed' && mayInCharity(actor, 'donor.open'),
  }
}

async function listGiftChanges({ tx, actor }: Context, giftId: string): Promise<GiftChange[]> {
  const { rows } = await sql<GiftChange>`
    select c.id, c.change, c.on_day, c.amount_fen::float8 as amount_fen, f.name as fund_name, c.reason, c.consent_form, c.consent_on, c.changed_name
      from charity.gift_changes c join ledger.published_funds f on f.city_id = ${actor.cityId} and f.id = c.fund_id
     where c.city_id = ${actor.cityId} and c.gift_id = ${giftId} order by c.id`.execute(tx)
  return rows
}

async function listHandOuts({ tx, actor }: Context, giftId: string): Promise<GiftHandOut[]> {
  const { rows } = await sql<GiftHandOut>`
    select h.id, h.on_day, h.quantity, h.value_fen::float8 as amount_fen, coalesce(u.name, h.to_unit_code) as unit_name, h.child_count as children,
      h.household_count as households, h.handed_name
      from charity.hand_outs h left join organization.published_units u on u.city_id = ${actor.cityId} and u.id = h.to_unit_id
     where h.city_id = ${actor.cityId} and h.gift_id = ${giftId} order by h.on_day, h.id`.execute(tx)
  return rows
}
