import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayManagePhones, mustEnrolDevices } from '../access.ts'
import type { PhoneDevice } from '../contract.ts'
import { findLimits } from '../queries/steps/keeping.ts'
import { deviceColumns, deviceOf, type DeviceRecord } from '../queries/steps/device-rows.ts'

/** Cuts a phone off: one's own, or as an office one of the own range. Its session ends; what it wrote before waits for the desk. */
export async function cutOffDevice(context: Context, input: { id: string; version: number; reason: string }): Promise<PhoneDevice> {
  const { tx, actor } = context
  mustEnrolDevices(actor)
  const before = await getDevice(context, input.id)
  if (before.cutOffAt !== null) throw new Refusal('ALREADY_CUT_OFF')
  if (before.version !== input.version) throw new Refusal('STALE', { version: before.version, current: { name: before.name } })
  const { rows } = await sql<{ done: boolean }>`
    select access.cut_off_device(${input.id}, ${input.version}, ${input.reason}, ${actor.personName}, ${mayManagePhones(actor)}) as done`.execute(tx)
  if (rows[0]?.done !== true) throw new Refusal('ALREADY_CUT_OFF')
  await recordAudit(context, { verb: 'phone.cut-off', subjectKind: 'device', subjectId: input.id, scopeCode: before.scopeCode, reason: input.reason })
  return deviceOf(await getDevice(context, input.id), await findLimits(context))
}

/** A phone the caller may cut off; not found otherwise. */
async function getDevice({ tx, actor }: Context, id: string): Promise<DeviceRecord> {
  const { rows } = await sql<DeviceRecord>`select ${deviceColumns(actor.accountId)} from phone.devices d
    where d.city_id = ${actor.cityId} and d.id = ${id} and (${mayManagePhones(actor)} or d.account_id = ${actor.accountId})`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
