import { formatYuan, parseYuan } from '#platform/values/money.ts'
import { hasFullWidthDigits } from '#platform/values/text.ts'
import type { AccountKind, Side } from '../contract.ts'

/** A line while it is typed: amounts are texts, at most one of the two is filled. */
export type DraftLine = {
  key: string; memo: string; accountId: string | undefined; debit: string; credit: string; fundId: string | undefined
  projectId: string | undefined
}

/** An empty line, with the words of the line above. */
export const emptyLine = (key: string, memo = ''): DraftLine =>
  ({ key, memo, accountId: undefined, debit: '', credit: '', fundId: undefined, projectId: undefined })

/** Amount of a column text; nothing typed, or nothing that can be read, is zero. */
export const typedFen = (text: string): number => (text.trim() === '' ? 0 : parseYuan(text) ?? 0)
/** Whether a text is no amount. */
export const isNoAmount = (text: string): boolean => text.trim() !== '' && (parseYuan(text) === undefined || Math.abs(typedFen(text)) >= 100_000_000_000)

/** Debit less credit of all lines. */
export const differenceOf = (lines: readonly DraftLine[]): number => lines.reduce((sum, { debit, credit }) => sum + typedFen(debit) - typedFen(credit), 0)
/** Total of a column. */
export const totalOf = (lines: readonly DraftLine[], side: Side): number => lines.reduce((sum, line) => sum + typedFen(line[side]), 0)

/** What must stand in a column of a line so that the voucher balances; an empty text where it balances without the line. */
export function balancingText(lines: readonly DraftLine[], key: string, side: Side): string {
  const others = differenceOf(lines.filter((line) => line.key !== key))
  const fen = side === 'debit' ? -others : others
  return fen === 0 ? '' : formatYuan(fen).replaceAll(',', '')
}

/** Whether nothing was typed into a line. */
export const isBlank = ({ accountId, debit, credit }: DraftLine): boolean => accountId === undefined && debit.trim() === '' && credit.trim() === ''

/** What is missing in a line that is not blank: an account, an amount, or one of two amounts too many. */
export function findLineProblem(line: DraftLine): 'account' | 'amount' | 'half-width' | 'two-amounts' | 'memo' | undefined {
  if (isBlank(line)) return undefined
  if (line.memo.trim() === '') return 'memo'
  if (line.accountId === undefined) return 'account'
  if (hasFullWidthDigits(line.debit) || hasFullWidthDigits(line.credit)) return 'half-width'
  if (isNoAmount(line.debit) || isNoAmount(line.credit)) return 'amount'
  const [debit, credit] = [typedFen(line.debit), typedFen(line.credit)]
  if (debit !== 0 && credit !== 0) return 'two-amounts'
  return debit === 0 && credit === 0 ? 'amount' : undefined
}

/** A line as it is sent. */
export const sentLine = ({ memo, accountId, debit, credit, fundId, projectId }: DraftLine) => ({
  memo: memo.trim(), accountId: accountId ?? '', side: typedFen(debit) === 0 ? 'credit' as const : 'debit' as const,
  amount: typedFen(debit) === 0 ? credit.trim() : debit.trim(), ...fundId === undefined ? {} : { fundId },
  ...projectId === undefined ? {} : { projectId },
})

/** A line as it was stored. */
type StoredLine = { memo: string; accountId: string; side: Side; amountFen: number; fundId: string | null; projectId: string | null }

/** A line as it was stored, to be typed on. */
export function draftLine(line: StoredLine, key: string): DraftLine {
  const text = formatYuan(line.side === 'debit' ? line.amountFen : -line.amountFen).replaceAll(',', '')
  return {
    key, memo: line.memo, accountId: line.accountId, debit: line.side === 'debit' ? text : '', credit: line.side === 'credit' ? text : '',
    fundId: line.fundId ?? undefined, projectId: line.projectId ?? undefined,
  }
}

/** Whether an account is what somebody looks for by number, name or initials. */
export function isAccountLike({ code, name, initials }: { code: string; name: string; initials: string }, wanted: string): boolean {
  const text = wanted.trim().toLowerCase()
  return code.startsWith(text) || name.includes(wanted.trim()) || initials.includes(text)
}

/** Lines of these accounts change what a fund holds: a fund is asked for there. */
export const asksForFund = (kind: AccountKind): boolean => kind === 'net-asset' || kind === 'income' || kind === 'cost'
