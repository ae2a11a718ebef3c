import { parseYuan } from '#platform/values/money.ts'
import { parseLocalDate, type LocalDate } from '#platform/values/local-date.ts'

/** A payment or refund on a bill. What the channel keeps of it is in hundred-thousandths of a yuan: it is told with five decimals. */
export type BillLine = { kind: 'payment' | 'refund'; on: LocalDate; number: string; channelNumber: string; amountFen: number; feeParts: number }
/** A bill that foots. */
export type Bill = { lines: BillLine[]; feeFen: number }
/** Why a bill is not read. */
export type BillProblem =
  | { code: 'LAYOUT'; missing: string[] } | { code: 'MERCHANT' } | { code: 'FOOT' } | { code: 'LINES'; problems: { row: number; message: string }[] }

/** Headings of the trade bill (交易账单, ALL) that we read; what is not named here is passed over, who paid above all. */
const wanted = {
  at: '交易时间', merchant: '商户号', channelNumber: '微信订单号', number: '商户订单号', state: '交易状态', currency: '货币种类', amount: '应结订单金额',
  refundChannelNumber: '微信退款单号', refundNumber: '商户退款单号', refund: '退款金额', fee: '手续费',
} as const
type Field = keyof typeof wanted
/** Headings of the sums below the lines. */
const sums = { count: '总交易单数', amount: '应结订单总金额', refund: '退款总金额', fee: '手续费总金额' } as const

/** Reads a trade bill of WeChat Pay cell by cell: of this merchant, every line readable, and its sums those of its lines. */
export function readBill(rows: readonly (readonly string[])[], merchantId: string): Bill | BillProblem {
  const cells = rows.map((row) => row.map(plain))
  const head = cells.findIndex((row) => row.includes(wanted.number))
  const foot = cells.findIndex((row) => row.includes(sums.count))
  const missing = Object.values(wanted).filter((heading) => head === -1 || !cells[head]?.includes(heading))
  if (missing.length > 0 || foot === -1) return { code: 'LAYOUT', missing: missing.length > 0 ? missing : [sums.count] }
  const heading = cells[head] ?? []
  const places = Object.fromEntries(Object.entries(wanted).map(([field, name]) => [field, heading.indexOf(name)])) as Record<Field, number>
  const body = cells.slice(head + 1, foot).map((row, at) => ({ row: head + at + 2, said: (field: Field) => row[places[field]] ?? '', words: row }))
    .filter(({ words }) => words.some((cell) => cell !== ''))
  if (body.some(({ said }) => said('merchant') !== merchantId)) return { code: 'MERCHANT' }
  const read = body.map(({ row, said }) => ({ row, line: readLine(said) }))
  const problems = read.flatMap(({ row, line }) => (typeof line === 'string' ? [{ row, message: line }] : []))
  if (problems.length > 0) return { code: 'LINES', problems }
  const lines = read.flatMap(({ line }) => (typeof line === 'string' ? [] : [line]))
  const feeParts = lines.reduce((sum, line) => sum + line.feeParts, 0)
  return doesFoot(lines, { feeParts, heading: cells[foot] ?? [], said: cells[foot + 1] ?? [] }) ? { lines, feeFen: roundedFen(feeParts) } : { code: 'FOOT' }
}

/** A cell without the mark that keeps programs from reading it as a number. */
const plain = (cell: string): string => cell.trim().replace(/^`/, '').trim()

function readLine(said: (field: Field) => string): BillLine | string {
  const on = parseLocalDate(said('at').slice(0, 10))
  const state = said('state')
  const feeParts = partsOf(said('fee'))
  if (on === undefined) return '交易时间读不出来'
  if (state !== 'SUCCESS' && state !== 'REFUND') return '交易状态不是支付成功或者退款'
  if (said('currency') !== 'CNY') return '货币种类不是人民币'
  const isPayment = state === 'SUCCESS'
  const amountFen = parseYuan(said(isPayment ? 'amount' : 'refund'))
  if (amountFen === undefined || amountFen <= 0) return '金额读不出来'
  if (feeParts === undefined) return '手续费读不出来'
  const [number, channelNumber] = isPayment ? [said('number'), said('channelNumber')] : [said('refundNumber'), said('refundChannelNumber')]
  if (!/^[0-9A-Za-z_*@|-]{1,64}$/.test(number) || !/^[0-9A-Za-z]{1,64}$/.test(channelNumber)) return '单号读不出来'
  return { kind: isPayment ? 'payment' : 'refund', on, number, channelNumber, amountFen, feeParts }
}

/** An amount with up to five decimals, in hundred-thousandths of a yuan. */
function partsOf(text: string): number | undefined {
  const found = /^(-)?(\d{1,9})(?:\.(\d{1,5}))?$/.exec(text)
  if (found === null) return undefined
  const parts = Number((found[2] ?? '') + (found[3] ?? '').padEnd(5, '0'))
  return found[1] === undefined || parts === 0 ? parts : -parts
}

/** What a day comes to in whole fen, half a fen away from zero. */
const roundedFen = (parts: number): number => {
  const fen = Math.sign(parts) * Math.floor((Math.abs(parts) + 500) / 1000)
  return fen === 0 ? 0 : fen
}

type Foot = { feeParts: number; heading: readonly string[]; said: readonly string[] }

function doesFoot(lines: readonly BillLine[], { feeParts, heading, said }: Foot): boolean {
  const told = (name: string) => partsOf(said[heading.indexOf(name)] ?? '')
  const parts = (kind: BillLine['kind']) => lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.amountFen * 1000, 0)
  return told(sums.count) === lines.length * 100_000 && told(sums.amount) === parts('payment') && told(sums.refund) === parts('refund')
    && told(sums.fee) === feeParts
}
