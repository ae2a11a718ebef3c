import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download, type DownloadRoute } from '#platform/http/module.ts'
import { annotateWorkbook } from '#platform/sheets/annotate.ts'
import { findImport } from '../queries/find-import.ts'
import type { ImportKinds } from '../queries/import-kind.ts'
import { readSheetProblems } from '../queries/list-import-problems.ts'
import { readStored } from '../queries/workbook-store.ts'

const Query = z.object({ id })

/** The user's own workbook with the reason beside and in a comment of every bad row. */
export const annotatedWorkbook = (kinds: ImportKinds): DownloadRoute => download({
  path: '/import-workbook', operationId: 'downloadAnnotated', summary: '下载标明问题的原表', query: Query,
  run: (context, query) => writeAnnotated(context, query.id, kinds),
})

async function writeAnnotated(context: Context, importId: string, kinds: ImportKinds): Promise<Download> {
  const { row } = await findImport(context, importId, kinds)
  if (row.fileKey === null) throw new Refusal('NOT_FOUND')
  const [original, problems] = await Promise.all([readStored(context, row.fileKey), readSheetProblems(context, row)])
  const isImported = row.state === 'committed' || row.state === 'undone'
  const bytes = await annotateWorkbook(original, row.sheetName, problems, {
    headerRowNumber: row.headerRow, ...(row.badCount === null ? {} : { goodRowText: isImported ? '已导入' : '可以导入' }) })
  const isText = row.fileName.endsWith('.csv')
  return {
    fileName: row.fileName.replace(/(\.[a-z]+)$/, '（标明问题）$1'), body: once(bytes),
    contentType: isText ? 'text/csv; charset=utf-8' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
