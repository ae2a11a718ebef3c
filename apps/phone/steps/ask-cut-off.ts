import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { House } from '../house.ts'
import { wipe } from '../keeping/kept.ts'
import { call } from '../sending/call.ts'

/**
 * A locked page cannot prove which phone it is, but it may ask whether that phone was cut off, and then wipes at once. Without signal it learns
 * nothing, and a page that is not open cannot ask: what is kept stays closed by the PIN until then.
 */
export async function askIfCutOff(house: House): Promise<void> {
  const { device, stage } = house.state()
  if (device === undefined || stage !== 'locked') return
  try {
    const { isCutOff } = await call<{ isCutOff: boolean }>({
      method: 'POST', path: `/phone/devices/${device.deviceId}/state`, body: { keyId: device.sealingKey.keyId } })
    if (isCutOff && house.state().device?.deviceId === device.deviceId) await wipe(house, 'cut-off')
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
  }
}
