import type { AccountKind, CostClass, Duty, Restriction, Side } from '../contract.ts'

/** What a line says beside account and amount. */
export type Line = {
  memo: string; accountId: string; side: Side
  /** Debit positive, credit negative; red letters the other way round. */
  amountFen: number
  fundId: string | null; projectId: string | null; projectLabel: string | null; costClass: CostClass | null; flowItem: string | null
}
/** What rules ask of an account. */
export type AccountFacts = { kind: AccountKind; duty: Duty | null; costClass: CostClass | null }
/** What rules ask of a fund. */
export type FundFacts = { id: string; restriction: Restriction }

/** Accounts whose lines make up the net assets of a fund. */
export const isNetAsset = (kind: AccountKind): boolean => kind === 'net-asset' || kind === 'income' || kind === 'cost'

/** Class of net assets a line belongs to: costs and unrestricted net assets have none, all else has that of its fund. */
export function restrictionOf(account: AccountFacts, fund: FundFacts | undefined): Restriction {
  if (account.kind === 'cost' || account.duty === 'unrestricted') return 'none'
  return fund?.restriction ?? 'none'
}

/** Class a cost counts in: what the line says, else what the account says; none where it is no cost. */
export const costClassOf = (account: AccountFacts, said: CostClass | null): CostClass | null => (account.kind === 'cost' ? said ?? account.costClass : null)

/** What lines add to or take from restricted funds, in the order of fund id: the order in which balances are locked. */
export function fundChanges(
  lines: readonly Pick<Line, 'accountId' | 'fundId' | 'amountFen'>[],
  { accounts, funds }: { accounts: ReadonlyMap<string, AccountFacts>; funds: ReadonlyMap<string, FundFacts> },
): Map<string, number> {
  const changes = new Map<string, number>()
  for (const { accountId, fundId, amountFen } of lines) {
    const [account, fund] = [accounts.get(accountId), fundId === null ? undefined : funds.get(fundId)]
    if (account === undefined || fund === undefined || fund.restriction === 'none' || !isNetAsset(account.kind)) continue
    changes.set(fund.id, (changes.get(fund.id) ?? 0) - amountFen)
  }
  return new Map([...changes].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** The same lines in red letters: each keeps its column, its amount is taken back. */
export const mirrored = <L extends { amountFen: number }>(lines: readonly L[]): L[] => lines.map((line) => ({ ...line, amountFen: -line.amountFen }))

/** Amount as it stands in its column: red letters are negative. */
export const columnFen = ({ side, amountFen }: { side: Side; amountFen: number }): number => (side === 'debit' ? amountFen : amountFen === 0 ? 0 : -amountFen)

/** Total of a column. */
export const columnTotal = (lines: readonly { side: Side; amountFen: number }[], side: Side): number =>
  lines.filter((line) => line.side === side).reduce((total, line) => total + columnFen(line), 0)
