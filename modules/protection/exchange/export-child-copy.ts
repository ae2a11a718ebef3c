import { z } from 'zod'
import { CHILD_ERASED } from '#modules/children/contract.ts'
import { childFiles } from '#modules/children/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { writeRows } from '#platform/sheets/write-stream.ts'
import { mustDecideRights } from '../access.ts'
import { openRightsRequest } from '../queries/get-rights-request.ts'
import { findGoingOn } from '../queries/find-going-on.ts'
import { listWorkLines } from '../queries/list-work-lines.ts'
import { copyLines, workLines, type CopyLine } from '../rules/copy-lines.ts'
import { sendDocument } from './send-document.ts'

const query = z.object({ id })

/** The approval that the yes gave may have ended before the week was over: with the file, or because it was taken back. */
const errors = {
  ACCESS_REQUIRED: { status: 403, message: '制作副本的查阅许可已经结束（例如档案已经结束）：请重新登记一件权利请求，同意后再制作。' }, CHILD_ERASED,
}

/** The copy of everything kept about a child, on paper. */
export const exportChildCopyDocument = download({
  path: '/rights-requests/copy.docx', operationId: 'exportChildCopyDocument', summary: '儿童个人信息副本（文书）', query, errors, run: writeDocument,
})

/** The same as a workbook, to be read by a machine. */
export const exportChildCopyWorkbook = download({
  path: '/rights-requests/copy.xlsx', operationId: 'exportChildCopyWorkbook', summary: '儿童个人信息副本（表格）', query, errors, run: writeWorkbook,
})

async function writeDocument(context: Context, input: { id: string }): Promise<Download> {
  mustDecideRights(context.actor)
  const lines = await copyOf(context, input.id)
  const bytes = await renderPlainReport({
    title: '未成年人个人信息副本', signedBy: context.actor.unit.name, signedOn: context.today,
    blocks: [{ kind: 'table', head: ['类别', '项目', '内容'], rows: lines.map(({ group, name, value }) => [group, name, value]) }],
  })
  return sendDocument(bytes, `个人信息副本${context.today}.docx`)
}

async function writeWorkbook(context: Context, input: { id: string }): Promise<Download> {
  mustDecideRights(context.actor)
  const lines = await copyOf(context, input.id)
  const body = writeRows({
    title: '未成年人个人信息副本', sheetName: '个人信息副本', rows: (async function* () { yield* lines })(),
    columns: [{ key: 'group', title: '类别', width: 14 }, { key: 'name', title: '项目', width: 16 }, { key: 'value', title: '内容', width: 60 }],
  })
  return { fileName: `个人信息副本${context.today}.xlsx`, contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body }
}

/** Opens the whole file for a granted request; the opening and the copy are both recorded. */
async function copyOf(context: Context, requestId: string): Promise<CopyLine[]> {
  const request = await openRightsRequest(context, requestId)
  if (!request.mayCopy) throw new InvalidInput([{ path: ['id'], message: '副本由作出决定的负责人在同意查阅或复制后的七天内制作' }])
  const childId = await findGoingOn(context, request.childId)
  const work = await listWorkLines(context, childId)
  const copy = await childFiles.copy(context, { childId, purpose: 'rights' })
  await recordAudit(context, {
    verb: 'child-copy.exported', subjectKind: 'child', subjectId: request.childId, scopeCode: request.scopeCode, reason: '儿童或监护人请求复制',
    details: { requestId: request.id },
  })
  return [...copyLines(copy), ...workLines(work)]
}
