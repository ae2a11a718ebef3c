import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { formatYuan } from '#platform/values/money.ts'

/** Fewer people are not told as a number in a document that is published. */
const leastTold = 5

type Known = { budgetFen: number; spentFen: number; people: number }

/** What the records say of the project an occasion follows: money by the books, people as one number. Nothing where the occasion was typed. */
export async function fillProject({ tx, actor }: Context, occasionId: string | null): Promise<Record<string, string>> {
  if (occasionId === null) return {}
  const { cityId } = actor
  const { rows: [known] } = await sql<Known>`select p.budget_fen::float8 as budget_fen,
      (select coalesce(sum(s.amount_fen), 0)::float8 from ledger.published_project_postings s
        where s.city_id = ${cityId} and s.is_cost and (s.project_id = p.id or s.project_id in (
          select l.id from projects.published_budget_lines l where l.city_id = ${cityId} and l.project_id = p.id))) as spent_fen,
      (select (count(distinct h.child_id) + coalesce(sum(h.people_count) filter (where h.child_id is null), 0))::int
         from projects.published_helped h where h.city_id = ${cityId} and h.project_id = p.id) as people
    from duties.occasions o join projects.published_projects p on p.city_id = ${cityId} and p.id = o.source_id
   where o.city_id = ${cityId} and o.id = ${occasionId} and o.source = 'projects.project'`.execute(tx)
  if (known === undefined) return {}
  const { budgetFen, spentFen, people } = known
  return {
    'project-money': `预算${formatYuan(budgetFen)}元，已支出${formatYuan(spentFen)}元，剩余${formatYuan(budgetFen - spentFen)}元`,
    'project-people': people >= leastTold ? `共${people}人受益` : '受益不足5人，不单独公布人数',
  }
}
