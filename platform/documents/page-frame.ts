import { AlignmentType, Document, DocumentGridType, Footer, LineRuleType, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { FileChild } from 'docx'
import { fonts, linePitch, page, sizes } from './measures.ts'
import { bodyStyles } from './body-styles.ts'
import { runSetting } from './paragraphs.ts'
import { writableLine } from './writable-text.ts'

/** One 4号 character: the page number keeps this far from the outer edge. */
const character = sizes.fourth * 10
/** From the foot of the page to the foot of the number's line, so that the dash lies 7 mm below the type area. */
const footerDistance = 1418

/** Sets the content on GB/T 9704 pages (A4, 22 lines, — 1 — outside) and packs the file. */
export async function packPages(content: FileChild[], { title, author }: { title: string; author: string }): Promise<Uint8Array> {
  const { width, height, ...margins } = page
  const document = new Document({
    title: writableLine(title),
    creator: writableLine(author),
    lastModifiedBy: writableLine(author),
    externalStyles: bodyStyles,
    evenAndOddHeaderAndFooters: true,
    sections: [{
      properties: {
        page: {
          size: { width, height },
          margin: { ...margins, header: 850, footer: footerDistance, gutter: 0 },
        },
        grid: { type: DocumentGridType.LINES, linePitch },
      },
      footers: { default: pageNumber('odd'), even: pageNumber('even') },
      children: content,
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** 4号 half-width 宋体 between two dashes; odd pages on the right, even pages on the left, one character in. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const manner = runSetting({ face: fonts.song, size: sizes.fourth, spacing: 0 })
  const text = new TextRun({ ...manner, children: ['— ', PageNumber.CURRENT, ' —'] })
  return new Footer({
    children: [new Paragraph({
      alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: side === 'odd' ? { right: character } : { left: character },
      spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
      children: [text],
    })],
  })
}
