import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import type { careContract, Medium } from '../../contract.ts'
import { lockCase } from '../../queries/lock-case.ts'
import type { Planned } from '../../queries/planned-rows.ts'
import { daysOfSeries, findSeriesObstacle } from '../../rules/visits/series.ts'
import { planVisits } from '../plan-visits.ts'

type Input = z.output<NonNullable<(typeof careContract.updateSeries)['~orpc']['inputSchema']>>
type Ahead = { plannedOn: string; medium: string; volunteerId: string | null; secondVolunteerId: string | null; withWorker: boolean }

/** Plans anew what lies ahead of a series: another interval, day of the week, end or company. What was made, moved away or dropped stays as it is. */
export async function updateSeries(context: Context, input: Input): Promise<{ id: string; dropped: number; items: Planned[] }> {
  const { tx, actor, today } = context
  mustRecordVisits(actor)
  const series = await tx.selectFrom('care.visitSeries').select(['caseId', 'fromOn', 'untilOn', 'everyWeeks'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (series === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, series.caseId)
  const ahead = await tx.updateTable('care.plannedVisits').set({ status: 'dropped' })
    .where('cityId', '=', actor.cityId).where('seriesId', '=', input.id).where('status', '=', 'planned').where('plannedOn', '>=', today)
    .returning(['plannedOn', 'medium', 'volunteerId', 'secondVolunteerId', 'withWorker']).execute()
  const [first] = ahead.toSorted((one, other) => one.plannedOn.localeCompare(other.plannedOn))
  if (first === undefined) throw new Refusal('SERIES_OVER')
  const obstacle = findSeriesObstacle(input)
  if (obstacle !== undefined) throw new Refusal(obstacle.code, 'data' in obstacle ? obstacle.data : undefined)
  const visit = visitOf(first, input)
  const { items } = await planVisits(context, { visits: daysOfSeries(input).map((plannedOn) => ({ ...visit, caseId: series.caseId, plannedOn })) })
  const { untilOn, everyWeeks } = input
  await tx.updateTable('care.visitSeries').set({ untilOn, everyWeeks, medium: visit.medium, volunteerId: visit.volunteerId ?? null })
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).execute()
  await tx.updateTable('care.plannedVisits').set({ seriesId: input.id })
    .where('cityId', '=', actor.cityId).where('id', 'in', items.map((planned) => planned.id)).execute()
  await recordAudit(context, {
    verb: 'visit-series.updated', subjectKind: 'visit-series', subjectId: input.id, scopeCode: held.scopeCode,
    details: {
      caseId: held.id, childId: held.childId, before: { untilOn: series.untilOn, everyWeeks: series.everyWeeks }, fromOn: input.fromOn, untilOn, everyWeeks,
      dropped: ahead.length, visits: items.length,
    },
  })
  return { id: input.id, dropped: ahead.length, items: items.map((planned) => ({ ...planned, seriesId: input.id, series: { everyWeeks, untilOn } })) }
}

/** Who goes and how, as before where nothing else was said. Another volunteer goes without the former company. */
function visitOf(first: Ahead, input: Input) {
  const volunteerId = input.volunteerId ?? first.volunteerId ?? undefined
  const isSame = volunteerId === (first.volunteerId ?? undefined)
  const secondVolunteerId = input.secondVolunteerId ?? (isSame ? first.secondVolunteerId ?? undefined : undefined)
  return {
    medium: input.medium ?? first.medium as Medium, withWorker: input.withWorker ?? first.withWorker,
    ...(volunteerId === undefined ? {} : { volunteerId }), ...(secondVolunteerId === undefined ? {} : { secondVolunteerId }),
  }
}
