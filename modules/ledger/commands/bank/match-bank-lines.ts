import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatchBankLines } from '../../access.ts'
import { isMovement, isOpenPosting } from '../../queries/bank/list-open-postings.ts'
import { loadMoneyAccount, type MoneyAccount } from '../../queries/bank/load-money-account.ts'
import { insertMatches, matchWaiting } from '../steps/match-waiting.ts'

type Chosen = { lineIds: readonly string[]; postings: readonly { journalId: string; seq: number }[] }
type Input = { bookId: string; accountId: string; lineIds?: string[] | undefined; postings?: { journalId: string; seq: number }[] | undefined }

/** Matches what somebody chose, several to one as well; without a choice rules look for what belongs together. */
export async function matchBankLines(context: Context, input: Input): Promise<{ matched: number }> {
  mustMatchBankLines(context.actor)
  const account = await loadMoneyAccount(context, { ...input, duty: 'bank' })
  const isChosen = input.lineIds !== undefined || input.postings !== undefined
  const matched = isChosen
    ? await matchChosen(context, account, { lineIds: [...new Set(input.lineIds ?? [])], postings: input.postings ?? [] }) : await matchWaiting(context, account)
  await recordAudit(context, {
    verb: 'bank-lines.matched', subjectKind: 'book', subjectId: account.bookId, scopeCode: account.scopeCode,
    details: { account: account.code, matched, isByRule: !isChosen },
  })
  return { matched }
}

async function matchChosen(context: Context, account: MoneyAccount, { lineIds, postings }: Chosen): Promise<number> {
  const keys = [...new Set(postings.map(({ journalId, seq }) => `${journalId}/${seq}`))]
  if (lineIds.length === 0 || keys.length === 0) throw new Refusal('NOTHING_CHOSEN')
  const [lines, ours] = [await lockLines(context, account, lineIds), await readPostings(context, account, postings)]
  if (lines.length < lineIds.length || ours.length < keys.length) throw new Refusal('NOT_FOUND')
  if ([...lines, ...ours].some(({ isMatched }) => isMatched)) throw new Refusal('MATCHED_BEFORE')
  const total = (rows: readonly { amountFen: number }[]) => rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  if (total(lines) !== total(ours)) throw new Refusal('UNEQUAL', { linesFen: total(lines), postingsFen: total(ours) })
  await insertMatches(context, account, { found: [{ lineIds: [...lineIds], postingKeys: keys }], isByRule: false })
  return lines.length
}

type Seen = { amountFen: number; isMatched: boolean }

/** Lines of the account; locked, so that two people do not match one line twice. */
async function lockLines({ tx, actor }: Context, { id }: MoneyAccount, lineIds: readonly string[]): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select l.amount_fen::float8 as amount_fen, l.match_id is not null as is_matched from ledger.bank_lines l
     where l.city_id = ${actor.cityId} and l.account_id = ${id} and l.id = any(${[...lineIds]}::uuid[]) order by l.id for update of l`.execute(tx)
  return rows
}

async function readPostings({ tx, actor }: Context, { id }: MoneyAccount, postings: Chosen['postings']): Promise<Seen[]> {
  const { rows } = await sql<Seen>`
    select distinct p.journal_id, p.seq, p.amount_fen::float8 as amount_fen, not ${isOpenPosting(actor.cityId)} as is_matched
      from unnest(${postings.map(({ journalId }) => journalId)}::uuid[], ${postings.map(({ seq }) => seq)}::int[]) n(journal_id, seq)
      join ledger.postings p on p.city_id = ${actor.cityId} and p.journal_id = n.journal_id and p.seq = n.seq and p.account_id = ${id}
     where ${isMovement}`.execute(tx)
  return rows
}
