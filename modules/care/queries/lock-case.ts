import { Refusal } from '#platform/contract/refusal.ts'
import type { Tx } from '#platform/database/kysely.ts'
import { runPrepared } from '#platform/database/prepared.ts'
import type { Statement } from '#platform/database/statement.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { visibleCases } from '../access.ts'
import type { Colour, PairingRole } from '../contract.ts'
import { includes } from '../rules/pairing.ts'
import { intervalsOf, type IntervalDays } from '../rules/risk.ts'
import { childLabelOf } from '../rules/words.ts'

/** A pairing as rules look at it. */
export type CasePairing = { id: string; volunteerId: string; name: string; role: PairingRole; fromOn: string; untilOn: string | null }

/** A case locked until the transaction ends, with everything its rules ask. */
export type LockedCase = {
  id: string; scopeCode: string; unitId: string; childId: string; childLabel: string; maskedName: string
  status: 'open' | 'closed'; openedOn: string; reopenedOn: string | null; closedOn: string | null; wrappedKey: Buffer | null; colour: Colour
  lastMadeOn: string | null; nextVisitDueOn: string | null; version: number
  pairings: CasePairing[]
  intervals: IntervalDays
}

type Row = Omit<LockedCase, 'childLabel' | 'intervals'> & { ageBand: string | null; setting: Partial<IntervalDays> | null }

/** Loads and locks a case the actor can see; not found otherwise. One statement. */
export async function lockCase(context: Context, id: string): Promise<LockedCase> {
  const [held] = onlyVisible(context, await lockRow(context, id))
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return held
}

/** What a visit to a case settles: the plan nearest to its day, three days before or after, and the actor's draft. */
export type Settled = { plannedId: string | null; hasDraft: boolean }

/** Loads and locks a case as `lockCase` does, and finds what a visit on a day settles. One statement. */
export async function lockCaseForVisit(context: Context, { id, madeOn }: { id: string; madeOn: LocalDate }): Promise<LockedCase & Settled> {
  const { tx, actor, today } = context
  const [found] = await runPrepared<Row & Settled>(tx, { sql: visitText, parameters: [today, actor.cityId, id, madeOn, actor.accountId] })
  if (found === undefined) throw new Refusal('NOT_FOUND')
  const { plannedId, hasDraft, ...row } = found
  const [held] = onlyVisible(context, [lockedOf(row)])
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return { ...held, plannedId, hasDraft }
}

/** Loads and locks the case of a visit that the actor was found to see: also a volunteer whose pairing has ended since. */
export async function lockCaseOfVisit(context: Context, visit: { caseId: string }): Promise<LockedCase> {
  const [held] = await lockRow(context, visit.caseId)
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return held
}

/** Loads and locks several cases in one statement; those the actor cannot see are left out: a volunteer sees those of living pairings. */
export async function lockCases(context: Context, ids: readonly string[]): Promise<LockedCase[]> {
  return onlyVisible(context, await lockRows(context, ids))
}

function onlyVisible({ actor, today }: Context, held: LockedCase[]): LockedCase[] {
  const { onlyOf } = visibleCases(actor)
  return held.filter(({ pairings }) => onlyOf === null || pairings.some((own) => own.volunteerId === onlyOf && includes(own, today)))
}

/** The same for a job, which acts for the whole city. */
export const lockCasesAsSystem = (context: Context, ids: readonly string[]): Promise<LockedCase[]> => lockRows(context, ids)

/** The statement, for one id or a list of them: `$1` is the day, `$2` the city, `$3` what is looked for; `more` are further columns. */
const lockingText = (which: string, more = ''): string => `
    select c.id, c.scope_code::text as scope_code, c.unit_id, c.child_id, c.status, c.opened_on, c.reopened_on, c.closed_on, c.wrapped_key, c.colour,
           c.last_made_on, c.next_visit_due_on, c.version, coalesce(ch.masked_name, '某') as masked_name, ch.age_band,
           (select coalesce(json_agg(json_build_object('id', p.id, 'volunteerId', p.volunteer_id, 'name', p.volunteer_name, 'role', p.role,
                'fromOn', p.from_on, 'untilOn', p.until_on) order by p.role desc, p.from_on, p.id), '[]')
              from care.pairings p where p.city_id = c.city_id and p.case_id = c.id) as pairings,
           (select s.value from platform.settings s where s.city_id = c.city_id and s.name = 'care.visit-interval-days' and s.valid_from <= $1::date
             order by s.valid_from desc limit 1) as setting${more}
      from care.cases c
      left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id
     where c.city_id = $2 and ${which} order by c.id for update of c`

// Two texts: where one id is asked for the database knows that it finds one row, and plans the statement once and for all.
const [oneText, someText] = [lockingText('c.id = $3'), lockingText('c.id = any ($3::uuid[])')]
// Looked up here, what a visit settles costs less than writes that mostly find nothing.
const visitText = lockingText('c.id = $3', `,
           (select n.id from care.planned_visits n where n.city_id = c.city_id and n.case_id = c.id and n.status = 'planned'
               and n.planned_on between $4::date - 3 and $4::date + 3 order by abs(n.planned_on - $4::date), n.id limit 1) as planned_id,
           exists (select from care.visit_drafts d where d.city_id = c.city_id and d.account_id = $5 and d.case_id = c.id) as has_draft`)

const lockRow = ({ tx, actor, today }: Context, id: string): Promise<LockedCase[]> => lock(tx, { sql: oneText, parameters: [today, actor.cityId, id] })

const lockRows = ({ tx, actor, today }: Context, ids: readonly string[]): Promise<LockedCase[]> =>
  lock(tx, { sql: someText, parameters: [today, actor.cityId, ids] })

async function lock(tx: Tx, query: Statement<Row>): Promise<LockedCase[]> {
  return (await runPrepared(tx, query)).map(lockedOf)
}

function lockedOf({ ageBand, setting, ...rest }: Row): LockedCase {
  const childLabel = ageBand === null ? rest.maskedName : childLabelOf({ maskedName: rest.maskedName, ageBand })
  return { ...rest, childLabel, intervals: intervalsOf(setting) }
}
