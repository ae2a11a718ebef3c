import type { Context } from '#platform/http/context.ts'
import { mustSetGiving } from '../../access.ts'
import type { GivingSettings } from '../../contract.ts'
import { givingSettingsOf } from '../../queries/settings/get-giving-settings.ts'
import { writeTextSetting } from '../steps/write-text-setting.ts'

/** Says how everybody reaches the foundation, such as who objects to a list that is shown, from today on. */
export async function setContact(context: Context, input: { text: string; before: string | null }): Promise<GivingSettings> {
  mustSetGiving(context.actor)
  await writeTextSetting(context, { ...input, name: 'charity.contact', verb: 'giving-contact.set' })
  return givingSettingsOf(context)
}
