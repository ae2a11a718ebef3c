import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { ImportKind, ImportRow, MadeRecord, RowProblem } from '../../queries/import-kind.ts'
import type { ImportRecord } from '../../queries/find-import.ts'

const lostDigits = '这个号码在表格里存成了数字，末几位已经丢失；请把这一列设为“文本”，重新填写号码。'

/** What is wrong with the rows: what holds for any table, and what the kind knows. */
export async function findProblems(context: Context, kind: ImportKind, rows: readonly ImportRow[]): Promise<RowProblem[]> {
  const lost = rows.flatMap(({ rowNumber, precisionLost }) => precisionLost.map((key) => ({ rowNumber, key, message: lostDigits })))
  const missing = kind.columns.filter((column) => column.required).flatMap(({ key, title }) => rows
    .filter((row) => (row.values[key] ?? '') === '').map(({ rowNumber }) => ({ rowNumber, key, message: `请填写${title}。` })))
  const incomplete = new Set([...lost, ...missing].map(({ rowNumber }) => rowNumber))
  const found = await kind.checkRows(context, rows)
  const said = new Set([...lost, ...missing].map(({ rowNumber, key }) => `${rowNumber}:${key}`))
  return [...lost, ...missing, ...found.filter(({ rowNumber, key }) => !incomplete.has(rowNumber) || !said.has(`${rowNumber}:${key}`))]
}

/** The rows nothing is wrong with. */
export function withoutBad(rows: readonly ImportRow[], problems: readonly RowProblem[]): ImportRow[] {
  const bad = new Set(problems.map(({ rowNumber }) => rowNumber))
  return rows.filter(({ rowNumber }) => !bad.has(rowNumber))
}

/** Replaces the bad rows of an earlier check by those of this one. */
export async function replaceBadRows(context: Context, row: ImportRecord, problems: readonly RowProblem[]): Promise<number> {
  const { tx, actor } = context
  await tx.deleteFrom('imports.importRows').where('cityId', '=', actor.cityId).where('importId', '=', row.id).where('state', '=', 'bad').execute()
  const byRow = new Map<number, { key?: string; message: string }[]>()
  for (const { rowNumber, ...problem } of problems) byRow.set(rowNumber, [...(byRow.get(rowNumber) ?? []), problem])
  if (byRow.size === 0) return 0
  const rows = [...byRow].map(([number, found]) => ({ number, problems: found }))
  await sql`insert into imports.import_rows (city_id, import_id, row_number, scope_code, state, problems)
    select ${actor.cityId}::int, ${row.id}::uuid, r.number, ${row.scopeCode}::bigint, 'bad', r.problems
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (number int, problems jsonb)`.execute(tx)
  return byRow.size
}

/** Notes which record each row made or changed. */
export async function insertMadeRows({ tx, actor }: Context, row: ImportRecord, made: readonly MadeRecord[]): Promise<void> {
  if (made.length === 0) return
  await sql`insert into imports.import_rows (city_id, import_id, row_number, scope_code, state, record_id, record_version, before)
    select ${actor.cityId}::int, ${row.id}::uuid, r."rowNumber", ${row.scopeCode}::bigint, 'created', r."recordId", r.version, r.before
      from json_to_recordset(${JSON.stringify(made)}::json) as r ("rowNumber" int, "recordId" uuid, version int, before jsonb)`.execute(tx)
}
