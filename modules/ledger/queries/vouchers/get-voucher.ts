import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInLedger, mustReadBooks } from '../../access.ts'
import type { Voucher, VoucherRow } from '../../contract.ts'
import { isMadeByClosing } from '../../rules/posting.ts'
import { areLinesTyped, isSamePerson, mayFollow, waitsForSecond, type VoucherStep } from '../../rules/voucher-steps.ts'
import { ofVisibleBooks } from '../load-book.ts'
import { readNamedLines } from './voucher-lines.ts'
import { voucherColumns } from './voucher-rows.ts'

type Record = VoucherRow & {
  bookName: string; unitName: string; isGathered: boolean; reversesId: string | null; reversedById: string | null; commitmentId: string | null
  commitmentLabel: string | null; returnReason: string | null; madeBy: string | null; reviewedBy: string | null
}

/** One voucher with its lines and papers, and what the caller may do with it now. */
export async function getVoucher(context: Context, input: { id: string }): Promise<Voucher> {
  mustReadBooks(context.actor)
  const record = await findRecord(context, input.id)
  const [lines, papers] = await Promise.all([readNamedLines(context, record.id), readPapers(context, record.id)])
  const { madeBy, reviewedBy, ...voucher } = record
  return { ...voucher, lines, papers, may: mayDo(context, { ...record, madeBy, reviewedBy }) }
}

async function findRecord(context: Context, id: string): Promise<Record> {
  const { tx, actor } = context
  const { rows } = await sql<Record>`
    select ${voucherColumns}, b.name as book_name, u.name as unit_name, v.is_gathered, v.reverses_id,
      (select r.id from ledger.vouchers r where r.city_id = ${actor.cityId} and r.reverses_id = v.id and r.status <> 'discarded') as reversed_by_id,
      v.commitment_id, c.label as commitment_label, v.return_reason, v.made_by, v.reviewed_by
      from ledger.vouchers v join ledger.books b on b.city_id = v.city_id and b.id = v.book_id
      join organization.published_units u on u.city_id = b.city_id and u.id = b.unit_id
      left join ledger.commitments c on c.city_id = v.city_id and c.id = v.commitment_id
     where v.city_id = ${actor.cityId} and v.id = ${id} and ${ofVisibleBooks(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

async function readPapers({ tx, actor }: Context, voucherId: string): Promise<Voucher['papers']> {
  return tx.selectFrom('ledger.attachments').select(['id', 'title', 'extension']).where('cityId', '=', actor.cityId)
    .where('voucherId', '=', voucherId).where('removedAt', 'is', null).orderBy('attachedAt').orderBy('id').execute()
}

function mayDo({ actor }: Context, voucher: Record): Voucher['may'] {
  const may = (step: VoucherStep, permission: string) => mayFollow(step, voucher.status) && mayInLedger(actor, permission)
  return {
    edit: may('edit', 'voucher.make') && areLinesTyped(voucher), submit: may('submit', 'voucher.make'), discard: may('discard', 'voucher.make'),
    review: may('review', 'voucher.review') && !isSamePerson('review', voucher, actor.accountId),
    post: may('post', 'voucher.post') && !isSamePerson('post', voucher, actor.accountId),
    return: voucher.status === 'submitted' ? may('return', 'voucher.review') : may('return', 'voucher.post'),
    reverse: may('reverse', 'voucher.make') && !voucher.isGathered && voucher.reversesId === null && !voucher.isReversed && !isMadeByClosing(voucher.kind),
    countersign: may('countersign', 'voucher.review') && waitsForSecond(voucher) && !isSamePerson('review', voucher, actor.accountId),
    attach: may('attach', 'voucher.attach'),
  }
}
