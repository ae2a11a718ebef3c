import { recordAudit } from '#platform/audit/record.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import type { Download } from '#platform/http/module.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustReadReports } from '../access.ts'
import type { Step } from '../contract.ts'
import { labelOfChild, openAccount, openClosing, readSteps, type ReportAccount } from '../commands/steps/read-report.ts'
import { listSituations } from '../queries/list-situations.ts'
import { lockReport, type LockedReport } from '../queries/lock-report.ts'
import { getReportRow } from '../queries/report-rows.ts'
import { momentOf } from '../rules/moments.ts'
import { resultWords, statusWords, stepWords } from '../rules/words.ts'

/** 强制报告表 for police, civil affairs or education: the matter and what was done, never who reported. Printing is recorded. */
export async function printReport(context: Context, input: { id: string }): Promise<Download> {
  mustReadReports(context.actor)
  const report = await lockReport(context, input.id)
  await recordAudit(context, { verb: 'mandatory-report.printed', subjectKind: 'mandatory-report', subjectId: report.id, scopeCode: report.scopeCode })
  const account = openAccount(report)
  const [row, steps, listed, childLabel] = await Promise.all([
    getReportRow(context, report.id), readSteps(context, report), listSituations(context), labelOfChild(context, account.childId),
  ])
  const wordings = report.situations.map((code) => listed.find((known) => known.code === code)?.wording ?? code)
  const bytes = await renderPlainReport({
    title: '侵害未成年人案件强制报告表', signedBy: row.unitName, signedOn: context.today,
    blocks: [...matter(report, { ...account, childLabel, unitName: row.unitName, seenAt: row.seenAt, wordings }), ...log(steps), ...outcome(report)],
  })
  return {
    fileName: `强制报告表${row.number}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: (async function* () { yield bytes })(),
  }
}

type Matter = ReportAccount & { childLabel: string | null; unitName: string; seenAt: Date | string; wordings: string[] }

function matter(report: LockedReport, of: Matter): Block[] {
  return [{
    kind: 'table', head: ['项目', '内容'], rows: [
      ['报告编号', report.number], ['报告单位', of.unitName], ['报告时间', clockOf(report.filedAt)], ['发现时间', clockOf(of.seenAt)],
      ['发现地点', of.place || '未填'], ['涉及情形', of.wordings.join('\n')],
      ['未成年人', [of.childLabel ?? (of.childId === null ? '未登记在册' : '已登记在册'), of.description].filter(Boolean).join('；')],
      // Identity leaves the platform only by the hand of who answers for it.
      ...(of.childId === null ? [] : [['姓名、证件号码、住址', '（按受理机关的要求手写或另附）']]),
      ['看到、听到的情况', of.seen], ['报告人', '依法保密。确需核实的，由受理机关与报告单位的未成年人信息负责人联系。'],
    ],
  }]
}

function log(steps: readonly Step[]): Block[] {
  const rows = steps.map((step) => [
    clockOf(step.happenedAt), stepWords[step.kind], step.doneBy ?? '报告时填写', step.contact ?? '', step.receiptNumber ?? '', step.text])
  return [
    { kind: 'heading', level: 1, text: '报告与处置经过' },
    rows.length === 0
      ? { kind: 'paragraph', runs: [{ text: '还没有登记。' }] }
      : { kind: 'table', head: ['时间', '事项', '经办人', '对方人员', '回执号', '说明'], rows },
  ]
}

function outcome(report: LockedReport): Block[] {
  const text = report.closingResult === null ? statusWords[report.status] : `${resultWords[report.closingResult]}。${openClosing(report) ?? ''}`
  return [
    { kind: 'heading', level: 1, text: '处置结果' }, { kind: 'paragraph', runs: [{ text }] },
    { kind: 'paragraph', runs: [{ text: '受理单位：　　　　　　受理人：　　　　　　时间：' }] },
  ]
}

/** `2026年3月16日 08:35` */
function clockOf(instant: Date | string): string {
  const [day = '', time = ''] = momentOf(new Date(instant)).split('T')
  return `${formatChinese(day)} ${time}`
}
