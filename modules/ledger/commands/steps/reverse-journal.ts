import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind } from '../../contract.ts'
import { mirrored, type Line } from '../../rules/dimensions.ts'
import { findReversalProblem } from '../../rules/posting.ts'
import type { PostedJournal } from './journal-request.ts'
import { postJournal } from './post-journals.ts'

/** What is reversed, on which day, and what the reversal is called. */
export type Reversal = {
  bookId: string; journalId: string; key: string; datedOn: LocalDate; memo: string; source: string; sourceId?: string | null
}

type Original = { kind: JournalKind; reversesId: string | null; commitmentId: string | null; isReversed: boolean; firstKey: string | null }

/**
 * Mirrors every line of a journal in red letters, once. Whoever sends the same reversal again gets the first one; another one is refused,
 * and so is the reversal of a reversal. A payment of a commitment that is reversed is promised again.
 */
export async function reverseJournal(context: Context, reversal: Reversal): Promise<PostedJournal> {
  const { bookId, journalId } = reversal
  const [original, lines] = await Promise.all([loadOriginal(context, { bookId, journalId }), loadLines(context, { bookId, journalId })])
  const isSentAgain = original.firstKey === reversal.key
  const problem = isSentAgain ? undefined : findReversalProblem(original)
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
  return postJournal(context, {
    bookId, key: reversal.key, datedOn: reversal.datedOn, kind: original.kind, memo: reversal.memo, lines: mirrored(lines), reversesId: journalId,
    commitmentId: original.commitmentId, source: reversal.source, sourceId: reversal.sourceId ?? null,
  })
}

async function loadOriginal({ tx, actor }: Context, { bookId, journalId }: { bookId: string; journalId: string }): Promise<Original> {
  const { rows } = await sql<Original>`
    select j.kind, j.reverses_id, j.commitment_id, r.id is not null as is_reversed, r.idempotency_key as first_key
      from ledger.journals j left join ledger.journals r on r.city_id = ${actor.cityId} and r.reverses_id = j.id
     where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.id = ${journalId}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

async function loadLines({ tx, actor }: Context, { bookId, journalId }: { bookId: string; journalId: string }): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select p.memo, p.account_id, p.side, p.amount_fen::float8 as amount_fen, p.fund_id, p.project_id, p.project_label, p.cost_class, p.flow_item
      from ledger.postings p where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.journal_id = ${journalId} order by p.seq`.execute(tx)
  return rows
}
