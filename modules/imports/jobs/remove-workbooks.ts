import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { workbookStore } from '../queries/workbook-store.ts'

const keptMillis = 30 * 86_400_000

/** Uploaded workbooks are full of personal data: after thirty days they are removed, committed or not. */
export const removeWorkbooks: JobDefinition = { name: 'remove-workbooks', schedule: '10 3 * * *', run: removeOld }

async function removeOld(context: Context): Promise<void> {
  const { tx, actor, now } = context
  const rows = await tx.selectFrom('imports.imports').select(['id', 'fileKey', 'rowsKey']).where('cityId', '=', actor.cityId)
    .where('fileKey', 'is not', null).where('uploadedAt', '<', new Date(now.getTime() - keptMillis)).limit(1000).execute()
  const store = await workbookStore(context)
  for (const { id, fileKey, rowsKey } of rows) {
    await Promise.all([fileKey, rowsKey].flatMap((key) => (key === null ? [] : [store.remove(key)])))
    await tx.updateTable('imports.imports').set({ fileKey: null, rowsKey: null }).where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  }
}
