import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { visibleCases } from '../access.ts'
import type { CaseRow } from '../contract.ts'
import { isOverdue } from '../rules/due-dates.ts'
import { childLabelOf } from '../rules/words.ts'

/** A case as the database gives it for a list. */
export type CaseRecord = Omit<CaseRow, 'unitCode' | 'childLabel' | 'isOverdue'> & {
  scopeCode: string; maskedName: string | null; ageBand: string | null
  /** Moment of the last change with all its digits: part of the cursor. */
  changedAt: string
}

/** Columns of a case in a list; `c` is the case, `ch` the child's card, `u` the unit. */
export const caseColumns = (today: string) => sql`
  c.id, c.scope_code::text as scope_code, u.name as unit_name, c.child_id, ch.masked_name, ch.age_band, c.status, c.colour, c.opened_on, c.closed_on,
  c.last_made_on, c.next_visit_due_on, c.version, c.updated_at::text as changed_at,
  (select coalesce(
    json_agg(json_build_object('volunteerId', p.volunteer_id, 'name', p.volunteer_name, 'role', p.role) order by p.role desc, p.from_on, p.id), '[]'
  )
     from care.pairings p
    where p.city_id = c.city_id and p.case_id = c.id and p.from_on <= ${today}::date and (p.until_on is null or p.until_on >= ${today}::date)) as volunteers`

/** What a list of cases is joined with. */
export const caseJoins = sql`
  left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id
  left join organization.published_units u on u.city_id = c.city_id and u.id = c.unit_id`

/** Narrows to the cases a volunteer is paired with today; everybody else sees the range. */
export function ofVisible({ actor, today }: Context): RawBuilder<unknown> {
  const { onlyOf } = visibleCases(actor)
  return onlyOf === null ? sql`` : sql` and exists (select 1 from care.pairings own
    where own.city_id = ${actor.cityId} and own.case_id = c.id and own.volunteer_id = ${onlyOf}
      and own.from_on <= ${today}::date and (own.until_on is null or own.until_on >= ${today}::date))`
}

/** A record as it crosses the wire. */
export function caseRowOf(record: CaseRecord, today: string): CaseRow {
  const { scopeCode, maskedName, ageBand, changedAt: _moment, ...rest } = record
  const childLabel = maskedName === null || ageBand === null ? '某' : childLabelOf({ maskedName, ageBand })
  return { ...rest, unitCode: codeOfScope(scopeCode), childLabel, isOverdue: rest.status === 'open' && isOverdue(rest.nextVisitDueOn, today) }
}

/** One case as lists show it; what a command answers with. */
export async function getCaseRow(context: Context, id: string): Promise<CaseRow> {
  const { tx, actor, today } = context
  const { rows } = await sql<CaseRecord>`select ${caseColumns(today)} from care.cases c ${caseJoins}
    where c.city_id = ${actor.cityId} and c.id = ${id}${ofVisible(context)}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return caseRowOf(rows[0], today)
}
