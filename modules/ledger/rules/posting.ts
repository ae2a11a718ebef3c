import { sumFen } from '#platform/values/money.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { JournalKind, Restriction } from '../contract.ts'
import type { AccountFacts, Line } from './dimensions.ts'

/** An account as a posting meets it. */
export type KnownAccount = AccountFacts & { id: string; code: string; isLeaf: boolean; closedOn: LocalDate | null; chartId: string }
/** A fund as a posting meets it. */
export type KnownFund = { id: string; restriction: Restriction; status: 'open' | 'closed'; usableFrom: LocalDate | null }
/** Everything a posting is judged by. */
export type PostingGround = {
  bookStatus: 'open' | 'closed'
  /** Undefined where the month was never opened. */
  periodStatus: 'open' | 'closed' | undefined
  /** Chart that holds on the day; undefined where none does. */
  chartId: string | undefined
  accounts: ReadonlyMap<string, KnownAccount>
  funds: ReadonlyMap<string, KnownFund>
}
/** What is to be posted. */
export type Posting = { datedOn: LocalDate; kind: JournalKind; lines: readonly Line[] }
/** Why something cannot be posted: a refusal of the contract. */
export type PostingProblem = { code: string; data?: Record<string, unknown> }

/** Month of a day, as 202603. */
export const monthOf = (day: LocalDate): number => Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7))

/** Why lines are no balanced entry, whatever the books say. */
export function findShapeProblem(lines: readonly Pick<Line, 'amountFen'>[]): PostingProblem | undefined {
  if (lines.length < 2) return { code: 'TOO_FEW_LINES' }
  const zero = lines.findIndex(({ amountFen }) => amountFen === 0)
  if (zero >= 0) return { code: 'ZERO_AMOUNT', data: { seq: zero + 1 } }
  const differenceFen = sumFen(lines.map(({ amountFen }) => amountFen))
  return differenceFen === 0 ? undefined : { code: 'UNBALANCED', data: { differenceFen } }
}

/** Why an entry cannot be posted; undefined when it can. */
export function findPostingProblem(posting: Posting, ground: PostingGround): PostingProblem | undefined {
  return findShapeProblem(posting.lines) ?? findPeriodProblem(posting.datedOn, ground) ?? firstOf(posting.lines, (line, seq) =>
    findAccountProblem(line, seq, { posting, ground }) ?? findFundProblem(line, seq, { posting, ground }))
}

/** Why nothing can be posted on a day. */
export function findPeriodProblem(
  datedOn: LocalDate, { bookStatus, periodStatus }: Pick<PostingGround, 'bookStatus' | 'periodStatus'>,
): PostingProblem | undefined {
  if (bookStatus === 'closed') return { code: 'BOOK_CLOSED' }
  if (periodStatus === undefined) return { code: 'PERIOD_MISSING', data: { month: monthOf(datedOn) } }
  return periodStatus === 'closed' ? { code: 'PERIOD_CLOSED', data: { month: monthOf(datedOn) } } : undefined
}

/** What empties accounts and funds: it must also reach what nobody uses any more. */
export const isByRule = (kind: JournalKind): boolean => isMadeByClosing(kind) || kind === 'conversion'

/** What nobody drafts: closings post it, and closing again posts the difference. */
export const isMadeByClosing = (kind: JournalKind): boolean => kind === 'release' || kind === 'carry-over'

type Beside = { posting: Posting; ground: PostingGround }

function findAccountProblem(line: Line, seq: number, { posting, ground }: Beside): PostingProblem | undefined {
  const account = ground.accounts.get(line.accountId)
  if (account === undefined) return { code: 'NOT_OF_THESE_BOOKS' }
  const data = { seq, code: account.code }
  if (!account.isLeaf) return { code: 'ACCOUNT_NOT_LEAF', data }
  // Closed it holds nothing, and what is dated back would leave something in it that nobody can take out.
  if (!isByRule(posting.kind) && account.closedOn !== null) return { code: 'ACCOUNT_CLOSED', data }
  return posting.kind !== 'conversion' && account.chartId !== ground.chartId ? { code: 'ACCOUNT_NOT_VALID', data } : undefined
}

function findFundProblem(line: Line, seq: number, { posting, ground }: Beside): PostingProblem | undefined {
  const account = ground.accounts.get(line.accountId)
  const fund = line.fundId === null ? undefined : ground.funds.get(line.fundId)
  if (line.fundId !== null && fund === undefined) return { code: 'NOT_OF_THESE_BOOKS' }
  if (account?.duty === 'restricted' && (fund === undefined || fund.restriction === 'none')) return { code: 'FUND_NEEDED', data: { seq } }
  if (!isByRule(posting.kind) && fund?.status === 'closed') return { code: 'FUND_CLOSED', data: { seq } }
  const isEarly = fund !== undefined && fund.usableFrom !== null && posting.datedOn < fund.usableFrom
  return isEarly && account?.kind === 'cost' && line.amountFen > 0 ? { code: 'FUND_NOT_YET', data: { usableFrom: fund.usableFrom } } : undefined
}

function firstOf(lines: readonly Line[], find: (line: Line, seq: number) => PostingProblem | undefined): PostingProblem | undefined {
  for (const [index, line] of lines.entries()) {
    const problem = find(line, index + 1)
    if (problem !== undefined) return problem
  }
  return undefined
}

/** What a restricted fund holds and what of it is promised. */
export type FundBalance = { balanceFen: number; reservedFen: number }

/** Money of a fund that is neither spent nor promised. */
export const freeFen = ({ balanceFen, reservedFen }: FundBalance): number => balanceFen - reservedFen

/** Why a fund cannot bear a change of its balance and of what is promised. */
export function findFundShortage(fundId: string, before: FundBalance, change: FundBalance): PostingProblem | undefined {
  const after = { balanceFen: before.balanceFen + change.balanceFen, reservedFen: before.reservedFen + change.reservedFen }
  const isTaken = change.balanceFen < change.reservedFen
  return isTaken && freeFen(after) < 0 ? { code: 'FUND_EXCEEDED', data: { fundId, freeFen: Math.max(0, freeFen(before)) } } : undefined
}

/** A commitment as rules see it. */
export type KnownCommitment = {
  fundId: string; amountFen: number; paidFen: number; status: 'reserved' | 'paid' | 'released' | 'expired'; expiresOn: LocalDate | null
}

/** Why a commitment cannot be paid from; `takenFen` is what the entry takes from its fund. */
export function findCommitmentProblem(
  commitment: KnownCommitment, { takenFen, datedOn }: { takenFen: number; datedOn: LocalDate },
): PostingProblem | undefined {
  if (commitment.status === 'paid') return { code: 'COMMITMENT_PAID' }
  if (commitment.status === 'released') return { code: 'COMMITMENT_RELEASED' }
  if (commitment.status === 'expired' || (commitment.expiresOn !== null && commitment.expiresOn < datedOn)) return { code: 'COMMITMENT_EXPIRED' }
  if (takenFen <= 0) return { code: 'COMMITMENT_UNUSED' }
  const leftFen = commitment.amountFen - commitment.paidFen
  return takenFen > leftFen ? { code: 'COMMITMENT_EXCEEDED', data: { leftFen } } : undefined
}

/** Why a journal cannot be reversed. */
export function findReversalProblem(original: { reversesId: string | null; isReversed: boolean }): PostingProblem | undefined {
  if (original.reversesId !== null) return { code: 'REVERSAL_OF_REVERSAL' }
  return original.isReversed ? { code: 'REVERSED_BEFORE' } : undefined
}
