import { sql } from 'kysely'
import { countCap, type Page } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadGifts } from '../../access.ts'
import type { CampaignFilters, CampaignRow } from '../../contract.ts'
import { beyond, inRange, pageOfRecords } from '#platform/access/paged-rows.ts'
import { campaignColumns, campaignJoins, campaignRowsOf, type CampaignRecord } from './campaign-rows.ts'

/** Campaigns of the range, the latest changed first. */
export async function listCampaigns(context: Context, input: CampaignFilters): Promise<Page<CampaignRow>> {
  const { tx, actor } = context
  mustReadGifts(actor)
  const where = sql.join([
    inRange(context, input.unit), ...(input.status === undefined ? [] : [sql`r.status = ${input.status}`]),
    ...(input.bookId === undefined ? [] : [sql`r.book_id = ${input.bookId}`]),
  ], sql` and `)
  const from = sql`${where}${beyond(input.after)}`
  const [page, counted] = await Promise.all([
    sql<CampaignRecord>`select ${campaignColumns} from charity.campaigns r ${campaignJoins(actor.cityId)}
      where r.city_id = ${actor.cityId} and ${from} order by r.updated_at desc, r.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from charity.campaigns r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  const rows = new Map((await campaignRowsOf(context, page.rows)).map((row) => [row.id, row]))
  const { items, ...rest } = pageOfRecords(page.rows, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: ({ id }) => rows.get(id) })
  return { ...rest, items: items.filter((row) => row !== undefined) }
}
