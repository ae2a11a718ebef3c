import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind, NewLine, VoucherStatus } from '../../contract.ts'
import type { HeldVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { columnTotal, type Line } from '../../rules/dimensions.ts'
import { findPeriodProblem, monthOf } from '../../rules/posting.ts'

type Change = Partial<{
  datedOn: LocalDate; month: number; number: number; status: VoucherStatus; summary: string; totalFen: number; paperCount: number; commitmentId: string | null
  madeBy: string | null; madeName: string; reviewedBy: string | null; reviewedName: string | null; postedBy: string | null; postedName: string | null
  postedAt: Date; returnReason: string | null
}>

/** Writes a step of a voucher's life; its version goes on. */
export async function writeVoucher({ tx, actor, now }: Context, voucher: { id: string; version: number }, change: Change): Promise<void> {
  await tx.updateTable('ledger.vouchers').set({ ...change, version: voucher.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', voucher.id).execute()
}

/** A voucher that begins. */
export type Begun = {
  id: string; bookId: string; scopeCode: string; datedOn: LocalDate; kind: JournalKind; status: VoucherStatus; paperCount: number; lines: readonly Line[]
  isGathered?: boolean; reversesId?: string | null; commitmentId?: string | null
}

/** Begins a voucher in the name of the actor. */
export async function insertVoucher(context: Context, begun: Begun): Promise<void> {
  const { tx, actor, now } = context
  const { lines, ...row } = begun
  await tx.insertInto('ledger.vouchers').values({
    cityId: actor.cityId, ...row, month: monthOf(row.datedOn), summary: lines[0]?.memo ?? '', totalFen: columnTotal(lines, 'debit'),
    madeBy: actor.accountId === '' ? null : actor.accountId, madeName: actor.personName, createdAt: now, updatedAt: now,
  }).execute()
  await insertLines(context, { voucherId: begun.id, scopeCode: begun.scopeCode, lines })
}

/** Puts these lines in place of those a draft had. */
export async function replaceLines(context: Context, voucher: HeldVoucher, lines: readonly Line[]): Promise<void> {
  const { tx, actor } = context
  await tx.deleteFrom('ledger.voucherLines').where('cityId', '=', actor.cityId).where('voucherId', '=', voucher.id).execute()
  await insertLines(context, { voucherId: voucher.id, scopeCode: voucher.scopeCode, lines })
}

async function insertLines(
  { tx, actor }: Context, { voucherId, scopeCode, lines }: { voucherId: string; scopeCode: string; lines: readonly Line[] },
): Promise<void> {
  if (lines.length === 0) return
  await tx.insertInto('ledger.voucherLines').values(lines.map((line, index) => ({ cityId: actor.cityId, voucherId, seq: index + 1, scopeCode,
    ...line }))).execute()
}

/** Lines as they were typed, signed: debit positive, credit negative; a project by the label the books know it by. */
export async function typedLines(context: Context, { bookId, lines, before = [] }: Typed): Promise<Line[]> {
  const labels = await findLabels(context, { bookId, before, ids: [...new Set(lines.flatMap(({ projectId }) => projectId ?? []))] })
  return lines.map((line) => ({
    memo: line.memo, accountId: line.accountId, side: line.side, amountFen: line.side === 'debit' ? line.amount : -line.amount, fundId: line.fundId ?? null,
    projectId: line.projectId ?? null, projectLabel: labels.get(line.projectId ?? '') ?? null, costClass: line.costClass ?? null,
    flowItem: line.flowItem ?? null,
  }))
}

/** What was typed, and the lines it takes the place of: a project that ended meanwhile may stay where it was. */
type Typed = { bookId: string; lines: readonly NewLine[]; before?: readonly Line[] }

async function findLabels(
  { tx, actor }: Context, { bookId, ids, before }: { bookId: string; ids: readonly string[]; before: readonly Line[] },
): Promise<Map<string, string>> {
  const labels = new Map(before.flatMap(({ projectId, projectLabel }) => (projectId === null || projectLabel === null ? [] : [[projectId, projectLabel]])))
  const known = ids.length === 0 ? [] : await tx.selectFrom('ledger.projectNames').select(['id', 'label', 'isOpen']).where('cityId', '=', actor.cityId)
    .where('bookId', '=', bookId).where('id', 'in', [...ids]).execute()
  if (known.length < ids.length) throw new Refusal('NOT_OF_THESE_BOOKS')
  for (const { id, label, isOpen } of known) {
    if (!isOpen && !labels.has(id)) throw new Refusal('PROJECT_ENDED')
    if (isOpen) labels.set(id, label)
  }
  return labels
}

/** Refuses a month into which nothing can be entered, and accounts, funds or a commitment of other books. */
export async function mustFitBooks(
  context: Context, { book, datedOn, lines, commitmentId }: {
    book: { id: string; status: 'open' | 'closed' }; datedOn: LocalDate; lines: readonly Line[]; commitmentId: string | null
  },
): Promise<void> {
  const { tx, actor } = context
  const of = { cityId: actor.cityId, bookId: book.id }
  const period = await tx.selectFrom('ledger.periods').select('status').where('cityId', '=', of.cityId).where('bookId', '=', of.bookId)
    .where('month', '=', monthOf(datedOn)).executeTakeFirst()
  const problem = findPeriodProblem(datedOn, { bookStatus: book.status, periodStatus: period?.status as 'open' | 'closed' | undefined })
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
  const found = async (table: 'ledger.accounts' | 'ledger.funds' | 'ledger.commitments', ids: readonly string[]): Promise<boolean> => {
    if (ids.length === 0) return true
    const rows = await tx.selectFrom(table).select('id').where('cityId', '=', of.cityId).where('bookId', '=', of.bookId).where('id', 'in', [...ids]).execute()
    return rows.length === ids.length
  }
  const isOurs = await found('ledger.accounts', [...new Set(lines.map(({ accountId }) => accountId))])
    && await found('ledger.funds', [...new Set(lines.flatMap(({ fundId }) => fundId ?? []))])
    && await found('ledger.commitments', commitmentId === null ? [] : [commitmentId])
  if (!isOurs) throw new Refusal('NOT_OF_THESE_BOOKS')
}

/** Records a step of a voucher. */
export async function recordVoucher(
  context: Context, voucher: { id: string; scopeCode: string; bookId: string; month: number },
  { verb, reason, details = {} }: { verb: string; reason?: string; details?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(context, {
    verb, subjectKind: 'voucher', subjectId: voucher.id, scopeCode: voucher.scopeCode, ...reason === undefined ? {} : { reason },
    details: { bookId: voucher.bookId, month: voucher.month, ...details },
  })
}
