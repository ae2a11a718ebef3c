import { renderFigureAppendix } from '#platform/documents/figure-appendix.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { dayInChina } from '#platform/values/local-date.ts'
import type { Context } from '#platform/http/context.ts'
import type { Download } from '#platform/http/module.ts'
import { mustReadFigures } from '../access.ts'
import type { ReportBlock } from '../contract.ts'
import { prepareReport, type ReportWanted } from '../queries/get-yearly-report.ts'
import { untilSentence } from '../rules/running-year.ts'

/** The report as an official .docx; with the annex 数字出处 when asked. */
export async function exportYearlyReport(context: Context, input: ReportWanted & { sources: boolean }): Promise<Download> {
  mustReadFigures(context.actor)
  const { report, sources, request } = await prepareReport(context, input)
  const blocks = [...untilBlocks(report.year, report.countedUntil), ...report.blocks.map(writableBlock)]
  const bytes = await renderPlainReport({
    title: report.title, blocks, signedBy: request.unit.shortName,
    signedOn: report.approvedAt === null ? context.today : dayInChina(new Date(report.approvedAt)),
    ...(input.sources ? { annexes: [renderFigureAppendix(blocks, sources)] } : {}),
  })
  return {
    fileName: `${report.title}.docx`, contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: (async function* () { yield bytes })(),
  }
}

function untilBlocks(year: number, countedUntil: string | null): Block[] {
  return countedUntil === null ? [] : [{ kind: 'paragraph', runs: [{ text: untilSentence(year, countedUntil) }] }]
}

function writableBlock(block: ReportBlock): Block {
  if (block.kind === 'heading') return block
  return { kind: 'paragraph', runs: block.runs.map(({ text, figure }) => ({ text, ...(figure === undefined ? {} : { figure }) })) }
}
