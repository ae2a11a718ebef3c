import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { importOf, lockImport, type ImportRecord } from '../queries/find-import.ts'
import type { ImportKinds, MadeRecord } from '../queries/import-kind.ts'

type Kept = { rowNumber: number; why: string }

/** Takes an import back. Records changed or used since are left, and named. */
export async function undoImport(context: Context, input: { id: string }, kinds: ImportKinds): Promise<Import & { kept: Kept[] }> {
  const { row, kind } = await lockImport(context, input.id, kinds)
  mustImport(context.actor, kind)
  if (row.state !== 'committed') throw new Refusal('WRONG_STATE')
  const made = await listMade(context, row)
  const { kept } = await kind.undoRows(context, made)
  await markRows(context, row, kept)
  const undoneCount = made.length - kept.length
  const undone = await context.tx.updateTable('imports.imports')
    .set({ state: 'undone', undoneCount, undoneAt: context.now, version: row.version + 1 })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow()
  await recordAudit(context, {
    verb: 'import.undone', subjectKind: 'import', subjectId: row.id, scopeCode: row.scopeCode.padStart(18, '0'),
    details: { kind: kind.code, undoneCount, keptCount: kept.length },
  })
  return { ...importOf(undone), kept }
}

async function listMade({ tx, actor }: Context, row: ImportRecord): Promise<MadeRecord[]> {
  const rows = await tx.selectFrom('imports.importRows').select(['rowNumber', 'recordId', 'recordVersion', 'before'])
    .where('cityId', '=', actor.cityId).where('importId', '=', row.id).where('state', '=', 'created').orderBy('rowNumber').execute()
  return rows.flatMap(({ rowNumber, recordId, recordVersion, before }) => (recordId === null ? [] : [{
    rowNumber, recordId, version: recordVersion ?? 1, ...(before === null ? {} : { before: before as Record<string, unknown> }) }]))
}

async function markRows({ tx, actor }: Context, row: ImportRecord, kept: readonly Kept[]): Promise<void> {
  await sql`update imports.import_rows r set state = case when k.why is null then 'undone' else 'kept' end, why = k.why
    from imports.import_rows made
    left join json_to_recordset(${JSON.stringify(kept)}::json) as k ("rowNumber" int, why text) on k."rowNumber" = made.row_number
    where made.city_id = ${actor.cityId} and made.import_id = ${row.id} and made.state = 'created'
      and r.city_id = ${actor.cityId} and r.import_id = made.import_id and r.row_number = made.row_number`.execute(tx)
}
