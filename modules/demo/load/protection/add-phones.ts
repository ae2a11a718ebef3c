import { cutOffDevice } from '#modules/phone/commands/cut-off-device.ts'
import { enrolDevice } from '#modules/phone/commands/enrol-device.ts'
import { minuteOf, type When } from '../../rules/protection/moments.ts'
import { plannedPhones } from '../../rules/protection/phones.ts'
import type { Stage } from './stage.ts'

/** Phones of people who visit. What only the database notes by its own clock bears the planned time. */
export async function addPhones({ client, act, frame: { cityId, today }, members }: Stage): Promise<void> {
  const at = (when: When) => minuteOf(today, when)
  const instantOf = (when: When) => `${at(when)}:00+08`
  for (const { by, name, platform, enrolled, lastSeen, cutOff } of plannedPhones.filter((phone) => members.has(phone.by))) {
    const { deviceId: id } = await act(by, at(enrolled), (context) => enrolDevice(context, { name, platform }))
    if (cutOff !== null) await act(by, at(cutOff.when), (context) => cutOffDevice(context, { id, version: 1, reason: cutOff.reason }))
    await client.query(`update phone.devices set last_seen_at = $3, cut_off_at = case when cut_off_at is null then null else $4::timestamptz end
      where city_id = $1 and id = $2`, [cityId, id, instantOf(lastSeen), cutOff === null ? null : instantOf(cutOff.when)])
  }
}
