import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Project } from '../../contract.ts'
import { noMoney, sumProjects } from './figures-of.ts'

/** Funds that bear the budget, with what is still reserved. */
export async function listSources({ tx, actor }: Context, projectId: string): Promise<Project['sources']> {
  const { rows } = await sql<Project['sources'][number]>`select s.fund_id, f.name as fund_name, s.amount_fen::float8 as amount_fen,
      s.carried_fen::float8 as carried_fen,
      case when f.restriction <> 'none' then coalesce(c.left_fen, 0)::float8 end as left_fen, s.freed_fen::float8 as freed_fen
    from projects.project_sources s join ledger.published_funds f on f.city_id = s.city_id and f.id = s.fund_id
    left join ledger.published_reservations c on c.city_id = s.city_id and c.id = s.commitment_id
    where s.city_id = ${actor.cityId} and s.project_id = ${projectId} order by f.code`.execute(tx)
  return rows
}

/** Steps in their order. */
export const listMilestones = async ({ tx, actor }: Context, projectId: string): Promise<Project['milestones']> =>
  tx.selectFrom('projects.milestones').select(['id', 'title', 'dueOn', 'reachedOn', 'note']).where('cityId', '=', actor.cityId)
    .where('projectId', '=', projectId).orderBy('seq').execute()

/** Whom it helps within the range of the actor, the latest entered first. */
export async function listBeneficiaries({ tx, actor }: Context, projectId: string): Promise<Project['beneficiaries']> {
  const { rows } = await sql<Project['beneficiaries'][number]>`select b.id, b.label, b.child_id is null as is_outside, b.people_count, u.name as unit_name,
      b.added_on, b.added_name
    from projects.beneficiaries b join organization.published_units u on u.city_id = b.city_id and u.id = b.unit_id
    where b.city_id = ${actor.cityId} and b.project_id = ${projectId} and b.removed_on is null order by b.created_at desc, b.id limit 500`.execute(tx)
  return rows
}

/** Evidence, the first added first. */
export const listPapers = async ({ tx, actor }: Context, projectId: string): Promise<Project['papers']> =>
  tx.selectFrom('projects.projectPapers').select(['id', 'title', 'extension', 'addedName']).where('cityId', '=', actor.cityId)
    .where('projectId', '=', projectId).orderBy('createdAt').execute()

/** Projects right below, with their money. */
export async function listBelow(context: Context, projectId: string): Promise<Project['below']> {
  const { tx, actor } = context
  const children = await tx.selectFrom('projects.projects').select(['id', 'name', 'status']).where('cityId', '=', actor.cityId)
    .where('parentId', '=', projectId).where('status', 'in', ['running', 'accepted', 'closed']).orderBy('name').execute()
  const money = await sumProjects(context, children.map(({ id }) => id))
  return children.map(({ id, name, status }) => {
    const { budgetFen, actualFen } = money.get(id) ?? noMoney
    return { id, name, status: status as Project['status'], budgetFen, actualFen }
  })
}
