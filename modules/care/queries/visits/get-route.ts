import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import { mustReadCases } from '../../access.ts'
import type { careContract, RouteGroup } from '../../contract.ts'
import { groupRoute } from '../../rules/visits/route.ts'
import { findStops } from './route-stops.ts'

type Input = z.output<NonNullable<(typeof careContract.getRoute)['~orpc']['inputSchema']>>

/** More visits than this nobody makes in one day; the list says that there are more. */
const mostOfDay = 100
/** A plan of these days before that nobody recorded is still meant. */
const lookBackDays = 7

/** The visits of a day by village, in the order in which the caller means to go. No location is asked of anybody. */
export async function getRoute(context: Context, input: Input): Promise<{ on: string; groups: RouteGroup[]; isCapped: boolean }> {
  const { tx, actor } = context
  mustReadCases(actor)
  const range = rangeOf(actor, input.unit)
  const [stops, saved] = await Promise.all([
    findStops(context, {
      ...range, fromOn: addDays(input.on, -lookBackDays), untilOn: input.on, withDue: input.only === undefined, limit: mostOfDay + 1,
      ofVolunteers: input.volunteer === undefined ? undefined : [input.volunteer],
    }),
    tx.selectFrom('care.routeOrders').select('caseIds').where('cityId', '=', actor.cityId).where('grantId', '=', actor.grantId).where('onDay', '=', input.on)
      .executeTakeFirst(),
  ])
  const groups = groupRoute(stops.slice(0, mostOfDay), saved?.caseIds ?? [])
  return { on: input.on, groups, isCapped: stops.length > mostOfDay }
}
