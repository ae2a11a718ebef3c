import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { findSetting } from '../../queries/find-setting.ts'

type Written = { name: `charity.${string}`; verb: string; text: string; before: string | null }

/** Writes a text that holds from today on for the whole city; what somebody else wrote meanwhile is not written over, what held before stays on record. */
export async function writeTextSetting(context: Context, { name, verb, text, before }: Written): Promise<void> {
  const { tx, actor, today } = context
  await sql`select pg_advisory_xact_lock(hashtext('xinhuo.charity-settings'), ${actor.cityId}::int)`.execute(tx)
  const value = await findSetting(context, name)
  const held = typeof value === 'string' ? value : null
  if (held !== before) throw new Refusal('SETTING_CHANGED')
  await tx.insertInto('platform.settings').values({
    cityId: actor.cityId, name, validFrom: today, value: JSON.stringify(text), source: actor.unit.name,
  }).onConflict((is) => is.columns(['cityId', 'name', 'validFrom']).doUpdateSet({ value: JSON.stringify(text), source: actor.unit.name })).execute()
  await recordAudit(context, { verb, subjectKind: 'setting', details: { before: held, after: text } })
}
