import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustApplyForAwards } from '../../access.ts'
import type { AwardVisit } from '../../contract.ts'
import { lockAward } from '../../queries/lock-award.ts'
import { sealText } from '../../queries/row-key.ts'
import { findDayIssue } from '../../rules/applying.ts'
import { recordAward } from '../steps/write-award.ts'

/** Records a look at what became of an award that was paid. */
export async function recordAwardVisit(
  context: Context, input: { id: string; madeOn: string; isUsedAsMeant: boolean; note: string },
): Promise<AwardVisit> {
  const { tx, actor, now, today } = context
  mustApplyForAwards(actor)
  const held = await lockAward(context, { step: 'visit', id: input.id })
  const issue = findDayIssue(input.madeOn, { paidOn: held.paidOn ?? today, today })
  if (issue !== undefined) throw new InvalidInput([{ path: ['madeOn'], message: issue }])
  const visit = { id: newId(), madeOn: input.madeOn, isUsedAsMeant: input.isUsedAsMeant, madeName: actor.personName }
  await tx.insertInto('projects.awardVisits').values({
    cityId: actor.cityId, ...visit, scopeCode: held.scopeCode, awardId: held.id, sealedNote: sealText(context, held, 'visit', input.note), createdAt: now,
  }).execute()
  await recordAward(context, held, { verb: 'award-visit.recorded', details: { madeOn: input.madeOn, isUsedAsMeant: input.isUsedAsMeant } })
  return visit
}
