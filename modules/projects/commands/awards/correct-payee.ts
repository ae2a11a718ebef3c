import type { Context } from '#platform/http/context.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardRow, Payee, Relation } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { lockAward } from '../../queries/lock-award.ts'
import { payeeColumns, recordAward, writeAward } from '../steps/write-award.ts'

/** Puts right into whose account an award is paid, while it waits; the form of the number is judged anew. */
export async function correctPayee(context: Context, input: { id: string; version: number; payee: Payee; relation: Relation }): Promise<AwardRow> {
  mustApplyForAwards(context.actor)
  const held = await lockAward(context, { step: 'correct', ...input })
  const columns = payeeColumns(context, held, input.payee)
  await writeAward(context, held, { ...columns, relation: input.relation })
  await recordAward(context, held, { verb: 'award-payee.corrected', details: { accountProblem: columns.accountProblem, relation: input.relation } })
  return getAwardRow(context, held.id)
}
