import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import type { Cell } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustReadIncidents } from '../access.ts'
import type { Incident } from '../contract.ts'
import { loadIncident } from '../queries/get-incident.ts'
import { fieldNames, incidentKindNames } from '../rules/words.ts'
import { sendDocument } from './send-document.ts'

/** The record of an incident on paper; it names no child. */
export const exportIncident = download({
  path: '/incidents/record.docx', operationId: 'exportIncident', summary: '信息安全事件记录', query: z.object({ id }), run: writeIncident,
})

async function writeIncident(context: Context, input: { id: string }): Promise<Download> {
  mustReadIncidents(context.actor)
  const incident = await loadIncident(context, input.id)
  await recordAudit(context, { verb: 'incident.exported', subjectKind: 'incident', subjectId: incident.id, scopeCode: incident.scopeCode })
  const bytes = await renderPlainReport({
    title: '未成年人个人信息安全事件记录', signedBy: incident.unitName, signedOn: context.today, blocks: [{ kind: 'table', head: ['项目', '内容'], rows: rowsOf(incident) }],
  })
  return sendDocument(bytes, `信息安全事件记录${context.today}.docx`)
}

const minuteOf = (at: Date | null): string => (
  at === null ? '未登记' : `${dayInChina(at)} ${at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })}`)

function rowsOf(incident: Incident): Cell[][] {
  return [
    ['事件', incident.title], ['类别', incidentKindNames[incident.kind]], ['发生单位', incident.unitName], ['发现时间', minuteOf(incident.foundAt)],
    ['涉及信息', incident.fields.map((field) => fieldNames[field]).join('、') || '没有打开档案内容，只看了隐去身份的卡片'],
    ['涉及未成年人', `${incident.childrenCount}人`], ['经过', incident.cause],
    ['处置措施', incident.measures || '未登记'], ['向主管部门报告', `${incident.authorityName ?? ''} ${minuteOf(incident.authorityToldAt)}`.trim()],
    ['报告期限', minuteOf(incident.authorityDueAt)], ['告知监护人', `${minuteOf(incident.guardiansToldAt)} ${incident.guardiansNote ?? ''}`.trim()],
    ['告知期限', minuteOf(incident.guardiansDueAt)], ['登记人', incident.recordedName],
    ['办结', incident.closedAt === null ? '未办结' : `${minuteOf(incident.closedAt)} ${incident.closedName ?? ''}：${incident.closingNote ?? ''}`],
  ]
}
