import type { AccountKind, Duty, OldBalance, Restriction } from '../../contract.ts'
import type { Line } from '../dimensions.ts'

/** What a mapping asks of an account. */
export type MappedAccount = { id: string; code: string; name: string; kind: AccountKind; duty: Duty | null; isLeaf: boolean }

/** Whether a balance may go from one account to the other: an element of accounting never becomes another, and money stays money. */
export const mayBecome = (old: MappedAccount, next: MappedAccount): boolean => next.isLeaf && old.kind === next.kind && old.duty === next.duty

/** The account an old one becomes unless somebody says otherwise: the same number and name, else the same name, else the same number. */
export function proposeSuccessor(old: MappedAccount, next: readonly MappedAccount[]): MappedAccount | undefined {
  const fitting = next.filter((account) => mayBecome(old, account))
  const only = (found: readonly MappedAccount[]) => (found.length === 1 ? found[0] : undefined)
  return fitting.find(({ code, name }) => code === old.code && name === old.name) ?? only(fitting.filter(({ name }) => name === old.name))
    ?? fitting.find(({ code }) => code === old.code) ?? only(old.duty === null ? [] : fitting)
}

/** A balance with where it goes. */
export type Placed = Pick<OldBalance, 'accountId' | 'amountFen' | 'fundId' | 'projectId' | 'projectLabel' | 'successorId' | 'parts'> & {
  restriction: Restriction }

/** What of a balance follows its account, once its parts went elsewhere; in the direction of the balance. */
export const restFen = ({ amountFen, parts }: Pick<Placed, 'amountFen' | 'parts'>): number =>
  Math.abs(amountFen) - parts.reduce((sum, part) => sum + part.amountFen, 0)

/** Whether a balance has no account to go to. */
export const isUnplaced = (balance: Placed): boolean => balance.amountFen !== 0 && balance.successorId === null && restFen(balance) !== 0
/** Whether the parts of a balance come to more than it holds. */
export const isExceeded = (balance: Placed): boolean => restFen(balance) < 0

/** Where the money of a balance goes, debit positive; nothing of it where it has no place. */
export function targetsOf(balance: Placed): { accountId: string; amountFen: number }[] {
  const sign = balance.amountFen < 0 ? -1 : 1
  const rest = balance.successorId === null ? [] : [{ accountId: balance.successorId, amountFen: restFen(balance) }]
  return [...rest, ...balance.parts].filter(({ amountFen }) => amountFen !== 0).map(({ accountId, amountFen }) => ({ accountId, amountFen: sign * amountFen }))
}

/** Lines that empty every old account and open the new ones, fund and project kept: both sides are equal line by line. */
export function conversionLines(balances: readonly Placed[]): Line[] {
  return balances.filter(({ amountFen }) => amountFen !== 0).flatMap((balance): Line[] => {
    const of = { memo: '新旧科目衔接', fundId: balance.fundId, projectId: balance.projectId, projectLabel: balance.projectLabel, costClass: null, flowItem: null }
    const line = (accountId: string, amountFen: number): Line => ({ ...of, accountId, amountFen, side: amountFen < 0 ? 'credit' : 'debit' })
    return [line(balance.accountId, -balance.amountFen), ...targetsOf(balance).map(({ accountId, amountFen }) => line(accountId, amountFen))]
  })
}

/** Sums of what stands in debit and in credit. */
export function totalsOf(amounts: readonly number[]): { debitFen: number; creditFen: number } {
  const sum = (of: readonly number[]) => of.reduce((total, fen) => total + fen, 0)
  return { debitFen: sum(amounts.filter((fen) => fen > 0)), creditFen: sum(amounts.filter((fen) => fen < 0).map((fen) => -fen)) }
}
