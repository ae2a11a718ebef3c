import type { PlainReport } from './blocks.ts'

/** The report as a .docx file. What writes such files is large and read with the first of them, not at the start. */
export async function renderPlainReport(report: PlainReport): Promise<Uint8Array> {
  const { packPlainReport } = await import('./plain-report-pages.ts')
  return packPlainReport(report)
}
