import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mayHandOverNotes, mustManagePairings } from '../../access.ts'
import type { careContract, Pairing } from '../../contract.ts'
import { endPairing } from './end-pairing.ts'
import { pairVolunteer } from './pair-volunteer.ts'

type Input = z.output<NonNullable<(typeof careContract.handOverPairing)['~orpc']['inputSchema']>>

/**
 * Ends a pairing and begins the successor's on the next day, in one step: the child is never without anybody. Whether the successor sees what was
 * written before is decided by an office and recorded; the notes follow it while the new pairing lasts.
 */
export async function handOverPairing(context: Context, input: Input): Promise<Pairing> {
  const { tx, actor } = context
  mustManagePairings(actor)
  if (input.mayReadEarlier && !mayHandOverNotes(actor)) throw new Refusal('NOTES_NEED_OFFICE')
  const { id, version, untilOn, reason, volunteerId } = input
  const ended = await endPairing(context, { id, version, untilOn, reason }, { successorId: volunteerId })
  if (ended.volunteerId === input.volunteerId) throw new Refusal('SUCCESSOR_IS_SAME')
  const { caseId, scopeCode } = await tx.selectFrom('care.pairings').select(['caseId', 'scopeCode'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirstOrThrow()
  const made = await pairVolunteer(context, { id: caseId, volunteerId: input.volunteerId, role: ended.role, fromOn: addDays(input.untilOn, 1) })
  await tx.updateTable('care.pairings').set({ predecessorId: ended.id, mayReadEarlier: input.mayReadEarlier, handedOverBy: actor.accountId })
    .where('cityId', '=', actor.cityId).where('id', '=', made.id).execute()
  await recordAudit(context, {
    verb: 'pairing.handed-over', subjectKind: 'pairing', subjectId: made.id, scopeCode, reason: input.reason,
    details: { caseId, from: ended.id, to: made.id, volunteerId: made.volunteerId, mayReadEarlier: input.mayReadEarlier },
  })
  return { ...made, takenOverFrom: ended.volunteerName, mayReadEarlier: input.mayReadEarlier }
}
