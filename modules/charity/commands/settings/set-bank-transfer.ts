import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustSetGiving } from '../../access.ts'
import type { GivingSettings } from '../../contract.ts'
import { givingSettingsOf } from '../../queries/settings/get-giving-settings.ts'

/** Says to which account donors transfer, from today on; what held before stays on record with its days. */
export async function setBankTransfer(context: Context, input: { text: string; before: string | null }): Promise<GivingSettings> {
  mustSetGiving(context.actor)
  const { tx, actor, today } = context
  await sql`select pg_advisory_xact_lock(hashtext('xinhuo.charity-settings'), ${actor.cityId}::int)`.execute(tx)
  const { bankTransfer } = await givingSettingsOf(context)
  if (bankTransfer !== input.before) throw new Refusal('SETTING_CHANGED')
  await tx.insertInto('platform.settings').values({
    cityId: actor.cityId, name: 'charity.bank-transfer', validFrom: today, value: JSON.stringify(input.text), source: actor.unit.name,
  }).onConflict((is) => is.columns(['cityId', 'name', 'validFrom']).doUpdateSet({ value: JSON.stringify(input.text), source: actor.unit.name })).execute()
  await recordAudit(context, { verb: 'bank-transfer.set', subjectKind: 'setting', details: { before: bankTransfer, after: input.text } })
  return givingSettingsOf(context)
}
