import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { Visit } from '../contract.ts'
import { ofVisibleVisits, visitColumns, visitJoins, visitOf, type VisitRecord } from './visit-rows.ts'

/** One visit as lists show it; what a command answers with. */
export async function getVisitRow(context: Context, id: string): Promise<Visit> {
  const { rows } = await sql<VisitRecord>`select ${visitColumns} from care.visits v ${visitJoins}
    where v.city_id = ${context.actor.cityId} and v.id = ${id}${ofVisibleVisits(context)}`.execute(context.tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return visitOf(context, rows[0])
}
