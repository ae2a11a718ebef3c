import type { LocalDate } from '#platform/values/local-date.ts'
import type { Annex, Block } from './blocks.ts'

/** A work report or a set of tables without a red head, on the same pages as an official document. */
export type PlainReport = {
  title: string
  blocks: Block[]
  /** Left out, the report bears no name and no day. */
  signedBy?: string
  signedOn?: LocalDate
  /** What follows on pages of its own. */
  annexes?: Annex[]
}

/** The report as a .docx file. What writes such files is large and read with the first of them, not at the start. */
export async function renderPlainReport(report: PlainReport): Promise<Uint8Array> {
  const { packPlainReport } = await import('./plain-report-pages.ts')
  return packPlainReport(report)
}
