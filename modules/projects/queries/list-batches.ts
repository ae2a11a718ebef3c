import { sql } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAwards } from '../access.ts'
import type { BatchFilters, BatchRow } from '../contract.ts'
import { batchColumns, batchJoins, batchRowOf, type BatchRecord } from './batch-rows.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'

/** Batches of the range, the latest changed first. */
export async function listBatches(context: Context, input: BatchFilters): Promise<Page<BatchRow>> {
  const { tx, actor } = context
  mustReadAwards(actor)
  const where = sql.join([inRange(context, input.unit), ...(input.status === undefined ? [] : [sql`r.status = ${input.status}`])], sql` and `)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<BatchRecord>`select ${batchColumns} from projects.batches r ${batchJoins}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from projects.batches r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: batchRowOf })
}
