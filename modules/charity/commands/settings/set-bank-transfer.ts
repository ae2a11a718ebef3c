import type { Context } from '#platform/http/context.ts'
import { mustSetGiving } from '../../access.ts'
import type { GivingSettings } from '../../contract.ts'
import { givingSettingsOf } from '../../queries/settings/get-giving-settings.ts'
import { writeTextSetting } from '../steps/write-text-setting.ts'

/** Says to which account donors transfer, from today on; what held before stays on record with its days. */
export async function setBankTransfer(context: Context, input: { text: string; before: string | null }): Promise<GivingSettings> {
  mustSetGiving(context.actor)
  await writeTextSetting(context, { ...input, name: 'charity.bank-transfer', verb: 'bank-transfer.set' })
  return givingSettingsOf(context)
}
