import type { LocalDate } from '#platform/values/local-date.ts'
import { parseLooseDate } from '#platform/values/loose-date.ts'
import { parseYuan } from '#platform/values/money.ts'
import { hasFullWidthDigits } from '#platform/values/text.ts'
import type { BankColumn, BankMapping } from '../../contract.ts'

/** A line as a file says it. */
export type ReadLine = { bookedOn: LocalDate; amountFen: number; balanceFen: number | null; counterparty: string; reference: string; summary: string }
/** What became of a row: a line, a sentence why it cannot be read, or nothing where it is no line (blank rows and totals below the table). */
export type RowOutcome = { line: ReadLine } | { message: string } | undefined

const halfWidth = '里有全角数字，请在文件里改成半角数字'
const most = 100_000_000_000

/** Reads one row below the headings. Nothing has happened yet on a day to come: there the day was mistaken for another, or its column. */
export function readLine(cells: readonly string[], mapping: BankMapping, today: LocalDate): RowOutcome {
  const text = (column: BankColumn) => cells[mapping[column] ?? -1]?.trim() ?? ''
  const [day, amounts] = [parseLooseDate(text('day')), (['in', 'out', 'amount'] as const).map(text)]
  if (day === undefined) return isNoLine(cells, amounts) ? undefined : { message: '日期读不出来，请写成 2026-03-05 的样子' }
  if (day > today) return { message: '日期在今天以后，请核对日期和日期的列' }
  const amountFen = amountOf({ came: text('in'), went: text('out'), signed: text('amount') })
  if (typeof amountFen === 'string') return { message: amountFen }
  const balanceFen = text('balance') === '' ? null : parseYuan(text('balance'))
  if (balanceFen === undefined) return { message: hasFullWidthDigits(text('balance')) ? `余额${halfWidth}` : '余额读不出来，最多两位小数' }
  return {
    line: {
      bookedOn: day, amountFen, balanceFen, counterparty: text('counterparty').slice(0, 200), reference: text('reference').slice(0, 100),
      summary: text('summary').slice(0, 200),
    },
  }
}

const isNoLine = (cells: readonly string[], amounts: readonly string[]) =>
  amounts.every((amount) => amount === '') || /合计|总计|小计|笔数/.test(cells.join(''))

/** The amount, coming positive; a sentence where there is none. */
function amountOf({ came, went, signed }: { came: string; went: string; signed: string }): number | string {
  const texts = [came, went, signed].map((text) => (/^[-—]*$/.test(text) ? '' : text))
  if (texts.some(hasFullWidthDigits)) return `金额${halfWidth}`
  const [inFen, outFen, signedFen] = texts.map((text) => (text === '' ? 0 : parseYuan(text)))
  if (inFen === undefined || outFen === undefined || signedFen === undefined) return '金额读不出来，应是数字，最多两位小数'
  if (inFen !== 0 && outFen !== 0) return '收入和支出两栏都有金额，请核对'
  const amountFen = inFen - outFen + signedFen
  if (amountFen === 0) return '没有金额'
  return Math.abs(amountFen) >= most ? '金额太大，请核对' : amountFen
}
