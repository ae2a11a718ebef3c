import { sql, type RawBuilder } from 'kysely'
import { countCap } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadAid } from '../access.ts'
import type { NeedFilters, NeedRow } from '../contract.ts'
import { waitingStatuses } from '../rules/acting.ts'
import { needColumns, needJoins, needRowOf, type NeedRecord } from './need-rows.ts'
import { beyond, inBatches, inRange, pageOfRecords } from './range-rows.ts'

type Filters = Omit<NeedFilters, 'after' | 'limit'>

/** Needs of the range, the latest changed first. */
export async function listNeeds(
  context: Context, input: NeedFilters,
): Promise<{ items: NeedRow[]; next: string | null; total: number; totalIsCapped: boolean }> {
  mustReadAid(context.actor)
  const { tx, actor, today } = context
  // Refused here, before two statements are on their way.
  const where = wished(context, input)
  const from = sql`${where}${beyond(input.after)}`
  const [records, counted] = await Promise.all([
    readNeeds(context, from, input.limit + 1),
    sql<{ count: number }>`select count(*)::int as count from (select 1 from aid.needs r
      where r.city_id = ${actor.cityId} and ${where} limit ${countCap + 1}) capped`.execute(tx),
  ])
  return pageOfRecords(records, { limit: input.limit, count: counted.rows[0]?.count ?? 0, rowOf: (record) => needRowOf(record, today) })
}

/** All needs as filtered, for a workbook. */
export async function* readNeedsInBatches(context: Context, filters: Filters): AsyncGenerator<NeedRow> {
  const where = wished(context, filters)
  for await (const record of inBatches(({ after, limit }) => readNeeds(context, sql`${where}${beyond(after)}`, limit))) yield needRowOf(record, context.today)
}

async function readNeeds({ tx, actor }: Context, where: RawBuilder<unknown>, limit: number): Promise<NeedRecord[]> {
  const { rows } = await sql<NeedRecord>`select ${needColumns} from aid.needs r ${needJoins}
    where r.city_id = ${actor.cityId} and ${where} order by r.updated_at desc, r.id desc limit ${limit}`.execute(tx)
  return rows
}

function wished(context: Context, input: Filters): RawBuilder<unknown> {
  const parts = [inRange(context, input.unit)]
  const waiting = sql`r.status = any (${[...waitingStatuses]}::text[]) and r.wanted_by < ${context.today}::date`
  if (input.status !== undefined) parts.push(sql`r.status = ${input.status}`)
  if (input.kind !== undefined) parts.push(sql`r.kind = ${input.kind}`)
  if (input.overdue === true) parts.push(waiting)
  if (input.overdue === false) parts.push(sql`(${waiting}) is not true`)
  if (input.caseId !== undefined) parts.push(sql`r.case_id = ${input.caseId}`)
  if (input.childId !== undefined) parts.push(sql`r.child_id = ${input.childId}`)
  return sql.join(parts, sql` and `)
}
