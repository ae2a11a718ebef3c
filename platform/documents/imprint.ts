import {
  AlignmentType, BorderStyle, LineRuleType, Paragraph, RelativeVerticalPosition, Table, TableAnchorType, TableCell,
  TableLayoutType, TableRow, TabStopType, WidthType,
} from 'docx'
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx'
import { formatChinese } from '#platform/values/local-date.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { offGridStyle } from './body-styles.ts'
import { page, sizes, typeWidth } from './measures.ts'
import { run, tabRun } from './paragraphs.ts'
import { writableLine } from './writable-text.ts'

/** What stands at the foot of the last page. */
export type Imprint = { copyTo?: string; printedBy?: string; printedOn?: LocalDate }

/** One 4号 character. */
const character = sizes.fourth * 10
const small = { size: sizes.fourth, spacing: 0 }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 }
const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 })
/** First and last line 0.35 mm, the one between 0.25 mm (in eighths of a point). */
const borders = { top: rule(8), bottom: rule(8), insideHorizontal: rule(6), left: none, right: none, insideVertical: none }

/** 版记: a table whose last line lies on the bottom of the type area of the page the text ends on. */
export function renderImprint(imprint: Imprint): FileChild[] {
  const rows = [copyLine(imprint.copyTo), printLine(imprint)].filter((paragraph) => paragraph !== undefined)
  if (rows.length === 0) return []
  const table = new Table({
    rows: rows.map((paragraph) => new TableRow({ children: [new TableCell({ children: [paragraph] })], cantSplit: true })),
    width: { size: typeWidth, type: WidthType.DXA },
    columnWidths: [typeWidth],
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    borders,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: page.left,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
  })
  return [table, anchor()]
}

/** The table floats over the page of this paragraph, which takes one point of height. */
const anchor = (): Paragraph =>
  new Paragraph({ style: offGridStyle, spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [run('', { size: 2 })] })

/** 抄送 and its full stop; further lines begin under the first name. */
function copyLine(copyTo: string | undefined): Paragraph | undefined {
  const names = writableLine(copyTo ?? '').replace(/[。.]+$/, '')
  if (names === '') return undefined
  const indent = { left: 4 * character, hanging: 3 * character, right: character }
  return imprintLine([run(`抄送：${names}。`, small)], { indent, alignment: AlignmentType.BOTH })
}

function printLine({ printedBy, printedOn }: Imprint): Paragraph | undefined {
  const printer = writableLine(printedBy ?? '')
  if (printer === '' && !printedOn) return undefined
  const date = printedOn ? [tabRun(small), run(`${formatChinese(printedOn)}印发`, small)] : []
  return imprintLine([run(printer, small), ...date], {
    indent: { left: character },
    tabStops: [{ type: TabStopType.RIGHT, position: typeWidth - character }],
  })
}

const imprintLine = (children: ParagraphChild[], setting: Omit<IParagraphOptions, 'children'>): Paragraph =>
  new Paragraph({ style: offGridStyle, spacing: { line: 500, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, ...setting, children })
