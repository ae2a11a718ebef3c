import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits } from '../../access.ts'
import type { careContract } from '../../contract.ts'
import { weekOf } from '../../rules/visits/week.ts'
import { findStops } from './route-stops.ts'

type Input = z.output<NonNullable<(typeof careContract.listWeekVolunteers)['~orpc']['inputSchema']>>
type Goer = { id: string; unitCode: string; name: string; visits: number; hasPhone: boolean }
/** More visits than these are shown for a unit further down. */
const mostStops = 2000

/** Volunteers who have something to visit in a week, those without a phone in front: for them the list is printed. */
export async function listWeekVolunteers(context: Context, input: Input): Promise<{ items: Goer[] }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const stops = await findStops(context, { ...rangeOf(actor, input.unit), ...weekOf(input.on), withDue: true, limit: mostStops })
  const goers = new Map<string, Goer>()
  for (const { unitCode, goers: [...going] } of stops) {
    for (const { volunteerId, name } of going) {
      const known = goers.get(volunteerId)
      goers.set(volunteerId, known ? { ...known, visits: known.visits + 1 } : { id: volunteerId, unitCode, name, visits: 1, hasPhone: false })
    }
  }
  const { rows } = await sql<{ id: string }>`select v.id from volunteers.published_volunteers v
    where v.city_id = ${actor.cityId} and v.id = any (${[...goers.keys()]}::uuid[]) and v.has_smartphone`.execute(tx)
  const withPhone = new Set(rows.map(({ id }) => id))
  const items = [...goers.values()].map((goer) => ({ ...goer, hasPhone: withPhone.has(goer.id) }))
  return { items: items.toSorted((one, other) => Number(one.hasPhone) - Number(other.hasPhone) || one.name.localeCompare(other.name, 'zh-CN')) }
}
