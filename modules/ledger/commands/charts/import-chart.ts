import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { safeFileName } from '#platform/files/serve-headers.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBooks } from '../../access.ts'
import { readChartFile } from '../../exchange/charts/read-chart-file.ts'
import { getNextChart, hasEntriesFrom, readLeaves } from '../../queries/charts/chart-rows.ts'
import { loadBook, type HeldBook } from '../../queries/load-book.ts'
import { proposeSuccessor } from '../../rules/charts/conversion.ts'
import type { NewChartAccount } from '../../rules/charts/read-accounts.ts'
import { initialsOf } from '../steps/initials.ts'
import { emptyDraft } from './steps/empty-draft.ts'

type Input = { bookId: string; name: string; year: number; file: File }
type Made = { chartId: string; accounts: number; mapped: number }

/** Takes a chart from a workbook as a draft for the year it begins with; another draft is replaced. Old accounts are mapped by number and name. */
export async function importChart(context: Context, input: Input): Promise<Made> {
  mustManageBooks(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const validFrom = `${input.year}-01-01`
  const charts = await tx.selectFrom('ledger.charts').select(['id', 'status', 'validFrom']).where('cityId', '=', actor.cityId).where('bookId', '=', book.id)
    .orderBy('validFrom', 'desc').execute()
  if (charts.some((chart) => chart.status === 'valid' && chart.validFrom >= validFrom)) throw new Refusal('YEAR_TAKEN')
  if (await hasEntriesFrom(context, { bookId: book.id, day: validFrom })) throw new Refusal('YEAR_BEGUN')
  const accounts = await readChartFile(input.file)
  const draft = charts.find(({ status }) => status === 'draft')
  if (draft !== undefined) await emptyDraft(context, { chartId: draft.id })
  const chartId = newId()
  await tx.insertInto('ledger.charts').values({
    cityId: actor.cityId, id: chartId, scopeCode: book.scopeCode, bookId: book.id, name: input.name, validFrom,
    source: `workbook:${safeFileName(input.file.name, 'xlsx')}`.slice(0, 200), status: 'draft', createdAt: now,
  }).execute()
  await insertAccounts(context, { book, chartId, accounts })
  const mapped = await mapByName(context, { bookId: book.id, chartId })
  await recordAudit(context, {
    verb: 'chart.imported', subjectKind: 'book', subjectId: book.id, scopeCode: book.scopeCode,
    details: { name: input.name, year: input.year, accounts: accounts.length, mapped },
  })
  return { chartId, accounts: accounts.length, mapped }
}

type New = { book: HeldBook; chartId: string; accounts: readonly NewChartAccount[] }

async function insertAccounts({ tx, actor, now }: Context, { book, chartId, accounts }: New): Promise<void> {
  const ids = new Map(accounts.map(({ code }) => [code, newId()]))
  // Those above come first: a parent must be there before its child.
  const inOrder = accounts.toSorted((one, other) => one.code.length - other.code.length)
  await tx.insertInto('ledger.accounts').values(inOrder.map(({ parentCode, ...account }) => ({
    cityId: actor.cityId, id: ids.get(account.code) ?? newId(), scopeCode: book.scopeCode, bookId: book.id, chartId, ...account,
    parentId: parentCode === null ? null : ids.get(parentCode) ?? null, initials: initialsOf(account.name), createdAt: now,
  }))).execute()
}

/** Gives old accounts the successor their number and name say; how many. */
async function mapByName(context: Context, of: { bookId: string; chartId: string }): Promise<number> {
  const { tx, actor } = context
  const chart = await getNextChart(context, of)
  const next = await readLeaves(context, chart.id)
  let mapped = 0
  for (const old of await readLeaves(context, chart.beforeId)) {
    const found = proposeSuccessor(old, next)
    if (found === undefined) continue
    await tx.updateTable('ledger.accounts').set({ successorId: found.id, version: old.version + 1 })
      .where('cityId', '=', actor.cityId).where('id', '=', old.id).execute()
    mapped++
  }
  return mapped
}
