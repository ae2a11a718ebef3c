import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { ImportRecord } from '../../queries/find-import.ts'
import type { ImportKind, MadeRecord } from '../../queries/import-kind.ts'
import { forgetProgress, noteProgress } from '../../queries/progress.ts'
import { readImportRows } from '../../queries/read-import-rows.ts'
import { findProblems, insertMadeRows, replaceBadRows, withoutBad } from './import-rows.ts'

/** Rows between two notes of progress. */
const batchSize = 1000

/**
 * Writes all rows without problems in this transaction: all or nothing. The rows are checked once more, because others may have
 * registered the same people since the preview.
 */
export async function commitRows(context: Context, row: ImportRecord, kind: ImportKind): Promise<ImportRecord> {
  const rows = await readImportRows(context, row, kind)
  const problems = await findProblems(context, kind, rows)
  const good = withoutBad(rows, problems)
  const badCount = await replaceBadRows(context, row, problems)
  const made: MadeRecord[] = []
  try {
    for (let done = 0; done < good.length; done += batchSize) {
      noteProgress(row.id, { done, total: good.length })
      const batch = await kind.commitRows(context, good.slice(done, done + batchSize), row.id)
      await insertMadeRows(context, row, batch)
      made.push(...batch)
    }
    const rest = await kind.comparison?.commitRest(context, row.id) ?? []
    await insertMadeRows(context, row, rest)
    made.push(...rest)
  } finally {
    forgetProgress(row.id)
  }
  const changedCount = made.filter(({ before }) => before !== undefined).length
  const createdCount = made.length - changedCount
  await recordAudit(context, {
    verb: 'import.committed', subjectKind: 'import', subjectId: row.id, scopeCode: row.scopeCode.padStart(18, '0'),
    details: { kind: kind.code, createdCount, changedCount, badCount },
  })
  return context.tx.updateTable('imports.imports').set({
    state: 'committed', createdCount, changedCount, badCount, rowCount: rows.length, failure: null, committedAt: context.now, version: row.version + 1,
  }).where('cityId', '=', row.cityId).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow()
}
