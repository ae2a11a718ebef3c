import { sql, type RawBuilder } from 'kysely'
import { countCap } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAid } from '../access.ts'
import type { ActFilters, ActRow } from '../contract.ts'
import { actColumns, actJoins, actRowOf, type ActRecord } from './act-rows.ts'
import { beyond, inBatches, inRange, pageOfRecords } from './range-rows.ts'

type Filters = Omit<ActFilters, 'after' | 'limit'>

/** Acts of aid of the range, the latest changed first. */
export async function listActs(
  context: Context, input: ActFilters,
): Promise<{ items: ActRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadAid(context.actor)
  const { tx, actor } = context
  // Refused here, before two statements are on their way.
  const where = wished(context, input)
  const from = sql`${where}${beyond(input.after)}`
  const [records, counted] = await Promise.all([
    readActs(context, from, input.limit + 1),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from aid.acts r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(records, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: actRowOf })
}

/** All acts as filtered, for a workbook. */
export async function* readActsInBatches(context: Context, filters: Filters): AsyncGenerator<ActRow> {
  const where = wished(context, filters)
  for await (const record of inBatches(({ after, limit }) => readActs(context, sql`${where}${beyond(after)}`, limit))) yield actRowOf(record)
}

async function readActs({ tx, actor }: Context, where: RawBuilder<unknown>, limit: number): Promise<ActRecord[]> {
  const { rows } = await sql<ActRecord>`
    with page as (select r.city_id, r.id from aid.acts r where r.city_id = ${actor.cityId} and ${where}
      order by r.updated_at desc, r.id desc limit ${limit})
    select ${actColumns} from page join aid.acts r on r.city_id = page.city_id and r.id = page.id ${actJoins}
     where r.city_id = ${actor.cityId} order by r.updated_at desc, r.id desc`.execute(tx)
  return rows
}

function wished(context: Context, input: Filters): RawBuilder<unknown> {
  const { actor } = context
  const parts = [inRange(context, input.unit)]
  if (input.status !== undefined) parts.push(sql`r.status = ${input.status}`)
  if (input.kind !== undefined) parts.push(sql`r.kind = ${input.kind}`)
  if (input.courtesy !== undefined) parts.push(sql`r.is_courtesy_call = ${input.courtesy}`)
  if (input.payer !== undefined) {
    parts.push(sql`exists (select 1 from aid.shares s where s.city_id = ${actor.cityId} and s.act_id = r.id and s.payer_kind = ${input.payer}
      and s.withdrawn_on is null)`)
  }
  if (input.caseId !== undefined) parts.push(sql`r.case_id = ${input.caseId}`)
  if (input.childId !== undefined) parts.push(sql`r.child_id = ${input.childId}`)
  return sql.join(parts, sql` and `)
}
