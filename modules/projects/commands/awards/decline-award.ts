import type { Context } from '#platform/http/context.ts'
import { mustListAwards } from '../../access.ts'
import type { AwardRow } from '../../contract.ts'
import { getAwardRow } from '../../queries/award-rows.ts'
import { lockAward } from '../../queries/lock-award.ts'
import { recordAward, writeAward } from '../steps/write-award.ts'

/** Says no to an application, with a reason that the applicant reads. */
export async function declineAward(context: Context, input: { id: string; version: number; reason: string }): Promise<AwardRow> {
  mustListAwards(context.actor)
  const held = await lockAward(context, { step: 'decline', ...input })
  await writeAward(context, held, { status: 'declined', endedOn: context.today, endReason: input.reason })
  await recordAward(context, held, { verb: 'award.declined', reason: input.reason })
  return getAwardRow(context, held.id)
}
