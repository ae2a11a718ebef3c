import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** How a line of a budget reads on a line of the books. */
export async function findLineLabel({ tx, actor }: Context, lineId: string): Promise<string> {
  const { rows } = await sql<{ label: string }>`select p.name || ' · ' || l.name as label from projects.budget_lines l
    join projects.projects p on p.city_id = l.city_id and p.id = l.project_id where l.city_id = ${actor.cityId} and l.id = ${lineId}`.execute(tx)
  return rows[0]?.label ?? ''
}

/** A line of the budget of a project that runs in these books and has this fund as a source; not found outside the range. */
export async function loadRunningLine(
  { tx, actor }: Context, { budgetLineId, bookId, fundId }: { budgetLineId: string; bookId: string; fundId: string },
): Promise<{ id: string; projectId: string }> {
  const { rows } = await sql<{ id: string; projectId: string; runs: boolean; hasFund: boolean }>`select l.id, l.project_id,
      p.status = 'running' and p.book_id = ${bookId} as runs,
      exists (select 1 from projects.project_sources s where s.city_id = ${actor.cityId} and s.project_id = l.project_id and s.fund_id = ${fundId}) as has_fund
    from projects.budget_lines l join projects.projects p on p.city_id = l.city_id and p.id = l.project_id
    where l.city_id = ${actor.cityId} and l.id = ${budgetLineId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (!found.runs) throw new Refusal('PROJECT_NOT_RUNNING')
  if (!found.hasFund) throw new Refusal('FUND_NOT_OF_PROJECT')
  return { id: found.id, projectId: found.projectId }
}
