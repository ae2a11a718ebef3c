import { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import { download, type DownloadRoute } from '#platform/http/module.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { mustImport } from '../access.ts'
import type { ImportKinds } from '../queries/import-kind.ts'

/** An empty workbook with the right headings and one example row, which an import passes over. */
export const templateWorkbook = (kinds: ImportKinds): DownloadRoute => download({
  path: '/import-template', operationId: 'downloadTemplate', summary: '下载导入模板', query: z.object({ kind: z.string().max(40) }),
  run: async (context, query) => {
    const kind = kinds.get(query.kind)
    if (kind === undefined) throw new Refusal('NOT_FOUND')
    mustImport(context.actor, kind)
    const columns = kind.columns.map(({ key, title, required }) => ({ key, title: required ? `*${title}` : title, width: 18 }))
    const example = Object.fromEntries(kind.columns.map((column) => [column.key, column.example]))
    return {
      fileName: `${kind.title}导入模板.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: writeRows({ title: `${kind.title}（带*的必填；第三行是示例，导入时会跳过）`, sheetName: kind.title.slice(0, 30), columns, rows: [example] }),
    }
  },
})
