import { Paragraph } from 'docx'
import type { FileChild } from 'docx'
import type { Block, Heading, Run } from './blocks.ts'
import { textWidth } from './text-width.ts'
import { writableLine, writableText } from './writable-text.ts'
import { numberHeadings } from './heading-numbers.ts'
import { charactersPerLine, fonts } from './measures.ts'
import { bodyLine, run } from './paragraphs.ts'
import type { Face } from './paragraphs.ts'
import { renderSimpleTable, renderStatisticsTable } from './tables.ts'

/** A longer last paragraph may be parted from the signature. */
const longestKeptLines = 8

const headingFaces: Record<Heading['level'], Face> = { 1: fonts.hei, 2: fonts.kai, 3: fonts.body, 4: fonts.body }

/**
 * The body of a document. With `keepEndWithNext` its last paragraph stays on the page of what follows, so that a signature
 * does not stand alone on a page. Only a short one that is not the whole body: LibreOffice moves all of it, and the first
 * page must show some body text.
 */
export function renderBlocks(blocks: Block[], { keepEndWithNext = false } = {}): FileChild[] {
  const written = numberHeadings(blocks).filter((block) => !isEmpty(block))
  const last = written.length - 1
  return written.flatMap((block, index) => renderBlock(block, keepEndWithNext && index === last && index > 0))
}

function renderBlock(block: Block, isKeptWithNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'heading': return [renderHeading(block)]
    case 'paragraph': return renderParagraph(block.runs, isKeptWithNext)
    case 'table': return renderSimpleTable(block)
    case 'statistics-table': return renderStatisticsTable(block)
    case 'page-break': return [new Paragraph({ pageBreakBefore: true, spacing: { line: 1, lineRule: 'exact' }, children: [] })]
  }
}

function renderHeading({ level, text }: Heading): Paragraph {
  return bodyLine([run(text, { face: headingFaces[level] })], { keepNext: true, outlineLevel: level - 1 })
}

function renderParagraph(runs: Run[], isKeptWithNext: boolean): Paragraph[] {
  const paragraphs = paragraphsOf(runs)
  return paragraphs.map((part, index) => bodyLine(
    part.map(({ text, bold }) => run(text, bold ? { bold } : {})),
    isKeptWithNext && index === paragraphs.length - 1 && isShort(part) ? { keepNext: true, widowControl: true } : {},
  ))
}

const isShort = (runs: Run[]): boolean => textWidth(runs.map(({ text }) => text).join('')) <= longestKeptLines * charactersPerLine

/** Runs cut at the line ends their authors typed; lines without a word are left out. */
function paragraphsOf(runs: Run[]): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const part of runs) {
    const [first = '', ...others] = writableText(part.text).split('\n')
    paragraphs.at(-1)?.push({ ...part, text: first })
    for (const text of others) paragraphs.push([{ ...part, text }])
  }
  return paragraphs.filter((parts) => parts.some(({ text }) => text.trim() !== ''))
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'heading': return writableLine(block.text) === ''
    case 'paragraph': return paragraphsOf(block.runs).length === 0
    case 'table': return block.head.length === 0 && block.rows.every((row) => row.length === 0)
    default: return false
  }
}
