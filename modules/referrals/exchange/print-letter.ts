import { fileFieldLabels } from '../rules/fields.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import type { Download } from '#platform/http/module.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustSendReferrals } from '../access.ts'
import type { ReferralRow } from '../contract.ts'
import { loadReferral } from '../queries/lock-referral.ts'
import { openSealedEnclosure, type SealedEnclosure } from '../queries/referral-key.ts'
import { getReferralRow } from '../queries/referral-rows.ts'

/** The letter to an outside body, with the chosen fields and nothing else; printing it is a disclosure and recorded as one. */
export async function printLetter(context: Context, input: { id: string }): Promise<Download> {
  mustSendReferrals(context.actor)
  const [held, row] = await Promise.all([loadReferral(context, input.id), getReferralRow(context, input.id)])
  const enclosure = openSealedEnclosure(context, held, held.sealedEnclosure)
  if (!held.isToBody || held.sentOn === null || held.status === 'revoked' || enclosure === null) throw new Refusal('NOT_FOUND')
  await recordAudit(context, {
    verb: 'referral-letter.printed', subjectKind: 'child', ...(held.childId === null ? {} : { subjectId: held.childId }), scopeCode: held.scopeCode,
    details: { referralId: held.referralId, toBodyId: held.toBodyId, fields: held.fields },
  })
  const bytes = await renderPlainReport({ title: '儿童转介函', blocks: bodyOf(row, enclosure), signedBy: row.fromUnitName, signedOn: held.sentOn })
  return {
    fileName: `转介函${held.sentOn}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: (async function* () { yield bytes })(),
  }
}

function bodyOf(row: Pick<ReferralRow, 'toName' | 'answerDueOn' | 'childLabel' | 'authorName'>, enclosure: SealedEnclosure): Block[] {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
  const rows = fileFieldLabels(enclosure.file ?? {})
  return [
    paragraph(`${row.toName}：`),
    paragraph(`现将一名儿童（${row.childLabel}）转介贵单位，请予支持。${sentence(enclosure.need)}`),
    ...(enclosure.summary === '' ? [] : [paragraph(`情况摘要：${sentence(enclosure.summary)}`)]),
    ...(rows.length === 0 ? [] : [{ kind: 'table', head: ['项目', '内容'], rows } satisfies Block]),
    paragraph(`请${row.answerDueOn === null ? '' : `于${formatChinese(row.answerDueOn)}前`}答复是否接收。以上信息仅限办理本次转介使用，请依法保密，用毕妥善销毁。`),
    paragraph(`本单位联系人：${row.authorName}    电话：`),
    paragraph('答复：□ 接收    □ 不接收，原因：'),
    paragraph('经办人：            电话：            日期：'),
  ]
}

/** As written, closed by a full stop where the writer left it out. */
const sentence = (text: string): string => (/[。！？.!?；…]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)
