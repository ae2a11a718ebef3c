import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import { lockCase } from '../../queries/lock-case.ts'
import { plannedColumns, plannedJoins, plannedOf, type Planned, type PlannedRecord } from '../../queries/planned-rows.ts'
import { includes } from '../../rules/pairing.ts'
import { mustServeOn } from '../steps/paired-state.ts'

/** Moves one planned visit to another day; of a series the others stay where they are. */
export async function movePlannedVisit(context: Context, input: { id: string; plannedOn: string }): Promise<Planned> {
  const { tx, actor, today } = context
  mustRecordVisits(actor)
  const planned = await tx.selectFrom('care.plannedVisits').select(['caseId', 'plannedOn', 'volunteerId', 'secondVolunteerId'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').executeTakeFirst()
  if (planned === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, planned.caseId)
  if (input.plannedOn < today) throw new Refusal('PLANNED_IN_PAST')
  const own = held.pairings.filter(({ volunteerId }) => volunteerId === planned.volunteerId)
  if (planned.volunteerId !== null && !own.some((pairing) => includes(pairing, input.plannedOn))) {
    throw new Refusal('VOLUNTEER_NOT_PAIRED', { volunteerId: planned.volunteerId, name: own[0]?.name ?? null })
  }
  await mustServeOn(context, [planned.volunteerId, planned.secondVolunteerId], input.plannedOn)
  const other = await tx.selectFrom('care.plannedVisits').select('id').where('cityId', '=', actor.cityId).where('caseId', '=', held.id)
    .where('status', '=', 'planned').where('plannedOn', '=', input.plannedOn).where('id', '<>', input.id).executeTakeFirst()
  if (other !== undefined) throw new Refusal('ALREADY_PLANNED')
  await tx.updateTable('care.plannedVisits').set({ plannedOn: input.plannedOn })
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').execute()
  await recordAudit(context, {
    verb: 'planned-visit.moved', subjectKind: 'planned-visit', subjectId: input.id, scopeCode: held.scopeCode,
    details: { caseId: held.id, childId: held.childId, before: planned.plannedOn, plannedOn: input.plannedOn },
  })
  const { rows } = await sql<PlannedRecord>`select ${plannedColumns} from care.planned_visits n ${plannedJoins}
    where n.city_id = ${actor.cityId} and n.id = ${input.id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return plannedOf(rows[0])
}
