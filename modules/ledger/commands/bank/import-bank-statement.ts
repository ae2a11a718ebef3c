import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { safeFileName } from '#platform/files/serve-headers.ts'
import type { Context } from '#platform/http/context.ts'
import type { Sheet } from '#platform/sheets/cells.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'
import { mustImportBankLines } from '../../access.ts'
import type { BankMapping } from '../../contract.ts'
import { forgetImport, noteImport, type ImportProgress } from '../../queries/bank/import-progress.ts'
import { loadMoneyAccount, type MoneyAccount } from '../../queries/bank/load-money-account.ts'
import { readLine, type ReadLine } from '../../rules/bank/lines.ts'
import { findTable } from '../steps/find-bank-table.ts'
import { insertBankLines } from '../steps/insert-bank-lines.ts'
import { matchWaiting } from '../steps/match-waiting.ts'

type Input = { bookId: string; accountId: string; file: File; mapping?: BankMapping | undefined }

/** Takes a statement file of a bank in, once, and lets rules match what they can. Nothing of it is kept where a line cannot be read. */
export async function importBankStatement(context: Context, input: Input): Promise<{ id: string; lineCount: number; matched: number }> {
  mustImportBankLines(context.actor)
  const account = await loadMoneyAccount(context, { ...input, duty: 'bank' })
  const tell = (step: ImportProgress['step'], done: number, total: number) => noteImport(context.actor.cityId, account.id, { step, done, total })
  await lockAccount(context, account)
  try {
    tell('reading', 0, 0)
    return await takeIn(context, account, { ...input, tell })
  } finally {
    forgetImport(context.actor.cityId, account.id)
  }
}

type Taken = Input & { tell: (step: ImportProgress['step'], done: number, total: number) => void }

async function takeIn(context: Context, account: MoneyAccount, { tell, ...input }: Taken): Promise<{ id: string; lineCount: number; matched: number }> {
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const hash = createHash('sha256').update(bytes).digest()
  await refuseFileBefore(context, account, hash)
  const rows = rowsOf(await readSheets(bytes))
  const table = await findTable(context, account, { rows, mapping: input.mapping })
  const lines = inOrder(readLines(rows.slice(table.rowIndex + 1), { mapping: table.mapping, firstRow: table.rowIndex + 2, today: context.today }))
  await refuseLinesBefore(context, account, lines)
  const id = newId()
  await insertStatement(context, account, { id, hash, fileName: safeFileName(input.file.name, /\.csv$/i.test(input.file.name) ? 'csv' : 'xlsx'), lines })
  await insertBankLines(context, account, { statementId: id, lines, onProgress: (done) => tell('writing', done, lines.length) })
  tell('matching', lines.length, lines.length)
  const matched = await matchWaiting(context, account)
  await recordAudit(context, {
    verb: 'bank-statement.imported', subjectKind: 'book', subjectId: account.bookId, scopeCode: account.scopeCode,
    details: { account: account.code, lineCount: lines.length, matched },
  })
  return { id, lineCount: lines.length, matched }
}

/** Two files of one account come in one after the other. */
async function lockAccount({ tx, actor }: Context, { id }: MoneyAccount): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger.bank ${actor.cityId} ${id}`}, 0))`.execute(tx)
}

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof SheetRefusal) throw new InvalidInput([{ path: ['file'], message: error.message }])
    throw error
  }
}

/** The sheet with the most rows, as texts; a hidden one only where there is no other. */
function rowsOf(sheets: readonly Sheet[]): string[][] {
  const shown = sheets.filter(({ hidden }) => !hidden)
  const [largest] = (shown.length > 0 ? shown : sheets).toSorted((one, other) => other.rows.length - one.rows.length)
  return (largest?.rows ?? []).map((cells) => cells.map(({ text }) => text))
}

const mostProblems = 20

type Below = { mapping: BankMapping; firstRow: number; today: string }

function readLines(rows: readonly (readonly string[])[], { mapping, firstRow, today }: Below): ReadLine[] {
  const [lines, problems]: [ReadLine[], { row: number; message: string }[]] = [[], []]
  for (const [index, cells] of rows.entries()) {
    const outcome = readLine(cells, mapping, today)
    if (outcome === undefined) continue
    if ('line' in outcome) lines.push(outcome.line)
    else problems.push({ row: firstRow + index, message: outcome.message })
  }
  if (problems.length > 0) throw new Refusal('LINES_UNREADABLE', { count: problems.length, problems: problems.slice(0, mostProblems) })
  if (lines.length === 0) throw new InvalidInput([{ path: ['file'], message: '文件里没有流水，请检查后重新选择文件' }])
  return lines
}

/** Oldest first: some banks write the newest line on top. */
function inOrder(lines: ReadLine[]): ReadLine[] {
  const [first, last] = [lines[0], lines.at(-1)]
  return first !== undefined && last !== undefined && first.bookedOn > last.bookedOn ? lines.toReversed() : lines
}

async function refuseFileBefore({ tx, actor }: Context, { id }: MoneyAccount, hash: Buffer): Promise<void> {
  const known = await tx.selectFrom('ledger.bankStatements').select('id')
    .where('cityId', '=', actor.cityId).where('accountId', '=', id).where('fileHash', '=', hash)
    .where('withdrawnAt', 'is', null).executeTakeFirst()
  if (known !== undefined) throw new Refusal('FILE_BEFORE')
}

/** A line is known again by day, amount, number and balance; one without number and balance cannot be. */
async function refuseLinesBefore({ tx, actor }: Context, { id }: MoneyAccount, lines: readonly ReadLine[]): Promise<void> {
  const tellable = lines.filter(({ reference, balanceFen }) => reference !== '' || balanceFen !== null)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from unnest(${tellable.map(({ bookedOn }) => bookedOn)}::date[], ${tellable.map(({ amountFen }) => amountFen)}::bigint[],
        ${tellable.map(({ reference }) => reference)}::text[], ${tellable.map(({ balanceFen }) => balanceFen)}::bigint[])
        n(booked_on, amount_fen, reference, balance_fen)
     where exists (select 1 from ledger.bank_lines l where l.city_id = ${actor.cityId} and l.account_id = ${id} and l.booked_on = n.booked_on
       and l.amount_fen = n.amount_fen and l.reference = n.reference and l.balance_fen is not distinct from n.balance_fen)`.execute(tx)
  if ((rows[0]?.count ?? 0) > 0) throw new Refusal('LINES_BEFORE', { count: rows[0]?.count ?? 0 })
}

type NewStatement = { id: string; hash: Buffer; fileName: string; lines: readonly ReadLine[] }

async function insertStatement({ tx, actor, now }: Context, account: MoneyAccount, { id, hash, fileName, lines }: NewStatement): Promise<void> {
  const days = lines.map(({ bookedOn }) => bookedOn).sort()
  await tx.insertInto('ledger.bankStatements').values({
    cityId: actor.cityId, id, scopeCode: account.scopeCode, bookId: account.bookId, accountId: account.id, fileHash: hash, fileName, lineCount: lines.length,
    fromOn: days[0] ?? '', untilOn: days.at(-1) ?? '', importedBy: actor.accountId, importedName: actor.personName, importedAt: now,
  }).execute()
}
