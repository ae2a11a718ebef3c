import type { z } from 'zod'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { listVolunteersByIds, type KnownVolunteer } from '#modules/volunteers/index.ts'
import { mustRecordVisits, visibleCases } from '../access.ts'
import type { careContract } from '../contract.ts'
import { lockCases, type LockedCase } from '../queries/lock-case.ts'
import { plannedColumns, plannedJoins, plannedOf, type Planned, type PlannedRecord } from '../queries/planned-rows.ts'
import { includes, isCleared } from '../rules/pairing.ts'

type Input = z.output<NonNullable<(typeof careContract.planVisits)['~orpc']['inputSchema']>>
type Wish = Input['visits'][number]

/** Plans visits, of a week for instance: all of them or, where one cannot be, none. */
export async function planVisits(context: Context, input: Input): Promise<{ items: Planned[] }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const ids = [...new Set(input.visits.map(({ caseId }) => caseId))]
  const cases = new Map((await lockCases(context, ids)).map((held) => [held.id, held]))
  const volunteers = await listVolunteersByIds(context, [...new Set(input.visits.flatMap(({ volunteerId }) => volunteerId ?? []))])
  for (const wish of input.visits) mustBePossible(context, wish, { held: cases.get(wish.caseId), volunteer: volunteers.find(({ id }) => id === wish.volunteerId) })
  const rows = input.visits.map((wish) => ({
    cityId: actor.cityId, id: newId(), scopeCode: cases.get(wish.caseId)?.scopeCode ?? '', caseId: wish.caseId, plannedOn: wish.plannedOn, medium: wish.medium,
    volunteerId: wish.volunteerId ?? null, plannedBy: actor.accountId,
  }))
  const written = await tx.insertInto('care.plannedVisits').values(rows)
    .onConflict((conflict) => conflict.columns(['cityId', 'caseId', 'plannedOn']).where('status', '=', 'planned').doNothing()).returning('id').execute()
  if (written.length < rows.length) throw new Refusal('ALREADY_PLANNED')
  await recordAudit(context, {
    verb: 'visits.planned', subjectKind: 'planned-visit', details: { visits: rows.map(({ id, caseId, plannedOn, volunteerId }) => ({ id, caseId, plannedOn, volunteerId })) },
  })
  return { items: await listWritten(context, rows.map(({ id }) => id)) }
}

function mustBePossible(context: Context, wish: Wish, { held, volunteer }: { held: LockedCase | undefined; volunteer: KnownVolunteer | undefined }): void {
  const { onlyOf } = visibleCases(context.actor)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.status === 'closed') throw new Refusal('CASE_CLOSED')
  if (wish.plannedOn < context.today) throw new Refusal('PLANNED_IN_PAST')
  const goes = wish.volunteerId ?? onlyOf
  if (goes === null) return
  const pairing = held.pairings.find((each) => each.volunteerId === goes && includes(each, wish.plannedOn))
  if (pairing === undefined) throw new Refusal('VOLUNTEER_NOT_PAIRED', { volunteerId: goes, name: volunteer?.name ?? null })
  // A volunteer registered outside the caller's range is not visible here; the pairing itself stood on a clearance.
  if (volunteer !== undefined && !isCleared(volunteer.clearance, { from: wish.plannedOn, until: wish.plannedOn })) {
    throw new Refusal('VOLUNTEER_NOT_CLEARED', { clearedUntilOn: volunteer.clearance?.validUntil ?? null })
  }
}

async function listWritten({ tx, actor }: Context, ids: string[]): Promise<Planned[]> {
  const { rows } = await sql<PlannedRecord>`select ${plannedColumns} from care.planned_visits n ${plannedJoins}
    where n.city_id = ${actor.cityId} and n.id = any (${ids}::uuid[]) order by n.planned_on, n.id`.execute(tx)
  return rows.map(plannedOf)
}
