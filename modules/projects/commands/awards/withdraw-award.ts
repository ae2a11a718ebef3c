import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardRow } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { lockAward } from '../../queries/lock-award.ts'
import { recordAward, writeAward } from '../steps/write-award.ts'

/** Takes an own application back while it waits. */
export async function withdrawAward(context: Context, input: { id: string; version: number; reason: string }): Promise<AwardRow> {
  mustApplyForAwards(context.actor)
  const held = await lockAward(context, { step: 'withdraw', ...input })
  if (held.appliedBy !== context.actor.accountId) throw new Refusal('NOT_OWN_AWARD')
  await writeAward(context, held, { status: 'withdrawn', endedOn: context.today, endReason: input.reason })
  await recordAward(context, held, { verb: 'award.withdrawn', reason: input.reason })
  return getAwardRow(context, held.id)
}
