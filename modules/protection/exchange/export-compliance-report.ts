import { recordAudit } from '#platform/audit/record.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { formatChinese } from '#platform/values/local-date.ts'
import { mustReadCompliance } from '../access.ts'
import { ComplianceWish, type ComplianceReport } from '../contract.ts'
import { prepareCompliance } from '../queries/get-compliance-report.ts'
import { sendDocument } from './send-document.ts'

/** The yearly report on paper: figures only. */
export const exportComplianceReport = download({
  path: '/compliance-report.docx', operationId: 'exportComplianceReport', summary: '合规报告（文书）', query: ComplianceWish, run: writeReport,
})

async function writeReport(context: Context, input: ComplianceWish): Promise<Download> {
  mustReadCompliance(context.actor)
  const report = await prepareCompliance(context, input)
  await recordAudit(context, { verb: 'compliance-report.exported', subjectKind: 'compliance-report', details: { unit: report.unitCode, year: report.year } })
  const title = `${report.unitName}${report.year}年未成年人个人信息保护合规报告`
  return sendDocument(await renderPlainReport({ title, blocks: blocksOf(report), signedBy: report.unitName, signedOn: report.countedOn }), `${title}.docx`)
}

function blocksOf(report: ComplianceReport): Block[] {
  const text = (words: string): Block => ({ kind: 'paragraph', runs: [{ text: words }] })
  return [
    text(`依据《未成年人网络保护条例》第三十七条，现将${report.year}年未成年人个人信息处理情况报告如下。各项数字由平台从记录统计，截至${formatChinese(report.countedOn)}。`),
    { kind: 'heading', level: 1, text: '处理情况' },
    { kind: 'statistics-table', caption: `${report.year}年未成年人个人信息处理情况`, rowTitle: '项目', columns: ['不满十四周岁', '十四至十八周岁', '不分年龄'],
      rows: report.figures.map((figure) => ({
        name: `${figure.group}：${figure.name}（${figure.unit}）`, cells: [String(figure['under-14']), String(figure['14-to-18']), String(figure.other)] })) },
    text('年龄按统计之日计；“不分年龄”为不涉及特定未成年人或者已成年的记录。'),
    { kind: 'heading', level: 1, text: '保护措施' },
    ...report.safeguards.map(text),
  ]
}
