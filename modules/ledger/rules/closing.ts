import type { ClosingCheck, ClosingCheckName, Restriction } from '../contract.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { Line } from './dimensions.ts'

/** What stands against the closing of a month: how many things under each head. */
export type ClosingFindings = Record<ClosingCheckName, number>

/** Checks that only a year must pass. */
const ofYearEnd: readonly ClosingCheckName[] = ['commitments-open']
/** Checks that warn and do not hold a closing up. */
const warnings: readonly ClosingCheckName[] = ['cash-not-negative', 'rule-vouchers-countersigned']

/** The checklist of a closing. A year is not closed while money of it is promised and neither paid nor released. */
export function checklistOf(findings: ClosingFindings, { isYearEnd }: { isYearEnd: boolean }): ClosingCheck[] {
  return (Object.entries(findings) as [ClosingCheckName, number][]).map(([name, count]) => ({
    name, count, isFine: count === 0, isBinding: !warnings.includes(name) && (isYearEnd || !ofYearEnd.includes(name)),
  }))
}

/** Checks that hold a closing up. */
export const failedChecks = (checks: readonly ClosingCheck[]): ClosingCheckName[] =>
  checks.filter(({ isFine, isBinding }) => isBinding && !isFine).map(({ name }) => name)

/** A restricted fund at the end of a month: what it paid for, what was released, what of its net assets is still restricted; credit counted up. */
export type RestrictedFund = {
  id: string; restriction: Restriction; usableFrom: LocalDate | null; costFen: number; releasedFen: number; restrictedFen: number
}

/** What must still be released of a fund: what it paid for; all that is left, once the day has come from which it may be used. */
export function dueRelease(fund: RestrictedFund, lastDay: LocalDate): number {
  const isUsable = fund.restriction === 'time' && fund.usableFrom !== null && fund.usableFrom <= lastDay
  return isUsable ? fund.restrictedFen : fund.costFen - fund.releasedFen
}

/** Accounts of net assets that closings post to. */
export type NetAssetAccounts = { unrestrictedId: string; restrictedId: string }

const plain = { projectId: null, projectLabel: null, costClass: null, flowItem: null }

/** Lines that turn what restricted funds paid for into unrestricted net assets, fund by fund. */
export function releaseLines(releases: readonly { fundId: string; amountFen: number }[], { unrestrictedId, restrictedId }: NetAssetAccounts): Line[] {
  return releases.filter(({ amountFen }) => amountFen !== 0).flatMap(({ fundId, amountFen }): Line[] => [
    { memo: '限定性净资产转为非限定性净资产', accountId: restrictedId, side: 'debit', amountFen, fundId, ...plain },
    { memo: '限定性净资产转为非限定性净资产', accountId: unrestrictedId, side: 'credit', amountFen: -amountFen, fundId, ...plain },
  ])
}

/** What an income or cost account holds at the end of a year under one set of dimensions; debit counted up. */
export type YearBalance = Pick<Line, 'accountId' | 'amountFen' | 'fundId' | 'projectId' | 'projectLabel' | 'costClass'> & { restriction: Restriction }

/** Lines that empty income and cost into net assets of their class and fund. */
export function carryOverLines(balances: readonly YearBalance[], { unrestrictedId, restrictedId }: NetAssetAccounts): Line[] {
  const held = balances.filter(({ amountFen }) => amountFen !== 0)
  const emptied = held.map(({ restriction: _restriction, ...balance }): Line => ({
    ...balance, memo: '结转本年收入费用', flowItem: null, amountFen: -balance.amountFen, side: balance.amountFen < 0 ? 'debit' : 'credit',
  }))
  const sums = new Map<string, { accountId: string; fundId: string | null; amountFen: number }>()
  for (const { restriction, fundId, amountFen } of held) {
    const accountId = restriction === 'none' ? unrestrictedId : restrictedId
    const before = sums.get(`${accountId} ${fundId}`)?.amountFen ?? 0
    sums.set(`${accountId} ${fundId}`, { accountId, fundId, amountFen: before + amountFen })
  }
  const taken = [...sums.values()].filter(({ amountFen }) => amountFen !== 0).map((sum): Line => ({
    ...plain, ...sum, memo: '结转本年收入费用', side: sum.amountFen < 0 ? 'credit' : 'debit',
  }))
  return [...emptied, ...taken]
}
