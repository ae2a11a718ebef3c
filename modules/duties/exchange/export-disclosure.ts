import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { mustReadDuties } from '../access.ts'
import { fieldsOf } from '../queries/disclosures/get-disclosure.ts'
import { loadDisclosure, type HeldDisclosure } from '../queries/disclosures/disclosure-rows.ts'
import { loadBody } from '../queries/bodies.ts'
import { documentFile, sheetType } from './files.ts'

const Query = z.object({ id, format: z.enum(['docx', 'xlsx']).default('docx') })

/** The document of a disclosure with the fields of the rule: as prepared, else as the records fill it today. */
export const exportDisclosure = download({
  path: '/disclosure-document', operationId: 'exportDisclosure', summary: '导出信息公开文稿', query: Query,
  run: async (context, query) => {
    mustReadDuties(context.actor)
    const held = await loadDisclosure(context, query.id)
    const fields = await fieldsOf(context, held)
    await recordAudit(context, {
      verb: 'disclosure.exported', subjectKind: 'disclosure', subjectId: held.id, scopeCode: held.scopeCode, details: { format: query.format },
    })
    return query.format === 'docx' ? asDocument(context, held, fields) : asWorkbook(held, fields)
  },
})

type Fields = readonly { name: string; text: string }[]

async function asDocument(context: Context, held: HeldDisclosure, fields: Fields): Promise<Download> {
  const { name } = await loadBody(context, held.bookId)
  const bytes = await renderPlainReport({
    title: held.title, blocks: [{ kind: 'table', head: ['项目', '内容'], rows: fields.map((field) => [field.name, field.text]) }], signedBy: name,
    signedOn: context.today,
  })
  return documentFile(held.title, bytes)
}

const asWorkbook = (held: HeldDisclosure, fields: Fields): Download => ({
  fileName: `${held.title}.xlsx`, contentType: sheetType,
  body: writeRows({
    title: held.title, sheetName: '信息公开', columns: [{ key: 'name', title: '项目', width: 36 }, { key: 'text', title: '内容', width: 80 }], rows: [...fields],
  }),
})
