import type { LetterAnswer } from '#modules/phone/contract.ts'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { House, KeptPack } from '../house.ts'
import { changeVault, keepDevice, keepLetters, keepOffice, wipe } from '../keeping/kept.ts'
import { afterAnswer } from '../rules/outbox.ts'
import { call } from '../sending/call.ts'

/** The list of today and tomorrow as the server has it. */
export async function fetchPack(house: House, deviceId: string): Promise<KeptPack> {
  const pack = await call<KeptPack>({ method: 'GET', path: `/phone/day?deviceId=${deviceId}` })
  await keepOffice(house, pack.office)
  return pack
}

/** Renews the list and asks what became of letters; without signal everything stays as it is. */
export async function renewDay(house: House): Promise<void> {
  const { device, open } = house.state()
  if (device === undefined || open === undefined) return
  try {
    const pack = await fetchPack(house, device.deviceId)
    await changeVault(house, vault => ({ ...vault, pack }))
    await keepDevice(house, { ...house.state().device ?? device, sealingKey: pack.sealingKey, keeping: pack.keeping, lastContactAt: Date.now() })
    house.change({ needsSignIn: false, isOnline: true })
    await askOutcomes(house, device.deviceId)
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
    if (problem.code === 'DEVICE_CUT_OFF') return wipe(house, 'cut-off')
    if (problem.code === 'OFFLINE') return house.change({ isOnline: false })
    // Not found: somebody else has signed in on this phone since.
    if ([401, 403, 404].includes(problem.status)) house.change({ needsSignIn: true })
  }
}

/** Asks what became of the letters that wait at the office. */
async function askOutcomes(house: House, deviceId: string): Promise<void> {
  if (!house.state().letters.some(({ state }) => state === 'waiting')) return
  const { items } = await call<{ items: LetterAnswer[] }>({ method: 'GET', path: `/phone/devices/${deviceId}/outcomes` })
  const answers = new Map(items.map(answer => [answer.itemId, answer]))
  const now = Date.now()
  await keepLetters(house, house.state().letters.flatMap(letter => {
    const answer = answers.get(letter.itemId)
    return answer === undefined || letter.state !== 'waiting' ? [] : [afterAnswer(letter, answer, now)]
  }))
}
