import { createHash } from 'node:crypto'
import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { sendPrepared } from '#platform/database/prepared.ts'
import { given, statement } from '#platform/database/statement.ts'
import { constraintOf, TryAgain } from '#platform/database/transaction.ts'
import type { Context } from '#platform/http/context.ts'
import { groundOf, readPostingGround, type BooksGround, type KnownJournal } from '../../queries/posting-ground.ts'
import { columnTotal, costClassOf, restrictionOf } from '../../rules/dimensions.ts'
import { findPostingProblem, findShapeProblem, monthOf } from '../../rules/posting.ts'
import { drawMoney } from './draw-money.ts'
import type { FreshJournal, JournalRequest, PostedJournal } from './journal-request.ts'

/** Posts one entry in the transaction of the caller, who has checked that the actor may; see `postJournals`. */
export async function postJournal(context: Context, { bookId, ...request }: JournalRequest & { bookId: string }): Promise<PostedJournal> {
  const [posted] = await postJournals(context, { bookId, requests: [request] })
  if (posted === undefined) throw new Error('nothing was posted')
  return posted
}

/**
 * Posts entries of one set of books, all or none. Who has several posts them together: the balances of restricted funds are locked
 * once, in their order, so that posters never wait for each other in a circle.
 */
export async function postJournals(
  context: Context, { bookId, requests }: { bookId: string; requests: readonly JournalRequest[] },
): Promise<PostedJournal[]> {
  for (const { lines } of requests) refuse(findShapeProblem(lines))
  const asked = requests.map(freshOf)
  const ground = await readPostingGround(context, {
    bookId, months: [...new Set(asked.map(({ month }) => month))], accountIds: idsOf(asked, 'accountId'), fundIds: idsOf(asked, 'fundId'),
    keys: asked.map(({ key }) => key),
  })
  if (ground === undefined) throw new Refusal('NOT_FOUND')
  const known: Known = new Map(ground.known.map((journal) => [journal.key, journal]))
  const fresh = asked.filter((request) => !isKnown(known, request))
  for (const request of fresh) refuse(findPostingProblem(request, groundOf(ground, request)))
  // What is only written leaves as one statement with the commit. Where money is taken, the keys are claimed before the balances are judged: whoever sends
  // the same again meanwhile waits for the key, and learns that it was posted.
  insertJournals(context, { bookId, ground, journals: fresh })
  await drawMoney(context, { bookId, ground, journals: fresh })
  insertLines(context, { bookId, ground, journals: fresh })
  await tellAudit(context, { ground, journals: fresh })
  return asked.map(({ key, id }) => ({ id: known.get(key)?.id ?? id, isReplay: known.has(key) }))
}

function refuse(problem: { code: string; data?: Record<string, unknown> } | undefined): void {
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
}

function freshOf(request: JournalRequest): FreshJournal {
  const { key: _key, ...body } = request
  return { ...request, id: newId(), kind: request.kind ?? 'ordinary', month: monthOf(request.datedOn),
    hash: createHash('sha256').update(canonical(body)).digest() }
}

