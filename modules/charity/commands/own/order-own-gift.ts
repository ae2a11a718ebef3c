import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context, Steps } from '#platform/http/context.ts'
import { mustActAsDonor } from '../../access.ts'
import type { OwnCharge, OwnOrder } from '../../contract.ts'
import { findOwnCharge } from '../../queries/own/own-charges.ts'
import { expiryOf, mostOwnOrders, patienceSeconds } from '../../rules/charges.ts'
import { askForCode, findOnlineOf, type NotedOrder } from '../steps/ask-for-code.ts'

type Answer = {
  answer: 'made' | 'known' | 'waiting' | 'too-many' | 'no-donor' | 'no-fund'; giftId: string; chargeId: string; number: string; expiresAt: Date
}

/**
 * A donor gives: its own gift is drafted with a charge, the channel asked for the code, the answer noted. The same amount for the same fund asked again is
 * the same order. Who the donor is the database knows by the account.
 */
export async function orderOwnGift(steps: Steps, input: OwnOrder): Promise<OwnCharge> {
  const begun = await steps.run((context) => noteOrder(context, input))
  if ('known' in begun) return begun.known
  const codeUrl = await askForCode(begun)
  const charge = await steps.run((context) => noteAnswer(context, begun.chargeId, codeUrl))
  if (charge === undefined || codeUrl === undefined) throw new Refusal('GATEWAY_SILENT')
  return charge
}

const refusals = {
  'waiting': 'CHARGE_BEING_ASKED', 'too-many': 'TOO_MANY_ORDERS', 'no-donor': 'NOT_LINKED', 'no-fund': 'FUND_NOT_SHOWN',
} as const

async function noteOrder(context: Context, { fundId, amount }: OwnOrder): Promise<{ known: OwnCharge } | NotedOrder> {
  mustActAsDonor(context.actor)
  const { tx, now, today } = context
  const { rows: shown } = await sql`select 1 from charity.published_funds p where p.city_id = ${context.actor.cityId} and p.id = ${fundId}`.execute(tx)
  if (shown.length === 0) throw new Refusal('NOT_FOUND')
  const online = await findOnlineOf(context)
  if (online === undefined) throw new Refusal('ONLINE_NOT_SET_UP')
  const { rows: [row] } = await sql<Answer>`select * from access.order_own_gift(${online.merchant.bookId}::uuid, ${fundId}::uuid, ${amount}::bigint,
    ${newId()}::uuid, ${newId()}::uuid, ${randomBytes(16).toString('hex')}, ${now}::timestamptz, ${today}::date, ${expiryOf(now)}::timestamptz,
    make_interval(secs => ${patienceSeconds}::int), ${mostOwnOrders}::int)`.execute(tx)
  if (row === undefined) throw new Error('the order was not answered')
  const { answer, giftId, chargeId, number, expiresAt } = row
  if (answer === 'known') return { known: await mustFindOwnCharge(context, chargeId) }
  if (answer !== 'made') throw new Refusal(refusals[answer])
  await recordAudit(context, {
    verb: 'charge.opened', subjectKind: 'gift', subjectId: giftId, details: { channel: online.channel.kind, amountFen: amount, isOwn: true },
  })
  return { channel: online.channel, chargeId, number, amountFen: amount, expiresAt }
}

async function noteAnswer(context: Context, chargeId: string, codeUrl: string | undefined): Promise<OwnCharge | undefined> {
  const { tx, now, today } = context
  await sql`select access.note_own_charge(${chargeId}::uuid, ${codeUrl ?? null}, ${today}::date, ${now}::timestamptz)`.execute(tx)
  return findOwnCharge(context, chargeId)
}

async function mustFindOwnCharge(context: Context, chargeId: string): Promise<OwnCharge> {
  const charge = await findOwnCharge(context, chargeId)
  if (charge === undefined) throw new Error('the charge that was found is gone')
  return charge
}
