import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Money of a project, with that of the projects below it. */
export type Money = { budgetFen: number; actualFen: number; promisedFen: number }
/** No money at all. */
export const noMoney: Money = { budgetFen: 0, actualFen: 0, promisedFen: 0 }

/** The projects asked for, each with all that were approved below it. */
const treeOf = (cityId: number, ids: readonly string[]) => sql`tree as (
    select p.id as root_id, p.id, p.budget_fen from projects.projects p where p.city_id = ${cityId} and p.id = any (${[...ids]}::uuid[])
    union all
    select t.root_id, c.id, c.budget_fen from tree t join projects.projects c on c.city_id = ${cityId} and c.parent_id = t.id
     where c.city_id = ${cityId} and c.status in ('running', 'accepted', 'closed'))`

/** What a line of the books may name: a project or a line of its budget. */
const namedBy = (cityId: number) => sql`named as (
    select t.root_id, t.id as project_id, t.id as name_id from tree t
    union all
    select t.root_id, t.id, l.id from tree t join projects.budget_lines l on l.city_id = ${cityId} and l.project_id = t.id where l.city_id = ${cityId})`

/** Budget, spending by the books and what approved batches still pay, of several projects at once. */
export async function sumProjects({ tx, actor }: Context, ids: readonly string[]): Promise<Map<string, Money>> {
  if (ids.length === 0) return new Map()
  const { cityId } = actor
  const { rows } = await sql<Money & { rootId: string }>`with recursive ${treeOf(cityId, ids)}, ${namedBy(cityId)}
    select t.root_id, sum(t.budget_fen)::float8 as budget_fen,
      (select coalesce(sum(p.amount_fen), 0)::float8 from named n
         join ledger.published_project_postings p on p.city_id = ${cityId} and p.project_id = n.name_id and p.is_cost
        where p.city_id = ${cityId} and n.root_id = t.root_id) as actual_fen,
      (select coalesce(sum(x.amount_fen), 0)::float8 from named n
         join projects.batches b on b.city_id = ${cityId} and b.project_id = n.name_id and b.status = 'approved'
         join projects.batch_rows x on x.city_id = ${cityId} and x.batch_id = b.id and x.outcome is null
        where b.city_id = ${cityId} and n.root_id = t.root_id) as promised_fen
    from tree t group by t.root_id`.execute(tx)
  return new Map(rows.map(({ rootId, ...money }) => [rootId, money]))
}

/** Each line of one project's own budget with what became of it. */
export async function listBudgetLines({ tx, actor }: Context, projectId: string): Promise<
  { id: string; seq: number; name: string; budgetFen: number; actualFen: number; promisedFen: number }[]
> {
  const { cityId } = actor
  const { rows } = await sql<{ id: string; seq: number; name: string; budgetFen: number; actualFen: number; promisedFen: number }>`
    select l.id, l.seq, l.name, l.amount_fen::float8 as budget_fen,
      (select coalesce(sum(p.amount_fen), 0)::float8 from ledger.published_project_postings p
        where p.city_id = ${cityId} and p.project_id = l.id and p.is_cost) as actual_fen,
      (select coalesce(sum(x.amount_fen), 0)::float8 from projects.batches b
         join projects.batch_rows x on x.city_id = ${cityId} and x.batch_id = b.id and x.outcome is null
        where b.city_id = ${cityId} and b.budget_line_id = l.id and b.status = 'approved') as promised_fen
    from projects.budget_lines l where l.city_id = ${cityId} and l.project_id = ${projectId} order by l.seq`.execute(tx)
  return rows
}

/** Spending that names the project itself and no line of its budget. */
export async function sumUnassigned({ tx, actor }: Context, projectId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(p.amount_fen), 0)::float8 as fen from ledger.published_project_postings p
    where p.city_id = ${actor.cityId} and p.project_id = ${projectId} and p.is_cost`.execute(tx)
  return rows[0]?.fen ?? 0
}

/** Whom a project and those below it reached: a child counts once, whether entered or given an award; people counted outside are added up. */
export async function countReached({ tx, actor }: Context, projectId: string): Promise<{ childCount: number; outsideCount: number }> {
  const { cityId } = actor
  const { rows } = await sql<{ childCount: number; outsideCount: number }>`with recursive ${treeOf(cityId, [projectId])}, reached as (
      select b.child_id, b.people_count from projects.beneficiaries b join tree t on t.id = b.project_id
       where b.city_id = ${cityId} and b.removed_on is null
      union all
      select a.child_id, a.people_count from projects.batches c join tree t on t.id = c.project_id
        join projects.batch_rows x on x.city_id = ${cityId} and x.batch_id = c.id and x.outcome = 'paid'
        join projects.awards a on a.city_id = ${cityId} and a.id = x.award_id where c.city_id = ${cityId})
    select count(distinct r.child_id)::int as child_count, coalesce(sum(r.people_count) filter (where r.child_id is null), 0)::int as outside_count
      from reached r`.execute(tx)
  return rows[0] ?? { childCount: 0, outsideCount: 0 }
}

/** Lines of the books that name the project, one below it, or the one line of a budget that is asked for. */
export async function readPostings({ tx, actor }: Context, { id, lineId }: { id: string; lineId: string | undefined }): Promise<{
  journalId: string; datedOn: string; memo: string; accountCode: string; accountName: string; projectLabel: string; amountFen: number; voucherId: string | null
}[]> {
  const { cityId } = actor
  const { rows } = await sql<Awaited<ReturnType<typeof readPostings>>[number]>`with recursive ${treeOf(cityId, [id])}, ${namedBy(cityId)}
    select p.journal_id, p.dated_on, p.memo, p.account_code, p.account_name, p.project_label, p.amount_fen::float8 as amount_fen, p.voucher_id
      from named n join ledger.published_project_postings p on p.city_id = ${cityId} and p.project_id = n.name_id and p.is_cost
     where p.city_id = ${cityId} and (${lineId ?? null}::uuid is null or n.name_id = ${lineId ?? null}::uuid)
     order by p.dated_on desc, p.journal_id, p.seq limit 1000`.execute(tx)
  return rows
}
