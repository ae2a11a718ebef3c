import { sql } from 'kysely'
import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { lockVolunteer, markVolunteerReferred } from '#modules/volunteers/index.ts'
import { mustManagePairings } from '../../access.ts'
import type { careContract, Pairing } from '../../contract.ts'
import { findCasesWithoutConsent } from '../../queries/closing/child-registered.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { countPairing } from '../../rules/countable.ts'
import { findPairingObstacle, type Days } from '../../rules/pairing.ts'

type Input = z.output<NonNullable<(typeof careContract.pairVolunteer)['~orpc']['inputSchema']>>

/**
 * Pairs a volunteer with the child of a case. Case and volunteer are locked, so that two pairings at the same moment cannot both take the last place.
 * The job give-paired-volunteer-access opens to the volunteer what a visit needs.
 */
export async function pairVolunteer(context: Context, input: Input): Promise<Pairing> {
  const { tx, actor } = context
  mustManagePairings(actor)
  const held = await lockCase(context, input.id)
  const volunteer = await lockVolunteer(context, input.volunteerId)
  if (volunteer === undefined) throw new Refusal('NOT_FOUND')
  const wished = { fromOn: input.fromOn, untilOn: input.untilOn ?? null, role: input.role }
  const hasConsent = (await findCasesWithoutConsent(context, [held.id])).size === 0
  const obstacle = findPairingObstacle({
    child: { ...held, hasConsent }, wished, volunteer, ofCase: held.pairings, ofVolunteer: await listDays(context, volunteer.id),
  })
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const id = newId()
  const pairing = {
    id, volunteerId: volunteer.id, volunteerName: volunteer.name, ...wished, endedReason: null, version: 1, takenOverFrom: null, mayReadEarlier: false,
  }
  await Promise.all([
    markVolunteerReferred(context, volunteer.id),
    tx.insertInto('care.pairings').values({
      cityId: actor.cityId, id, scopeCode: held.scopeCode, caseId: held.id, childId: held.childId, volunteerId: volunteer.id, volunteerName: volunteer.name,
      ...wished, pairedBy: actor.accountId,
    }).execute(),
    recordAudit(context, {
      verb: 'pairing.made', subjectKind: 'pairing', subjectId: id, scopeCode: held.scopeCode,
      details: { caseId: held.id, childId: held.childId, volunteerId: volunteer.id, ...wished },
    }),
    recordFacts(context, countPairing(held, { id, volunteerId: volunteer.id, name: volunteer.name, fromOn: wished.fromOn })),
  ])
  return pairing
}

async function listDays({ tx }: Context, volunteerId: string): Promise<Days[]> {
  const { rows } = await sql<Days>`select from_on, until_on from access.list_pairing_days(array[${volunteerId}::uuid])`.execute(tx)
  return rows
}
