import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { endAccess } from '#modules/children/index.ts'
import { endFacts } from '#modules/figures/index.ts'
import { mustManagePairings } from '../../access.ts'
import type { Pairing } from '../../contract.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { findLastVisitOfPairing } from '../../queries/visits/visit-of-pairing.ts'
import { pairingCountsUntil } from '../../rules/countable.ts'
import { findEndingObstacle } from '../../rules/pairing.ts'
import { passOnPlanned } from '../steps/pass-on-planned.ts'

type Ending = { id: string; version: number; untilOn: string; reason: string }

/**
 * Ends a pairing on a day, today, in the past or ahead; one that ends ahead stops counting when the day is over (job end-pairings). What was planned for
 * later goes over to the successor, or to the worker.
 */
export async function endPairing(context: Context, input: Ending, { successorId = null }: { successorId?: string | null } = {}): Promise<Pairing> {
  const { tx, actor, today } = context
  mustManagePairings(actor)
  const found = await tx.selectFrom('care.pairings').select(['caseId']).where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (found === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, found.caseId)
  const pairing = await tx.selectFrom('care.pairings').selectAll().where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirstOrThrow()
  if (pairing.version !== input.version) throw new Refusal(
    'STALE', { version: pairing.version, current: { untilOn: pairing.untilOn, reason: pairing.endedReason ?? '' } }
  )
  const lastVisitOn = await findLastVisitOfPairing(context, pairing)
  const obstacle = findEndingObstacle({ ...pairing, lastDay: input.untilOn, today, lastVisitOn })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const isOver = input.untilOn < today
  await tx.updateTable('care.pairings').set({ untilOn: input.untilOn, endedReason: input.reason, version: pairing.version + 1, updatedAt: sql<Date>`now()` })
    .where('cityId', '=', actor.cityId).where('id', '=', pairing.id).execute()
  const passedOn = await passOnPlanned(context, { caseId: held.id, goneId: pairing.volunteerId, successorId })
  await Promise.all([
    recordAudit(context, {
      verb: 'pairing.ended', subjectKind: 'pairing', subjectId: pairing.id, scopeCode: held.scopeCode, reason: input.reason,
      details: { caseId: held.id, childId: held.childId, volunteerId: pairing.volunteerId, before: pairing.untilOn, untilOn: input.untilOn, passedOn },
    }),
    ...(isOver ? [endFacts(context, { recordId: pairing.id, on: pairingCountsUntil(input.untilOn) })] : []),
    ...(input.untilOn <= today ? [endAccess(context, { ground: { kind: 'pairing', id: pairing.id } })] : []),
  ])
  return {
    id: pairing.id, volunteerId: pairing.volunteerId, volunteerName: pairing.volunteerName, role: pairing.role as Pairing['role'], fromOn: pairing.fromOn,
    untilOn: input.untilOn, endedReason: input.reason, version: pairing.version + 1, takenOverFrom: await findPredecessor(context, pairing.predecessorId),
    mayReadEarlier: pairing.mayReadEarlier,
  }
}

async function findPredecessor({ tx, actor }: Context, id: string | null): Promise<string | null> {
  if (id === null) return null
  const before = await tx.selectFrom('care.pairings').select('volunteerName').where('cityId', '=', actor.cityId).where('id', '=', id).executeTakeFirst()
  return before?.volunteerName ?? null
}
