import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importChart } from '#modules/ledger/commands/charts/import-chart.ts'
import { exportChart } from '#modules/ledger/exchange/charts/export-chart.ts'
import { exportDetails, exportedTables, exportStatement } from '#modules/ledger/exchange/statements/export-statement.ts'
import { getGeneralLedger } from '#modules/ledger/queries/statements/get-general-ledger.ts'
import { getStatement } from '#modules/ledger/queries/statements/get-statement.ts'
import { getTrialBalance } from '#modules/ledger/queries/statements/get-trial-balance.ts'
import { getVoucherSummary } from '#modules/ledger/queries/statements/get-voucher-summary.ts'
import { listDetails } from '#modules/ledger/queries/statements/list-details.ts'
import { livedTwoMonths, openBooks, type BooksScene } from '#modules/ledger/queries/testing/books-scene.ts'
import { toPdfs } from '#platform/documents/paper/pdf.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { convert, convertAll, flatTable } from './libreoffice.ts'
import { textOfPages } from './rendered-pages.ts'

const month = 202602
const tables = [...exportedTables, 'details'] as const
/** Journals of this scene were posted without vouchers: their summary is empty. */
const fewest: Partial<Record<(typeof tables)[number], number>> = { 'voucher-summary': 0 }
type Table = (typeof tables)[number]

let city: TestCity
let scene: BooksScene
/** Each table as LibreOffice shows it: the figures of its workbook and of its pages. */
const seen = new Map<Table, { sheet: number[]; pages: number[] }>()
beforeAll(async () => {
  city = await openTestCity()
  scene = await openBooks(city)
  await livedTwoMonths(scene)
  const [workbooks, documents] = [await takeAll('xlsx'), await takeAll('docx')]
  const sheets = await convertAll(workbooks, 'xlsx', 'csv')
  const pages = await toPdfs(documents)
  for (const [at, table] of tables.entries()) {
    seen.set(table, { sheet: figuresIn(cellsOf(sheets[at]!.toString('utf8'))), pages: figuresIn(textOfPages(pages[at]!).flat().join('\n')) })
  }
}, 900_000)
afterAll(() => city.close())

/** Bytes of a download. */
async function take(route: { run: (context: never, query: never) => Promise<{ body: AsyncIterable<Uint8Array> }> }, query: object): Promise<Buffer> {
  return scene.as(async (context) => {
    const parts: Uint8Array[] = []
    for await (const part of (await route.run(context as never, query as never)).body) parts.push(part)
    return Buffer.concat(parts)
  })
}

const account = () => ({ bookId: scene.bookId, accountId: scene.accounts.get('1002') ?? '', fromMonth: 202601, untilMonth: month })

async function takeAll(format: 'xlsx' | 'docx'): Promise<Buffer[]> {
  const files: Buffer[] = []
  for (const table of exportedTables) files.push(await take(exportStatement, { bookId: scene.bookId, table, month, format }))
  return [...files, await take(exportDetails, { ...account(), format })]
}

/** The cells of a .csv file, one a line: a comma between cells is no comma within an amount. */
const cellsOf = (csv: string): string => csv.replaceAll(/"[^"]*"|,/g, (part) => (part === ',' ? '\n' : part))
/** Every figure of a text but zero, in fen, in order of size, whatever stands between them. */
const figuresIn = (text: string): number[] => inOrder([...text.replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, '').matchAll(/(?<![\d.])-?\d+\.\d{2}(?!\d)/g)]
  .map(([amount]) => Math.round(Number(amount) * 100)))
const inOrder = (figures: readonly (number | null)[]): number[] =>
  figures.filter((fen): fen is number => fen !== null && fen !== 0).toSorted((one, other) => one - other)

/** The figures the page of a table answers with. */
async function answered(table: Table): Promise<number[]> {
  const of = { bookId: scene.bookId, month }
  return scene.as(async (context) => {
    switch (table) {
      case 'trial-balance': {
        const { rows, totals } = await getTrialBalance(context, of)
        return inOrder([...rows.flatMap((row) => [Math.abs(row.openingFen), row.debitFen, row.creditFen, row.yearDebitFen, row.yearCreditFen,
          Math.abs(row.closingFen)]), ...Object.values(totals)])
      }
      case 'general-ledger': {
        const { accounts } = await getGeneralLedger(context, { bookId: scene.bookId, year: 2026 })
        return inOrder(accounts.flatMap(({ openingFen, months }) => [Math.abs(openingFen),
          ...months.flatMap(({ debitFen, creditFen, balanceFen }) => [debitFen, creditFen, Math.abs(balanceFen)])]))
      }
      case 'voucher-summary': {
        const { rows, debitFen, creditFen } = await getVoucherSummary(context, of)
        return inOrder([...rows.flatMap((row) => [row.debitFen, row.creditFen]), debitFen, creditFen])
      }
      case 'details': {
        const { items } = await listDetails(context, { ...account(), limit: 200 })
        return inOrder(items.flatMap(({ debitFen, creditFen, balanceFen }) => [debitFen, creditFen, balanceFen]))
      }
      default: return inOrder((await getStatement(context, { ...of, form: table })).lines.flatMap((line) => line.figures))
    }
  })
}

describe('what leaves the books opens in LibreOffice with the figures of the page, neither one more nor one less', () => {
  test.each(tables)('%s', async (table) => {
    const ours = await answered(table)
    const { sheet, pages } = seen.get(table)!
    expect(ours.length).toBeGreaterThanOrEqual(fewest[table] ?? 4)
    expect(sheet).toEqual(ours)
    expect(pages).toEqual(ours)
  })
})

describe('a chart of accounts', { timeout: 600_000 }, () => {
  test('an office program made comes in, and so does our own once an office program saved it', async () => {
    const bring = (bytes: Buffer<ArrayBuffer>) => scene.as((context) => importChart(context, {
      bookId: scene.bookId, name: '新科目表', year: 2027, file: new File([bytes], '新科目表.xlsx') }))
    const table = flatTable({
      sheetName: '科目', title: '市基金会科目表', notes: ['2027年起'], headings: ['科目编码', '科目名称', '科目类别', '借贷方向'],
      rows: [[1001, '库存现金', '资产', '借'], [1002, '银行存款', '资产', '借'], [3101, '非限定性净资产', '净资产', '贷'], [3102, '限定性净资产', '净资产', '贷']],
    })
    const ours = await convert(await take(exportChart, { bookId: scene.bookId }), 'xlsx', 'fods')
    const [foreign, saved] = await convertAll([table, ours], 'fods', 'xlsx')
    // Both old bank accounts become the only new one.
    expect(await bring(foreign!)).toMatchObject({ accounts: 4, mapped: 5 })
    expect(await bring(saved!)).toMatchObject({ accounts: scene.accounts.size })
  })
})
