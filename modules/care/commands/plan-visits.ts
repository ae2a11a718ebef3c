import type { z } from 'zod'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustRecordVisits, visibleCases } from '../access.ts'
import type { careContract } from '../contract.ts'
import { findCasesWithoutConsent } from '../queries/closing/child-registered.ts'
import { countVisits } from '../queries/visits/count-visits.ts'
import { findFirstVisits } from '../queries/visits/find-first-visits.ts'
import { lockCase, lockCases, type LockedCase } from '../queries/lock-case.ts'
import { plannedColumns, plannedJoins, plannedOf, type Planned, type PlannedRecord } from '../queries/planned-rows.ts'
import { needsSecondPerson } from '../rules/company.ts'
import { includes } from '../rules/pairing.ts'
import { listPairedStates, mustServe, type PairedState } from './steps/paired-state.ts'

type Input = z.output<NonNullable<(typeof careContract.planVisits)['~orpc']['inputSchema']>>
type Wish = Input['visits'][number]

/** Plans visits, of a week for instance: all of them or, where one cannot be, none. */
export async function planVisits(context: Context, input: Input): Promise<{ items: Planned[] }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const ids = [...new Set(input.visits.map(({ caseId }) => caseId))]
  const cases = new Map((await lockCases(context, ids)).map((held) => [held.id, held]))
  const states = await listPairedStates(context, [...new Set(input.visits.flatMap((wish) => whoGo(context, wish)))])
  const withoutConsent = await findCasesWithoutConsent(context, ids)
  for (const wish of input.visits) mustBePossible(context, wish, { held: cases.get(wish.caseId), states, withoutConsent })
  await mustHaveCompany(context, input.visits)
  const rows = input.visits.map((wish) => ({
    cityId: actor.cityId, id: newId(), scopeCode: cases.get(wish.caseId)?.scopeCode ?? '', caseId: wish.caseId, plannedOn: wish.plannedOn, medium: wish.medium,
    volunteerId: wish.volunteerId ?? null, secondVolunteerId: wish.secondVolunteerId ?? null, withWorker: wish.withWorker === true,
    plannedBy: actor.accountId,
  }))
  const written = await tx.insertInto('care.plannedVisits').values(rows)
    .onConflict((conflict) => conflict.columns(['cityId', 'caseId', 'plannedOn']).where('status', '=', 'planned').doNothing()).returning('id').execute()
  if (written.length < rows.length) throw new Refusal('ALREADY_PLANNED')
  await recordAudit(context, {
    verb: 'visits.planned', subjectKind: 'planned-visit', details: {
      visits: rows.map(({ id, caseId, plannedOn, volunteerId }) => ({ id, caseId, plannedOn, volunteerId })),
    },
  })
  return { items: await listWritten(context, rows.map(({ id }) => id)) }
}

/** Takes a planned visit off the plan. */
export async function dropPlannedVisit(context: Context, input: { id: string }): Promise<{ id: string }> {
  const { tx, actor } = context
  mustRecordVisits(actor)
  const planned = await tx.selectFrom('care.plannedVisits').select('caseId')
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').executeTakeFirst()
  if (planned === undefined) throw new Refusal('NOT_FOUND')
  const held = await lockCase(context, planned.caseId)
  await Promise.all([
    tx.updateTable('care.plannedVisits').set({ status: 'dropped' })
      .where('cityId', '=', actor.cityId).where('id', '=', input.id).where('status', '=', 'planned').execute(),
    recordAudit(
      context, { verb: 'planned-visit.dropped', subjectKind: 'planned-visit', subjectId: input.id, scopeCode: held.scopeCode, details: { caseId: held.id } }
    ),
  ])
  return { id: input.id }
}

/** The volunteers who are to go: who was named, else who plans for himself, and who goes along. */
function whoGo({ actor }: Context, { volunteerId, secondVolunteerId }: Wish): string[] {
  return [volunteerId ?? visibleCases(actor).onlyOf, secondVolunteerId].filter((id) => typeof id === 'string')
}

type Known = { held: LockedCase | undefined; states: readonly PairedState[]; withoutConsent: ReadonlySet<string> }

function mustBePossible(context: Context, wish: Wish, { held, states, withoutConsent }: Known): void {
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.status === 'closed') throw new Refusal('CASE_CLOSED')
  if (wish.plannedOn < context.today) throw new Refusal('PLANNED_IN_PAST')
  const [goes, second] = whoGo(context, wish)
  if (goes === undefined) return
  if (withoutConsent.has(held.id)) throw new Refusal('VOLUNTEER_NEEDS_CONSENT')
  const known = held.pairings.filter((each) => each.volunteerId === goes)
  if (!known.some((each) => includes(each, wish.plannedOn))) throw new Refusal('VOLUNTEER_NOT_PAIRED', { volunteerId: goes, name: known[0]?.name ?? null })
  const isPaired = second === undefined || held.pairings.some((each) => each.volunteerId === second && includes(each, wish.plannedOn))
  if (!isPaired || second === goes) throw new Refusal('VOLUNTEER_NOT_PAIRED', { volunteerId: second, name: null })
  for (const id of whoGo(context, wish)) mustServe(states.find(({ volunteerId }) => volunteerId === id), wish.plannedOn)
}

/** The first visits of a pairing are planned for two people. */
export async function mustHaveCompany(context: Context, wishes: readonly Wish[]): Promise<void> {
  const { onlyOf } = visibleCases(context.actor)
  const firstVisits = await findFirstVisits(context)
  for (const [at, wish] of wishes.entries()) {
    const volunteerId = wish.volunteerId ?? onlyOf
    if (volunteerId === null) continue
    const { made, planned } = await countVisits(context, { caseId: wish.caseId, volunteerId, before: wish.plannedOn })
    const earlier = wishes.filter((other, place) => place !== at && other.caseId === wish.caseId && other.plannedOn < wish.plannedOn).length
    const volunteers = wish.secondVolunteerId === undefined ? 1 : 2
    const company = { volunteers, withWorker: wish.withWorker === true, medium: wish.medium, madeBefore: made + planned + earlier, firstVisits }
    if (needsSecondPerson(company)) throw new Refusal('SECOND_PERSON_NEEDED', { firstVisits })
  }
}

async function listWritten({ tx, actor }: Context, ids: string[]): Promise<Planned[]> {
  const { rows } = await sql<PlannedRecord>`select ${plannedColumns} from care.planned_visits n ${plannedJoins}
    where n.city_id = ${actor.cityId} and n.id = any (${ids}::uuid[]) order by n.planned_on, n.id`.execute(tx)
  return rows.map(plannedOf)
}
