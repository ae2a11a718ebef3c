import {
  AlignmentType, BorderStyle, Document, Footer, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow,
  TabStopType, TextRun, VerticalAlignTable, WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import { bodyStyles, offGridStyle } from '../body-styles.ts'
import { fonts, twipsOfMillimetres } from '../measures.ts'
import { run, runSetting, tabRun, type Manner } from '../paragraphs.ts'
import { writableLine } from '../writable-text.ts'

/** A column of a sheet: how much of the width it takes, and whether amounts stand in it. */
export type SheetColumn = { title: string; share: number; isAmount?: boolean }
/** One table of accounts with what stands above and below it; it begins on a page of its own. */
export type BookSheet = {
  title: string
  /** What stands above the table, spread over its width. */
  above: readonly string[]
  columns: readonly SheetColumn[]
  rows: readonly (readonly string[])[]
  /** Which rows are totals, bold. */
  boldRows?: readonly number[]
  /** Last row, bold. */
  total?: readonly string[]
  /** What stands below the table, spread over its width. */
  below?: readonly string[]
}
/** Pages of books of account: vouchers on half a sheet, books on a whole one lying. */
export type BookPages = { title: string; paper: 'half' | 'lying'; firstPage: number; sheets: readonly BookSheet[] }

/** Width and height as one holds the page, and its margins, in millimetres. */
const papers = { half: { width: 210, height: 148, margin: 10 }, lying: { width: 297, height: 210, margin: 12 } } as const
/** 小五: eighteen half-points. */
const small: Manner = { size: 18, spacing: 0, face: fonts.song }
const outer = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 }
const inner = { ...outer, size: 4 }

/** The pages as a .docx; each carries its number at the foot, counted on from the first. */
export async function renderBookPages({ title, paper, firstPage, sheets }: BookPages): Promise<Uint8Array> {
  const { width, height, margin } = papers[paper]
  const [wide, high, edge] = [width, height, margin].map(twipsOfMillimetres) as [number, number, number]
  const document = new Document({
    title: writableLine(title), externalStyles: bodyStyles,
    sections: [{
      properties: {
        page: {
          // Lying paper is told by its standing measures.
          size: { width: high, height: wide, orientation: PageOrientation.LANDSCAPE }, pageNumbers: { start: firstPage },
          margin: { top: edge, bottom: edge, left: edge, right: edge, header: edge / 2, footer: edge / 2, gutter: 0 },
        },
      },
      footers: { default: pageNumber(title) },
      children: sheets.flatMap((sheet, index) => sheetOf(sheet, { width: wide - 2 * edge, isFirst: index === 0 })),
    }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function pageNumber(title: string): Footer {
  const children = [new TextRun({ ...runSetting(small), children: [`${writableLine(title)}　第 `, PageNumber.CURRENT, ' 页'] })]
  return new Footer({ children: [new Paragraph({ style: offGridStyle, alignment: AlignmentType.CENTER, spacing: tight, children })] })
}

const tight = { line: 260, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 }

function sheetOf(sheet: BookSheet, { width, isFirst }: { width: number; isFirst: boolean }): FileChild[] {
  const heading = new Paragraph({
    style: offGridStyle, alignment: AlignmentType.CENTER, pageBreakBefore: !isFirst, keepNext: true, spacing: { ...tight, after: 60 },
    children: [run(sheet.title, { face: fonts.hei, size: 28, spacing: 0 })],
  })
  return [heading, spread(sheet.above, { width, keepNext: true }), tableOf(sheet, width), ...sheet.below === undefined ? [] : [spread(sheet.below, { width })]]
}

/** Texts in one line, spread over the width by tab stops. */
function spread(texts: readonly string[], { width, keepNext = false }: { width: number; keepNext?: boolean }): FileChild {
  const last = texts.length - 1
  const tabStops = texts.slice(1).map((_text, at) => ({
    type: at + 1 === last ? TabStopType.RIGHT : TabStopType.CENTER, position: Math.floor((width * (at + 1)) / Math.max(last, 1)),
  }))
  const children = texts.flatMap((text, at) => [...at === 0 ? [] : [tabRun(small)], run(text, small)])
  return new Paragraph({ style: offGridStyle, keepNext, spacing: { ...tight, before: 30, after: 30 }, tabStops, children })
}

/** Red letters are red. */
const redOf = ({ isAmount }: SheetColumn, text: string | undefined): Manner => (isAmount === true && text?.startsWith('-') === true ? { color: 'C00000' } : {})

function tableOf({ columns, rows, boldRows = [], total }: BookSheet, width: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const cells = (texts: readonly string[], manner: Manner, isHead = false) => columns.map((column, at) => new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({
      style: offGridStyle, spacing: tight, children: [run(texts[at] ?? '', { ...small, ...manner, ...redOf(column, texts[at]) })],
      // An empty cell is as high as a full one.
      run: runSetting(small),
      alignment: isHead ? AlignmentType.CENTER : column.isAmount === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
    })],
  }))
  return new Table({
    width: { size: width, type: WidthType.DXA }, layout: TableLayoutType.FIXED, margins: { top: 20, bottom: 20, left: 60, right: 60 },
    columnWidths: columns.map(({ share }) => Math.floor((width * share) / shares)),
    borders: { top: outer, bottom: outer, left: outer, right: outer, insideHorizontal: inner, insideVertical: inner },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(columns.map(({ title }) => title), { face: fonts.hei }, true) }),
      ...rows.map((texts, at) => new TableRow({ cantSplit: true, children: cells(texts, boldRows.includes(at) ? { bold: true } : {}) })),
      ...total === undefined ? [] : [new TableRow({ cantSplit: true, children: cells(total, { bold: true }) })],
    ],
  })
}
