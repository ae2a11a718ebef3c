import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMakeVouchers } from '../../access.ts'
import { groundOf, readPostingGround } from '../../queries/posting-ground.ts'
import { lockVoucher, type HeldVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { readLines } from '../../queries/vouchers/voucher-lines.ts'
import { findPostingProblem } from '../../rules/posting.ts'
import { recordVoucher, writeVoucher } from '../steps/write-voucher.ts'

/** Hands a voucher to the reviewer (制单): from here on it balances and fits the books. */
export async function submitVoucher(context: Context, input: { id: string; version: number }): Promise<{ id: string }> {
  mustMakeVouchers(context.actor)
  const held = await lockVoucher(context, { step: 'submit', ...input })
  await mustBePostable(context, held)
  await writeVoucher(context, held, {
    status: 'submitted', returnReason: null, madeBy: context.actor.accountId, madeName: context.actor.personName,
  })
  await recordVoucher(context, held, { verb: 'voucher.submitted' })
  return { id: held.id }
}

async function mustBePostable(context: Context, held: HeldVoucher): Promise<void> {
  const lines = await readLines(context, held.id)
  const ground = await readPostingGround(context, {
    bookId: held.bookId, months: [held.month], accountIds: lines.map(({ accountId }) => accountId), fundIds: lines.flatMap(({ fundId }) => fundId ?? []),
  })
  if (ground === undefined) throw new Refusal('NOT_FOUND')
  const problem = findPostingProblem({ datedOn: held.datedOn, kind: held.kind, lines }, groundOf(ground, held))
  if (problem !== undefined) throw new Refusal(problem.code, problem.data)
}