/** The same text for the same body, in whatever order its fields stand; what is absent and what is null are the same. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const fields = Object.entries(value).filter(([, part]) => part !== undefined && part !== null).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`).join(',')}}`
}

const idsOf = (requests: readonly FreshJournal[], of: 'accountId' | 'fundId'): string[] =>
  [...new Set(requests.flatMap(({ lines }) => lines.flatMap((line) => line[of] ?? [])))]

type Known = ReadonlyMap<string, KnownJournal>

function isKnown(known: Known, { key, hash }: FreshJournal): boolean {
  const first = known.get(key)
  if (first === undefined) return false
  if (first.hash !== hash.toString('hex')) throw new Refusal('KEY_REUSED')
  return true
}

type Work = { bookId: string; ground: BooksGround; journals: readonly FreshJournal[] }

const journalColumns = {
  id: 'uuid', month: 'int', dated_on: 'date', kind: 'text', memo: 'text', key: 'text', hash: 'text', line_count: 'int', reverses_id: 'uuid',
  commitment_id: 'uuid', source: 'text', source_id: 'uuid',
} as const

/** Writes the journals themselves, keys in their order. A key that somebody else posts at this moment is waited for, and then known. */
function insertJournals({ tx, actor, now }: Context, { bookId, ground, journals }: Work): void {
  if (journals.length === 0) return
  const rows = journals.map((journal) => ({
    id: journal.id, month: journal.month, dated_on: journal.datedOn, kind: journal.kind, memo: journal.memo, key: journal.key,
    hash: journal.hash.toString('hex'), line_count: journal.lines.length, reverses_id: journal.reversesId ?? null,
    commitment_id: journal.commitmentId ?? null, source: journal.source, source_id: journal.sourceId ?? null,
  }))
  sendPrepared(tx, statement`
    insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count, reverses_id,
      commitment_id, source, source_id, posted_by, posted_name, posted_at)
    select ${actor.cityId}::int, r.id, ${ground.scopeCode}::bigint, ${bookId}::uuid, r.month, r.dated_on, r.kind, r.memo, r.key, decode(r.hash, 'hex'),
      r.line_count, r.reverses_id, r.commitment_id, r.source, r.source_id, ${actor.accountId === '' ? null : actor.accountId}::uuid, ${actor.personName}::text,
      ${now}::timestamptz
      from ${given('r', journalColumns, rows)} order by r.key`, explainJournals)
}

function explainJournals(error: unknown): unknown {
  switch (constraintOf(error)) {
    case 'journals_key_key': return new TryAgain('two posted under one key at the same moment')
    case 'journals_reverses_key': return new Refusal('REVERSED_BEFORE')
    case 'journals_commitment_fkey': return new Refusal('NOT_OF_THESE_BOOKS')
    default: return error
  }
}

const lineColumns = {
  journal_id: 'uuid', seq: 'int', month: 'int', dated_on: 'date', kind: 'text', account_id: 'uuid', side: 'text', amount_fen: 'bigint', memo: 'text',
  fund_id: 'uuid', restriction: 'text', project_id: 'uuid', project_label: 'text', cost_class: 'text', flow_item: 'text',
} as const

/** The lines leave with the commit; nobody waits for them. */
function insertLines({ tx, actor, installation }: Context, { bookId, ground, journals }: Work): void {
  if (journals.length === 0) return
  const rows = journals.flatMap((journal) => journal.lines.map((line, index) => {
    const account = ground.accounts.get(line.accountId)
    if (account === undefined) throw new Error('a line without account')
    const fund = line.fundId === null ? undefined : ground.funds.get(line.fundId)
    return {
      journal_id: journal.id, seq: index + 1, month: journal.month, dated_on: journal.datedOn, kind: journal.kind, account_id: line.accountId, side: line.side,
      amount_fen: line.amountFen, memo: line.memo, fund_id: line.fundId, restriction: restrictionOf(account, fund), project_id: line.projectId,
      project_label: line.projectLabel, cost_class: costClassOf(account, line.costClass), flow_item: line.flowItem,
    }
  }))
  sendPrepared(tx, statement`
    insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo, fund_id, restriction,
      project_id, project_label, cost_class, flow_item, epoch)
    select ${actor.cityId}::int, r.journal_id, r.seq, ${ground.scopeCode}::bigint, ${bookId}::uuid, r.month, r.dated_on, r.kind, r.account_id, r.side,
      r.amount_fen,
      r.memo, r.fund_id, r.restriction, r.project_id, r.project_label, r.cost_class, r.flow_item, ${installation.epoch}::int
      from ${given('r', lineColumns, rows)}`)
}

async function tellAudit(context: Context, { ground, journals }: { ground: BooksGround; journals: readonly FreshJournal[] }): Promise<void> {
  const entries = journals.map((journal) => ({
    verb: journal.reversesId == null ? 'journal.posted' : 'journal.reversed', subjectKind: 'journal', subjectId: journal.id, scopeCode: ground.scopeCode,
    details: {
      month: journal.month, totalFen: columnTotal(journal.lines, 'debit'), source: journal.source, sourceId: journal.sourceId ?? null,
      reversesId: journal.reversesId ?? null,
    },
  }))
  const [only] = entries
  if (entries.length === 1 && only !== undefined) await recordAudit(context, only)
  else if (entries.length > 0) await recordAuditBatch(context, entries)
}
