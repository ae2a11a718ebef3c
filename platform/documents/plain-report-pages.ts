import { renderAnnexes } from './attachments.ts'
import { renderBlocks } from './body-blocks.ts'
import type { PlainReport } from './blocks.ts'
import { packPages } from './page-frame.ts'
import { blankLines, titleLines } from './paragraphs.ts'
import { renderSignature } from './signature.ts'

/** The report laid out and packed. */
export async function packPlainReport({ title, blocks, signedBy, signedOn, annexes = [] }: PlainReport): Promise<Uint8Array> {
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
