import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustDecideRights } from '../access.ts'
import type { RightsRequest } from '../contract.ts'
import { openRightsRequest } from '../queries/get-rights-request.ts'
import { refusalReasonNames, rightsKindNames } from '../rules/words.ts'
import { sendDocument } from './send-document.ts'

/** The written answer, to be signed and handed over. */
export const exportRightsReply = download({
  path: '/rights-requests/reply.docx', operationId: 'exportRightsReply', summary: '权利请求书面答复', query: z.object({ id }), run: writeReply,
})

async function writeReply(context: Context, input: { id: string }): Promise<Download> {
  mustDecideRights(context.actor)
  const request = await openRightsRequest(context, input.id)
  if (request.status === 'open') throw new InvalidInput([{ path: ['id'], message: '请先作出决定，再制作书面答复' }])
  await recordAudit(context, {
    verb: 'rights-reply.exported', subjectKind: 'rights-request', subjectId: request.id, scopeCode: request.scopeCode, reason: '制作书面答复',
    details: { childId: request.childId },
  })
  const bytes = await renderPlainReport({
    title: '关于未成年人个人信息权利请求的答复', blocks: replyBlocks(request), signedBy: request.unitName, signedOn: request.decidedOn ?? context.today,
  })
  return sendDocument(bytes, `权利请求答复${request.decidedOn ?? ''}.docx`)
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })

/** The words of the answer: what was asked, what was decided, on what ground, and where to complain. */
export function replyBlocks(request: RightsRequest): Block[] {
  const kind = rightsKindNames[request.kind]
  const reason = request.refusalReason === null ? '' : `理由：${refusalReasonNames[request.refusalReason]}。`
  return [
    paragraph(`${request.requesterName ?? '申请人'}：`),
    paragraph(`您于${formatChinese(request.receivedOn)}提出的${kind}未成年人个人信息的请求收悉。经审核，现答复如下：`),
    paragraph(request.result === 'granted' ? `同意您${kind}所请求的个人信息。` : `对您${kind}个人信息的请求不予办理。${reason}`),
    ...(request.reply === null ? [] : [paragraph(request.reply)]),
    paragraph('依据：《中华人民共和国个人信息保护法》第四十五条至第四十七条、第五十条，《未成年人网络保护条例》第三十四条。'),
    paragraph('如对本答复有异议，可以向上一级关心下一代工作委员会或者网信部门投诉，也可以依法向人民法院提起诉讼。'),
  ]
}
