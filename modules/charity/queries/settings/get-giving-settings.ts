import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustSetGiving } from '../../access.ts'
import type { GivingSettings } from '../../contract.ts'
import { findOnline } from '../../exchange/channels/list-channels.ts'
import { publishingDayOf } from '../../rules/publishing.ts'
import { findSetting } from '../find-setting.ts'

/** What the foundation of the city says about giving. */
export async function getGivingSettings(context: Context): Promise<GivingSettings> {
  mustSetGiving(context.actor)
  return givingSettingsOf(context)
}

/** The same for a command that answers with it. */
export async function givingSettingsOf(context: Context): Promise<GivingSettings> {
  const { tx, actor, today, now, installation } = context
  const { rows: [held] } = await sql<{ value: unknown; validFrom: string }>`select value, valid_from from platform.settings
    where city_id = ${actor.cityId} and name = 'charity.bank-transfer' and valid_from <= ${today}::date order by valid_from desc limit 1`.execute(tx)
  const day = await findSetting(context, 'charity.publishing-day')
  const contact = await findSetting(context, 'charity.contact')
  const online = await findOnline({ dataFolder: installation.dataFolder, cityId: actor.cityId, now: () => now })
  const text = typeof held?.value === 'string' ? held.value : null
  return {
    bankTransfer: text, bankTransferFrom: text === null ? null : held?.validFrom ?? null, publishingDay: publishingDayOf(day),
    contact: typeof contact === 'string' ? contact : null, isOwnPublishingDay: day !== undefined, isOnline: online !== undefined,
  }
}
