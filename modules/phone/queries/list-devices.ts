import { sql } from 'kysely'
import type { z } from 'zod'
import { cursorOf, pageFrom, type Page } from '#platform/contract/paging.ts'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManagePhones } from '../access.ts'
import type { phoneContract, PhoneDevice } from '../contract.ts'
import { findLimits } from './steps/keeping.ts'
import { deviceColumns, deviceOf, type DeviceRecord } from './steps/device-rows.ts'

type Input = z.output<NonNullable<(typeof phoneContract.listDevices)['~orpc']['inputSchema']>>

/** Phones of the people of a range, the latest enrolled first. */
export async function listDevices(context: Context, input: Input): Promise<Page<PhoneDevice>> {
  const { tx, actor } = context
  mustManagePhones(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  const named = input.q === undefined ? sql`` : sql` and (strpos(d.person_name, ${input.q}) > 0 or strpos(d.name, ${input.q}) > 0)`
  const status = input.status === undefined ? sql`` : sql` and (d.cut_off_at is null) = ${input.status === 'in-use'}`
  const where = sql`d.scope_code >= ${lo}::bigint and d.scope_code <= ${hi}::bigint${named}${status}`
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (d.enrolled_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const limits = await findLimits(context)
  const [page, count] = await Promise.all([
    sql<DeviceRecord>`select ${deviceColumns(actor.accountId)} from phone.devices d where d.city_id = ${actor.cityId} and ${where}${beyond}
      order by d.enrolled_at desc, d.id desc limit ${input.limit + 1}`.execute(tx),
    sql<{ count: number }>`select count(*)::int as count from phone.devices d where d.city_id = ${actor.cityId} and ${where}`.execute(tx),
  ])
  const keyOf = ({ enrolledAt, id }: PhoneDevice) => [new Date(enrolledAt).toISOString(), id]
  return pageFrom(page.rows.map((row) => deviceOf(row, limits)), { limit: input.limit, keyOf }, count.rows[0]?.count ?? 0)
}
