import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind } from '../../contract.ts'
import { mirrored, type Line } from '../../rules/dimensions.ts'
import { findReversalProblem } from '../../rules/posting.ts'
import type { JournalRequest, PostedJournal } from './journal-request.ts'
import { postJournals } from './post-journals.ts'

/** What is reversed, on which day, and what the reversal is called. */
export type Reversal = { journalId: string; key: string; datedOn: LocalDate; memo: string; source: string; sourceId?: string | null }

type Original = { id: string; kind: JournalKind; reversesId: string | null; commitmentId: string | null; isReversed: boolean; firstKey: string | null }
type OwnedLine = Line & { journalId: string }

/** Mirrors one journal; see `reverseJournals`. */
export async function reverseJournal(context: Context, { bookId, ...reversal }: Reversal & { bookId: string }): Promise<PostedJournal> {
  const [reversed] = await reverseJournals(context, { bookId, reversals: [reversal] })
  if (reversed === undefined) throw new Error('nothing was reversed')
  return reversed
}

/**
 * Mirrors every line of journals in red letters, each once, all or none. Whoever sends the same reversal again gets the first one; another one is refused,
 * and so is the reversal of a reversal. A payment of a commitment that is reversed is promised again.
 */
export async function reverseJournals(
  context: Context, { bookId, reversals }: { bookId: string; reversals: readonly Reversal[] },
): Promise<PostedJournal[]> {
  return postJournals(context, { bookId, requests: await reversalRequests(context, { bookId, reversals }) })
}

/** Reversals as entries that can be posted together with others. */
export async function reversalRequests(
  context: Context, { bookId, reversals }: { bookId: string; reversals: readonly Reversal[] },
): Promise<JournalRequest[]> {
  const of = { bookId, journalIds: reversals.map(({ journalId }) => journalId) }
  const [originals, lines] = await Promise.all([loadOriginals(context, of), loadLines(context, of)])
  return reversals.map((reversal) => {
    const original = originals.get(reversal.journalId)
    if (original === undefined) throw new Refusal('NOT_FOUND')
    const isSentAgain = original.firstKey === reversal.key
    const problem = isSentAgain ? undefined : findReversalProblem(original)
    if (problem !== undefined) throw new Refusal(problem.code, problem.data)
    return {
      key: reversal.key, datedOn: reversal.datedOn, kind: original.kind, memo: reversal.memo, lines: mirrored(lines.get(original.id) ?? []),
      reversesId: original.id, commitmentId: original.commitmentId, source: reversal.source, sourceId: reversal.sourceId ?? null,
    }
  })
}

type Asked = { bookId: string; journalIds: readonly string[] }

async function loadOriginals({ tx, actor }: Context, { bookId, journalIds }: Asked): Promise<Map<string, Original>> {
  const { rows } = await sql<Original>`
    select j.id, j.kind, j.reverses_id, j.commitment_id, r.id is not null as is_reversed, r.idempotency_key as first_key
      from ledger.journals j left join ledger.journals r on r.city_id = ${actor.cityId} and r.reverses_id = j.id
     where j.city_id = ${actor.cityId} and j.book_id = ${bookId} and j.id = any(${[...journalIds]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}

async function loadLines({ tx, actor }: Context, { bookId, journalIds }: Asked): Promise<Map<string, Line[]>> {
  const { rows } = await sql<OwnedLine>`
    select p.journal_id, p.memo, p.account_id, p.side, p.amount_fen::float8 as amount_fen, p.fund_id, p.project_id, p.project_label, p.cost_class, p.flow_item
      from ledger.postings p where p.city_id = ${actor.cityId} and p.book_id = ${bookId} and p.journal_id = any(${[...journalIds]}::uuid[])
     order by p.journal_id, p.seq`.execute(tx)
  const lines = new Map<string, Line[]>()
  for (const { journalId, ...line } of rows) lines.set(journalId, [...lines.get(journalId) ?? [], line])
  return lines
}
