import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ProjectRow } from '../../contract.ts'
import { noMoney, sumProjects } from './figures-of.ts'

/** A project as the database gives it for a list. */
export type ProjectRecord = Omit<ProjectRow, 'unitCode' | 'budgetFen' | 'actualFen'> & { scopeCode: string; changedText: string }

/** Columns of a project in a list; `r` is the project. */
export const projectColumns = sql`r.id, r.scope_code::text as scope_code, u.name as unit_name, r.book_id, b.name as book_name, r.name, r.status, r.starts_on,
  r.ends_on, r.parent_id, o.name as parent_name, r.proposed_name, r.version, r.updated_at::text as changed_text`

/** What a list of projects is joined with. */
export const projectJoins = sql`
  join organization.published_units u on u.city_id = r.city_id and u.id = r.unit_id
  join ledger.published_books b on b.city_id = r.city_id and b.id = r.book_id
  left join projects.projects o on o.city_id = r.city_id and o.id = r.parent_id`

/** Records as they cross the wire, each with its money. */
export async function projectRowsOf(context: Context, records: readonly ProjectRecord[]): Promise<(ProjectRow & { changedText: string })[]> {
  const money = await sumProjects(context, records.map(({ id }) => id))
  return records.map(({ scopeCode, ...rest }) => {
    const { budgetFen, actualFen } = money.get(rest.id) ?? noMoney
    return { ...rest, unitCode: codeOfScope(scopeCode), budgetFen, actualFen }
  })
}

/** One row as lists show it; not found outside the range. */
export async function getProjectRow(context: Context, id: string): Promise<ProjectRow> {
  const { tx, actor } = context
  const { rows } = await sql<ProjectRecord>`select ${projectColumns} from projects.projects r ${projectJoins}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  const [row] = await projectRowsOf(context, rows)
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const { changedText: _text, ...shown } = row
  return shown
}
