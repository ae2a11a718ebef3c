/** Vouchers of one file: so many half pages are drawn in a few seconds. */
const vouchersOfAPart = 80
/** Lines of 明细账 of one file. */
const linesOfAPart = 2_000

/** Files of kinds that are there once. */
export type PlannedPart = {
  kind: 'vouchers' | 'trial-balance' | 'general-ledger' | 'details'; title: string; fromNumber: number | null; untilNumber: number | null; accountIds: string[]
}
/** An account with what it did in the month. */
export type BusyAccount = { id: string; code: string; lines: number }

/** The files of an archive in their order: vouchers by number, then the books. */
export function planParts({ lastNumber, accounts }: { lastNumber: number; accounts: readonly BusyAccount[] }): PlannedPart[] {
  const part = (kind: PlannedPart['kind'], title: string, more: Partial<PlannedPart> = {}): PlannedPart =>
    ({ kind, title, fromNumber: null, untilNumber: null, accountIds: [], ...more })
  const vouchers = Array.from({ length: Math.ceil(lastNumber / vouchersOfAPart) }, (_, at) => {
    const [fromNumber, untilNumber] = [at * vouchersOfAPart + 1, Math.min((at + 1) * vouchersOfAPart, lastNumber)]
    return part('vouchers', `记账凭证${fromNumber}至${untilNumber}号`, { fromNumber, untilNumber })
  })
  const details = grouped(accounts).map((group) => {
    const [first, last] = [group[0]?.code ?? '', group.at(-1)?.code ?? '']
    return part('details', first === last ? `明细账${first}` : `明细账${first}至${last}`, { accountIds: group.map(({ id }) => id) })
  })
  return [...vouchers, part('trial-balance', '科目余额表'), part('general-ledger', '总账'), ...details]
}

/** Neighbours together until a file is full; a long account has one of its own. */
function grouped(accounts: readonly BusyAccount[]): BusyAccount[][] {
  const groups: BusyAccount[][] = []
  let lines = linesOfAPart
  for (const account of accounts) {
    lines += account.lines
    if (lines > linesOfAPart) { groups.push([]); lines = account.lines }
    groups.at(-1)?.push(account)
  }
  return groups
}
