import type { FileChild } from 'docx'
import { renderBlocks } from './body-blocks.ts'
import type { Annex } from './blocks.ts'
import { characterPitch, fonts } from './measures.ts'
import { blankLines, bodyLine, line, run, titleLines } from './paragraphs.ts'
import { textWidth } from './text-width.ts'
import { writableLine } from './writable-text.ts'

const label = '附件：'

/** 附件说明: one line below the body, two characters in, numbered when there are several, no full stop after a name. */
export function renderAttachmentList(attachments: string[]): FileChild[] {
  const names = attachments.map((name) => writableLine(name).replace(/[。；;]+$/, '')).filter((name) => name !== '')
  if (names.length === 0) return []
  return [...blankLines(1, { keepNext: true }), ...names.map((name, index) => attachmentLine(name, index, names.length))]
}

/** Further lines of a name begin under its first character. */
function attachmentLine(name: string, index: number, count: number): FileChild {
  const number = count > 1 ? `${index + 1}. ` : ''
  const before = index === 0 ? label : ''
  const left = Math.round((2 + textWidth(label) + textWidth(number)) * characterPitch)
  const hanging = Math.round((textWidth(before) + textWidth(number)) * characterPitch)
  return bodyLine([run(before), run(number), run(name)], { indent: { left, hanging }, keepNext: true })
}

/** Each annex on a new page: 附件 and its number top left in 黑体, the title centred on the third line. */
export function renderAnnexes(annexes: Annex[], attachments: string[]): FileChild[] {
  return annexes.flatMap((annex) => [
    line([run(annexLabel(annex.title, attachments), { face: fonts.hei })], { pageBreakBefore: true }),
    ...blankLines(1),
    ...titleLines(annex.title),
    ...blankLines(1),
    ...renderBlocks(annex.blocks),
  ])
}

function annexLabel(title: string, attachments: string[]): string {
  const index = attachments.indexOf(title)
  if (index < 0) return ''
  return attachments.length > 1 ? `附件${index + 1}` : '附件'
}
