import { sql } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadProjects } from '../../access.ts'
import type { ProjectFilters, ProjectRow } from '../../contract.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'
import { projectColumns, projectJoins, projectRowsOf, type ProjectRecord } from './project-rows.ts'

/** Projects of the range, the latest changed first. */
export async function listProjects(context: Context, input: ProjectFilters): Promise<Page<ProjectRow>> {
  const { tx, actor } = context
  mustReadProjects(actor)
  const where = sql.join([inRange(context, input.unit), ...(input.status === undefined ? [] : [sql`r.status = ${input.status}`])], sql` and `)
  const [page, counted] = await Promise.all([
    sql<ProjectRecord>`select ${projectColumns} from projects.projects r ${projectJoins}
      where r.city_id = ${actor.cityId} and ${where}${beyond(input.after)} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from projects.projects r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(await projectRowsOf(context, page.rows), {
    limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: ({ changedText: _text, ...row }) => row,
  })
}
