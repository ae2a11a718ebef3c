import { sql } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAwards } from '../access.ts'
import type { AwardFilters, AwardRow } from '../contract.ts'
import { waitingStatuses } from '../rules/steps.ts'
import { awardColumns, awardJoins, awardRowOf, type AwardRecord } from './award-rows.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'

/** Masked awards of the range, the latest changed first. */
export async function listAwards(context: Context, input: AwardFilters): Promise<Page<AwardRow>> {
  const { tx, actor } = context
  mustReadAwards(actor)
  const waiting = sql`r.status = any (${[...waitingStatuses]}::text[])`
  const where = sql.join([
    inRange(context, input.unit), ...(input.status === undefined ? [] : [sql`r.status = ${input.status}`]),
    ...(input.kind === undefined ? [] : [sql`r.kind = ${input.kind}`]), ...(input.batchId === undefined ? [] : [sql`r.batch_id = ${input.batchId}`]),
    ...(input.isWaiting === undefined ? [] : [input.isWaiting ? waiting : sql`not ${waiting}`]),
  ], sql` and `)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<AwardRecord>`select ${awardColumns} from projects.awards r ${awardJoins}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from projects.awards r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: awardRowOf })
}
