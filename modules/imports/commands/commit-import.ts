import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { importOf, lockImport } from '../queries/find-import.ts'
import type { ImportKinds } from '../queries/import-kind.ts'
import { commitRows } from './steps/commit-rows.ts'

/** Up to so many rows the answer waits for the import; above it the import runs in the background and tells its progress. */
export const rowsOfARequest = 2000

/** Imports the rows without problems. */
export async function commitImport(context: Context, input: { id: string }, kinds: ImportKinds): Promise<Import> {
  const { row, kind } = await lockImport(context, input.id, kinds)
  mustImport(context.actor, kind)
  if (row.state !== 'checked') throw new Refusal('WRONG_STATE')
  if (row.fileKey === null) throw new Refusal('FILE_GONE')
  if (row.badCount !== null && row.badCount >= row.rowCount) throw new Refusal('NOTHING_TO_IMPORT')
  const undecided = await kind.comparison?.countUndecided(context, row.id) ?? 0
  if (undecided > 0) throw new Refusal('ROWS_UNDECIDED', { undecided })
  if (row.rowCount <= rowsOfARequest) return importOf(await commitRows(context, row, kind))
  const { actor } = context
  const waiting = await context.tx.updateTable('imports.imports')
    .set({ state: 'committing', failure: null, accountId: actor.accountId, personName: actor.personName, roleCode: actor.roleCode, version: row.version + 1 })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow()
  await recordAudit(context, {
    verb: 'import.commit-requested', subjectKind: 'import', subjectId: row.id, scopeCode: row.scopeCode.padStart(18, '0'), details: { kind: kind.code } })
  return importOf(waiting)
}
