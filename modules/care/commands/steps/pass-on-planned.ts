import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { findFirstVisits } from '../../queries/visits/find-first-visits.ts'
import { goersAfter, type Goers } from '../../rules/visits/going-on.ts'

type Ahead = Goers & { id: string; meets: boolean }

/**
 * Visits planned for days on which a volunteer is no more paired with the child go over to whoever takes over, or to the worker: on no list, of paper or
 * of a phone, stands a child with whom its reader is not paired. Says how many there were. The case is held by the caller.
 */
export async function passOnPlanned(context: Context, { caseId, goneId, successorId }: { caseId: string; goneId: string; successorId: string | null }) {
  const { tx, actor, today } = context
  const { rows } = await sql<Ahead>`
    select n.id, n.volunteer_id, n.second_volunteer_id, n.with_worker, n.medium in ('home', 'outing') as meets from care.planned_visits n
     where n.city_id = ${actor.cityId} and n.case_id = ${caseId} and n.status = 'planned' and n.planned_on >= ${today}::date
       and (n.volunteer_id = ${goneId} or n.second_volunteer_id = ${goneId})
       and not exists (select 1 from care.pairings p where p.city_id = n.city_id and p.case_id = n.case_id and p.volunteer_id = ${goneId}
         and p.from_on <= n.planned_on and (p.until_on is null or p.until_on >= n.planned_on))
     order by n.planned_on, n.id`.execute(tx)
  if (rows.length === 0) return 0
  const firstVisits = await findFirstVisits(context)
  const meeting = rows.filter(({ meets, volunteerId }) => meets && volunteerId === goneId)
  const groups = Map.groupBy(rows, (visit) => JSON.stringify(
    goersAfter({ volunteerId: visit.volunteerId, secondVolunteerId: visit.secondVolunteerId, withWorker: visit.withWorker }, {
      goneId, successorId, isFirst: meeting.slice(0, firstVisits).includes(visit),
    })))
  for (const [goers, visits] of groups) {
    await tx.updateTable('care.plannedVisits').set(JSON.parse(goers) as Goers)
      .where('cityId', '=', actor.cityId).where('id', 'in', visits.map(({ id }) => id)).where('status', '=', 'planned').execute()
  }
  return rows.length
}
