import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { BooksGround } from '../../queries/posting-ground.ts'
import { fundChanges } from '../../rules/dimensions.ts'
import { findCommitmentProblem, type FundBalance } from '../../rules/posting.ts'
import { lockCommitments, lockFunds, moveFunds, refuseShortage, writeCommitment, type HeldCommitment } from './move-funds.ts'
import type { FreshJournal } from './journal-request.ts'

type Work = { bookId: string; ground: BooksGround; journals: readonly FreshJournal[] }

/**
 * Moves the balances of restricted funds by what journals take and bring, and pays commitments; locks funds first, then commitments. What only brings money
 * to one fund can be refused by nothing and waits for nobody: its balance is not read.
 */
export async function drawMoney(context: Context, { bookId, ground, journals }: Work): Promise<void> {
  const perJournal = journals.map((journal) => ({ journal, changes: fundChanges(journal.lines, ground) }))
  const totals = new Map<string, FundBalance>()
  for (const { changes } of perJournal) for (const [fundId, balanceFen] of changes) add(totals, fundId, { balanceFen, reservedFen: 0 })
  const paying = perJournal.filter(({ journal }) => journal.commitmentId != null)
  const mayFail = paying.length > 0 || totals.size > 1 || [...totals.values()].some(({ balanceFen }) => balanceFen < 0)
  const held = mayFail ? await lockFunds(context, [...totals.keys()]) : undefined
  const commitments = await lockCommitments(context, { bookId, ids: paying.map(({ journal }) => journal.commitmentId ?? '') })
  for (const { journal, changes } of paying) {
    const commitment = commitments.get(journal.commitmentId ?? '')
    if (commitment === undefined) throw new Refusal('NOT_OF_THESE_BOOKS')
    const takenFen = -(changes.get(commitment.fundId) ?? 0)
    if (journal.reversesId == null) refuse(findCommitmentProblem(commitment, { takenFen, datedOn: journal.datedOn }))
    // A reversed payment is promised again, unless the promise was ended meanwhile.
    else if (commitment.status === 'released' || commitment.status === 'expired') continue
    pay(commitment, takenFen, journal.datedOn)
    add(totals, commitment.fundId, { balanceFen: 0, reservedFen: -takenFen })
  }
  if (held !== undefined) refuseShortage(held, totals)
  moveFunds(context, totals)
  await writeCommitments(context, commitments)
}

function refuse(problem: ReturnType<typeof findCommitmentProblem>): void {
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
}

function add(totals: Map<string, FundBalance>, fundId: string, change: FundBalance): void {
  const before = totals.get(fundId) ?? { balanceFen: 0, reservedFen: 0 }
  totals.set(fundId, { balanceFen: before.balanceFen + change.balanceFen, reservedFen: before.reservedFen + change.reservedFen })
}

const endings = new WeakMap<HeldCommitment, string>()

function pay(commitment: HeldCommitment, takenFen: number, datedOn: string): void {
  commitment.paidFen += takenFen
  commitment.status = commitment.paidFen === commitment.amountFen ? 'paid' : 'reserved'
  endings.set(commitment, datedOn)
}

async function writeCommitments(context: Context, commitments: ReadonlyMap<string, HeldCommitment>): Promise<void> {
  for (const commitment of commitments.values()) {
    const { paidFen, status } = commitment
    const changedOn = endings.get(commitment)
    if (changedOn !== undefined) await writeCommitment(context, commitment, { paidFen, status, endedOn: status === 'paid' ? changedOn : null })
  }
}
