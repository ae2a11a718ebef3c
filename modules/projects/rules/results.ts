// What a line of a bank's file of results says about a row of a batch.
import { parseYuan } from '#platform/values/money.ts'
import type { LeftRow, Outcome } from '../contract.ts'

/** A line as it stands in the file. */
export type ResultLine = {
  rowNumber: number; seq: string; account: string; amount: string; outcome: string; reason: string
  /** Digits of the amount stand in full width: it is typed anew in the file, not guessed. */
  isAmountFullWidth: boolean
}
/** A row of the batch the line may speak of. */
export type AskedRow = { seq: number; amountFen: number; accountTail: string; outcome: Outcome | null }
/** A line that says what became of a row. */
export type ReadResult = { seq: number; outcome: Exclude<Outcome, 'returned'>; reason: string }

/** Reads each line by itself: what fits is taken, what does not is left with the reason. A row is answered once. */
export function readResults(lines: readonly ResultLine[], rows: readonly AskedRow[]): { taken: ReadResult[]; left: LeftRow[] } {
  const bySeq = new Map(rows.map((row) => [String(row.seq), row]))
  const taken: ReadResult[] = []
  const left: LeftRow[] = []
  for (const line of lines) {
    const read = readLine(line, bySeq.get(line.seq.replace(/^0+/, '')), taken)
    if ('problem' in read) left.push(read)
    else taken.push(read)
  }
  return { taken, left }
}

function readLine(line: ResultLine, row: AskedRow | undefined, taken: readonly ReadResult[]): ReadResult | LeftRow {
  const leave = (problem: LeftRow['problem']): LeftRow => ({ rowNumber: line.rowNumber, problem })
  if (row === undefined) return leave('unknown')
  if (row.outcome !== null || taken.some(({ seq }) => seq === row.seq)) return leave('known')
  if (line.isAmountFullWidth) return leave('half-width')
  if (parseYuan(line.amount) !== row.amountFen) return leave('amount')
  if (!line.account.replaceAll(/[\s-]/g, '').endsWith(row.accountTail)) return leave('account')
  const outcome = outcomeOf(line.outcome)
  return outcome === undefined ? leave('outcome') : { seq: row.seq, outcome, reason: line.reason }
}

/** 成功 and 失败 in the words of banks; anything else is neither, such as 处理中. */
function outcomeOf(text: string): ReadResult['outcome'] | undefined {
  if (/失败|退汇|退回|拒绝|未成功|不成功/.test(text)) return 'failed'
  return /成功|已入账|已支付|完成/.test(text) ? 'paid' : undefined
}
