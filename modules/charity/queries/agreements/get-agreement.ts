import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInCharity, mustReadGifts } from '../../access.ts'
import type { Agreement } from '../../contract.ts'
import { mayFollowAgreement } from '../../rules/agreements.ts'
import { findPartyCheck } from '../parties/find-party-check.ts'
import { agreementColumns, agreementJoins, agreementRowOf, listInstalments, type AgreementRecord } from './agreement-rows.ts'

type AgreementDetails = AgreementRecord & Pick<Agreement, 'bookId' | 'bookName' | 'purpose' | 'endedOn' | 'endReason'>

/** One agreement with its instalments and what came of each. */
export async function getAgreement(context: Context, input: { id: string }): Promise<Agreement> {
  const { tx, actor } = context
  mustReadGifts(actor)
  const { rows: [record] } = await sql<AgreementDetails>`select ${agreementColumns}, r.purpose, r.ended_on, r.end_reason, f.book_id, b.name as book_name
    from charity.agreements r ${agreementJoins(context)} join ledger.published_books b on b.city_id = ${actor.cityId} and b.id = f.book_id
    where r.city_id = ${actor.cityId} and r.id = ${input.id}`.execute(tx)
  if (record === undefined) throw new Refusal('NOT_FOUND')
  const [instalments, gifts] = [await listInstalments(context, record), await listGiftsOf(context, record.id)]
  const { bookId, bookName, purpose, endedOn, endReason } = record
  const mayWrite = mayInCharity(actor, 'gift.write')
  return {
    ...agreementRowOf(record), bookId, bookName, purpose, endedOn, endReason, instalments, gifts,
    partyCheck: await findPartyCheck(context, record.id),
    may: {
      update: mayWrite && mayFollowAgreement('update', record.status) && gifts.every(({ status }) => status === 'discarded'),
      end: mayWrite && mayFollowAgreement('end', record.status), give: mayWrite && record.status === 'open', print: mayInCharity(actor, 'donor.open'),
    },
  }
}

async function listGiftsOf({ tx, actor }: Context, agreementId: string): Promise<Agreement['gifts']> {
  const { rows } = await sql<Agreement['gifts'][number]>`select g.id, g.instalment as seq, g.amount_fen::float8 as amount_fen, g.status, g.received_on
    from charity.gifts g where g.city_id = ${actor.cityId} and g.agreement_id = ${agreementId} order by g.instalment, g.id`.execute(tx)
  return rows
}
