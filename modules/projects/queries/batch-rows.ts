import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { BatchRow, ListedAward } from '../contract.ts'
import { openPayee, payeeHashOf, type RowKey } from './row-key.ts'

/** A batch as the database gives it for a list. */
export type BatchRecord = Omit<BatchRow, 'unitCode'> & { scopeCode: string; changedText: string }

/** Columns of a batch in a list; `r` is the batch. */
export const batchColumns = sql`r.id, r.scope_code::text as scope_code, u.name as unit_name, r.book_id, b.name as book_name, r.fund_id,
  f.name as fund_name, r.title, r.status, r.rows_count, r.total_fen::float8 as total_fen, r.made_name, r.submitted_on, r.approved_on, r.settled_on,
  r.version, r.updated_at::text as changed_text`

/** What a list of batches is joined with. */
export const batchJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  join ledger.published_books b on b.city_id = r.city_id and b.id = r.book_id
  join ledger.published_funds f on f.city_id = r.city_id and f.id = r.fund_id`

/** A record as it crosses the wire. */
export const batchRowOf = ({ scopeCode, changedText: _text, ...rest }: BatchRecord): BatchRow => ({ ...rest, unitCode: codeOfScope(scopeCode) })

/** One row as lists show it; not found outside the range. */
export async function getBatchRow({ tx, actor }: Context, id: string): Promise<BatchRow> {
  const { rows } = await sql<BatchRecord>`select ${batchColumns} from projects.batches r ${batchJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return batchRowOf(rows[0])
}

/** The list of a batch, masked, in its order; what an earlier batch was told by a bank is not shown as of this one. */
export async function listRowsOf(context: Context, batchId: string): Promise<ListedAward[]> {
  const { tx, actor } = context
  const { rows } = await sql<Omit<ListedAward, 'isPayeeCorrected'> & Frozen>`select a.id, a.wrapped_key, a.sealed_payee, x.payee_hash,
    x.seq, x.award_id, a.label, a.kind, coalesce(k.name, a.kind) as kind_name, u.name as unit_name,
    a.payee_label, a.account_tail,
      x.amount_fen::float8 as amount_fen, x.findings, x.answer, x.outcome, x.outcome_on, case when x.outcome = 'failed' then a.refusal_kind end as refusal_kind
    from projects.batch_rows x
    join projects.awards a on a.city_id = x.city_id and a.id = x.award_id
    join organization.published_units u on u.city_id = a.city_id and u.id = a.unit_id
    left join projects.award_kinds k on k.code = a.kind and k.valid_from <= a.applied_on and (k.valid_until is null or k.valid_until >= a.applied_on)
    where x.city_id = ${actor.cityId} and x.batch_id = ${batchId} order by x.seq`.execute(tx)
  return rows.map(({ id, wrappedKey, sealedPayee, payeeHash, ...row }) => (
    { ...row, isPayeeCorrected: isOther(context, { id, wrappedKey, sealedPayee, payeeHash, outcome: row.outcome }) }))
}

type Frozen = RowKey & { sealedPayee: Buffer | null; payeeHash: Buffer | null }

/** Whether the award has another payee by now than the list was frozen with, as where a bank refused it. */
function isOther(context: Context, { payeeHash, outcome, sealedPayee, ...of }: Frozen & Pick<ListedAward, 'outcome'>): boolean {
  if (payeeHash === null || (outcome !== 'failed' && outcome !== 'returned')) return false
  const payee = openPayee(context, of, sealedPayee)
  return payee !== null && !payeeHashOf(context, payee).equals(payeeHash)
}
