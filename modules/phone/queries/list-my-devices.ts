import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustEnrolDevices } from '../access.ts'
import type { PhoneDevice } from '../contract.ts'
import { findLimits } from './steps/keeping.ts'
import { deviceColumns, deviceOf, type DeviceRecord } from './steps/device-rows.ts'

/** The caller's own phones, those in use first. */
export async function listMyDevices(context: Context): Promise<{ items: PhoneDevice[] }> {
  const { tx, actor } = context
  mustEnrolDevices(actor)
  const { rows } = await sql<DeviceRecord>`select ${deviceColumns(actor.accountId)} from phone.devices d
    where d.city_id = ${actor.cityId} and d.account_id = ${actor.accountId}
    order by (d.cut_off_at is not null), d.enrolled_at desc, d.id desc limit 50`.execute(tx)
  const limits = await findLimits(context)
  return { items: rows.map((row) => deviceOf(row, limits)) }
}
