import type { Block } from '#platform/documents/blocks.ts'
import type { BookSheet } from '#platform/documents/paper/book-pages.ts'
import { renderPlainReport } from '#platform/documents/plain-report.ts'
import type { Download } from '#platform/http/module.ts'
import { writeRows, type WrittenColumn } from '#platform/sheets/write-stream.ts'
import { formatYuan } from '#platform/values/money.ts'
import { textOf } from '#platform/values/text.ts'
import type { StatementTable } from './tables.ts'

/** Media type of a workbook. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A table as an .xlsx: the note under the title stands in the title's row. */
export const asWorkbook = ({ title, note, columns, rows }: StatementTable, fileName: string): Download => ({
  fileName: `${fileName}.xlsx`, contentType: sheetType, body: writeRows({ title: `${title}　${note}`, sheetName: title.replace(/（.*）$/, ''), columns, rows }),
})

/** Standing pages hold this many columns of amounts, so that none of a hundred million yuan is broken in two. */
const mostAmountsStanding = 2

/** A table on pages: names on the left, figures on the right, totals bold; a wide one on lying pages. */
export async function asDocument(table: StatementTable, fileName: string): Promise<Download> {
  const parts = table.parts ?? [{ caption: table.title, columns: table.columns, rows: table.rows }]
  const isWide = parts.some(({ columns }) => columns.filter(({ kind }) => kind === 'money').length > mostAmountsStanding)
  const bytes = isWide ? await lyingPages(table) : await renderPlainReport({
    title: table.title, blocks: [{ kind: 'paragraph', runs: [{ text: table.note }] }, ...parts.map((part) => blockOf(part))],
  })
  return { fileName: `${fileName}.docx`, contentType: documentType, body: (async function* () { yield bytes })() }
}

async function lyingPages(table: StatementTable): Promise<Uint8Array> {
  const { renderBookPages } = await import('#platform/documents/paper/book-pages.ts')
  return renderBookPages({ title: table.title, paper: 'lying', firstPage: 1, sheets: [tableSheet(table)] })
}

/** A table of accounts as it stands on lying paper. */
export function tableSheet({ title, note, columns, rows }: StatementTable): BookSheet {
  const cells = (row: Record<string, unknown>) => columns.map((column) => cellOf(row[column.key], column))
  const last = rows.at(-1)
  const isTotal = last?.['isTotal'] === true
  return {
    title, above: note.split('　'), columns: columns.map(({ title: head, width = 16, kind }) => ({ title: head, share: width, isAmount: kind === 'money' })),
    rows: (isTotal ? rows.slice(0, -1) : rows).map(cells), boldRows: rows.flatMap((row, at) => (row['isTotal'] === true ? [at] : [])),
    ...isTotal && last !== undefined ? { total: cells(last) } : {},
  }
}

type Part = { caption: string; columns: WrittenColumn[]; rows: Record<string, unknown>[] }

function blockOf({ caption, columns, rows }: Part): Block {
  // A number and a name of an account stand together: the type area of a page is narrow.
  const [first, ...others] = columns[0]?.key === 'code' ? columns.slice(1) : columns
  const nameOf = (row: Record<string, unknown>) => [columns[0]?.key === 'code' ? row['code'] : undefined, row[first?.key ?? '']].map(textOf).join(' ').trim()
  return {
    kind: 'statistics-table', caption, rowTitle: first?.title ?? '', columns: others.map(({ title }) => title),
    rows: rows.map((row) => ({ name: nameOf(row), isTotal: row['isTotal'] === true, cells: others.map((column) => cellOf(row[column.key], column)) })),
  }
}

function cellOf(value: unknown, { kind }: WrittenColumn): string {
  if (value === null || value === undefined) return ''
  return kind === 'money' ? formatYuan(Number(value)) : textOf(value)
}
