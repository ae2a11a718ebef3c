import type { LetterAnswer } from '#modules/phone/contract.ts'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { House, KeptPack } from '../house.ts'
import { changeVault, keepDevice, keepLetters, keepOffice, wipe } from '../keeping/kept.ts'
import { shownOf } from '../rules/comments.ts'
import { afterAnswer } from '../rules/outbox.ts'
import { call } from '../sending/call.ts'

type RenewedDay = { pack: KeptPack; outcomes: LetterAnswer[] }

/** The list of today and tomorrow, over a session: from then on that session is the one of this phone. */
export async function fetchPack(house: House, deviceId: string): Promise<KeptPack> {
  const pack = await call<KeptPack>({ method: 'GET', path: `/phone/day?deviceId=${deviceId}` })
  await keepOffice(house, pack.office)
  return { ...pack, receivedAt: Date.now() }
}

/** Renews the list and asks what became of letters. The secret under the PIN stands for a session; without signal everything stays as it is. */
export async function renewDay(house: House): Promise<void> {
  const { device, open } = house.state()
  if (device === undefined || open === undefined) return
  try {
    const proof = { deviceId: device.deviceId, deviceSecret: open.vault.deviceSecret, keyId: device.sealingKey.keyId }
    const { pack, outcomes } = await call<RenewedDay>({ method: 'POST', path: '/phone/day', body: proof })
    await keepOffice(house, pack.office)
    const receivedAt = Date.now()
    await changeVault(house, vault => ({ ...vault, pack: { ...pack, receivedAt }, shownAt: shownOf(pack.comments, vault.shownAt) }))
    await keepDevice(house, { ...house.state().device ?? device, sealingKey: pack.sealingKey, keeping: pack.keeping, lastContactAt: Date.now() })
    house.change({ needsSignIn: false, isOnline: true })
    await settleOutcomes(house, outcomes)
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
    if (problem.code === 'DEVICE_CUT_OFF') return wipe(house, 'cut-off')
    if (problem.code === 'OFFLINE') return house.change({ isOnline: false })
    if (problem.status === 401 || problem.status === 403) house.change({ needsSignIn: true })
  }
}

/** What became of the letters that wait at the office. */
async function settleOutcomes(house: House, outcomes: readonly LetterAnswer[]): Promise<void> {
  const answers = new Map(outcomes.map(answer => [answer.itemId, answer]))
  const now = Date.now()
  await keepLetters(house, house.state().letters.flatMap(letter => {
    const answer = answers.get(letter.itemId)
    return answer === undefined || letter.state !== 'waiting' ? [] : [afterAnswer(letter, answer, now)]
  }))
}
