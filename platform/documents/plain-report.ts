import type { LocalDate } from '#platform/values/local-date.ts'
import { renderAnnexes } from './attachments.ts'
import { renderBlocks } from './body-blocks.ts'
import type { Annex, Block } from './blocks.ts'
import { packPages } from './page-frame.ts'
import { blankLines, titleLines } from './paragraphs.ts'
import { renderSignature } from './signature.ts'

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

/** The report as a .docx file. */
export async function renderPlainReport({ title, blocks, signedBy, signedOn, annexes = [] }: PlainReport): Promise<Uint8Array> {
  const signature = signedBy && signedOn ? renderSignature({ signedBy, signedOn, withSeal: false }) : []
  const content = [
    ...titleLines(title),
    ...blankLines(1),
    ...renderBlocks(blocks, { keepEndWithNext: signature.length > 0 }),
    ...signature,
    ...renderAnnexes(annexes, []),
  ]
  return packPages(content, { title, author: signedBy ?? '' })
}
