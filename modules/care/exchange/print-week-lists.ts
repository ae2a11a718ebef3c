import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { openChildFields } from '#modules/children/index.ts'
import { mustRecordVisits, visibleCases } from '../access.ts'
import type { WeekList } from '../contract.ts'
import { findStops, type FoundStop } from '../queries/visits/route-stops.ts'
import { weekOf } from '../rules/visits/week.ts'

/** Visits on the lists of one print. */
const mostLines = 500

/**
 * The week's lists of volunteers without a phone. On paper stands as little as a visit needs: the child's name where the caller may open it, the village,
 * the day. Every name opened is recorded by the file, and every child on a list as printed, so that the access log shows both.
 */
export async function printWeekLists(context: Context, input: { on: string; volunteerIds: string[] }): Promise<{
  fromOn: string; untilOn: string; unitName: string; lists: WeekList[]
}> {
  const { actor } = context
  mustRecordVisits(actor)
  const { onlyOf } = visibleCases(actor)
  const volunteerIds = [...new Set(input.volunteerIds)]
  if (onlyOf !== null && volunteerIds.some((id) => id !== onlyOf)) throw new Refusal('NOT_FOUND')
  const week = weekOf(input.on)
  const stops = await findStops(context, { lo: actor.scopeLo, hi: actor.scopeHi, ...week, withDue: true, ofVolunteers: volunteerIds, limit: mostLines })
  const names = await openNames(context, stops)
  const lists = volunteerIds.flatMap((id) => listOf(id, stops, names))
  if (lists.length === 0) throw new Refusal('NOT_FOUND')
  return { ...week, unitName: actor.unit.name, lists }
}

/** Names of the children, each opened under the caller's own approval; where there is none, the masked one stands. */
async function openNames(context: Context, stops: readonly FoundStop[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const purpose = visibleCases(context.actor).onlyOf === null ? 'case' : 'visit'
  for (const { childId, caseId, unitCode } of stops) {
    const name = await openName(context, { childId, purpose })
    if (name !== undefined) names.set(childId, name)
    await recordAudit(context, {
      verb: 'week-list.printed', subjectKind: 'child', subjectId: childId, scopeCode: unitCode.padEnd(18, '0'),
      details: { caseId, fields: name === undefined ? [] : ['name'] },
    })
  }
  return names
}

async function openName(context: Context, { childId, purpose }: { childId: string; purpose: 'case' | 'visit' }): Promise<string | undefined> {
  try {
    return (await openChildFields(context, { childId, fields: ['name'], purpose })).name
  } catch (problem) {
    if (problem instanceof Refusal && ['ACCESS_REQUIRED', 'CHILD_ERASED', 'NOT_FOUND'].includes(problem.code)) return undefined
    throw problem
  }
}

function listOf(volunteerId: string, stops: readonly FoundStop[], names: ReadonlyMap<string, string>): WeekList[] {
  const own = stops.filter(({ goers }) => goers.some((goer) => goer.volunteerId === volunteerId))
    .toSorted((one, other) => (one.plannedOn ?? '9').localeCompare(other.plannedOn ?? '9') || one.unitCode.localeCompare(other.unitCode))
  if (own.length === 0) return []
  const lines = own.map(({ caseId, childId, childLabel, unitName, plannedOn, dueOn, medium, company, withWorker }) => {
    const name = names.get(childId)
    return { caseId, childName: name ?? childLabel, isNameOpen: name !== undefined, unitName, plannedOn, dueOn, medium, company, withWorker }
  })
  const [goer] = own.flatMap(({ goers }) => goers.filter((each) => each.volunteerId === volunteerId))
  return [{ volunteerId, volunteerName: goer?.name ?? '', lines }]
}
