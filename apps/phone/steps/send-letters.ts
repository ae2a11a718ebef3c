import type { LetterAnswer } from '#modules/phone/contract.ts'
import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { House } from '../house.ts'
import { dropLetters, keepDevice, keepLetters, wipe } from '../keeping/kept.ts'
import { afterAnswer, afterAsking, afterFailure, afterSignal, callsToMake, isForgettable, isUnsent, type OutboxLetter } from '../rules/outbox.ts'
import { call } from '../sending/call.ts'

type Answers = { items: LetterAnswer[] }

/** Sends what is due, without session and PIN: everything was sealed when it was written. One letter that sticks holds up none. */
export async function sendLetters(house: House): Promise<void> {
  if (house.state().isSending || !house.state().letters.some(isUnsent)) return
  house.change({ isSending: true })
  try {
    for (const letters of callsToMake(house.state().letters, Date.now())) if (!await sendCall(house, letters)) break
    await dropLetters(house, letter => isForgettable(letter, new Date().setHours(0, 0, 0, 0)))
  } finally {
    house.change({ isSending: false })
  }
  // What was written in the meantime goes too.
  if (callsToMake(house.state().letters, Date.now()).length > 0 && house.state().isOnline) await sendLetters(house)
}

/** There is signal again, or somebody asks: whatever rested goes now. */
export async function sendAtOnce(house: House, { isAsked = false } = {}): Promise<void> {
  const now = Date.now()
  await keepLetters(house, house.state().letters.filter(({ sealed }) => sealed !== null).map(letter => (isAsked ? afterAsking : afterSignal)(letter, now)))
  await sendLetters(house)
}

/** One call; false when there is no signal and further calls would be in vain. */
async function sendCall(house: House, letters: readonly OutboxLetter[]): Promise<boolean> {
  const now = Date.now()
  try {
    const items = letters.flatMap(({ itemId, sealed }) => (sealed === null ? [] : [{ itemId, ...sealed }]))
    const answers = await call<Answers>({ method: 'POST', path: '/phone/letters', body: { phoneNow: new Date(now).toISOString(), items } })
    await settle(house, letters, answers.items)
    return true
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
    if (problem.code === 'OFFLINE') {
      await keepLetters(house, letters.map(letter => afterFailure(letter, now)))
      house.change({ isOnline: false })
      return false
    }
    const mayBeOneOfThem = problem.status >= 400 && problem.status < 500 && problem.status !== 429
    if (mayBeOneOfThem && letters.length > 1) {
      for (const letter of letters) if (!await sendCall(house, [letter])) return false
      return true
    }
    await keepLetters(house, letters.map(letter => afterFailure(letter, now)))
    return problem.status !== 429
  }
}

async function settle(house: House, letters: readonly OutboxLetter[], answers: readonly LetterAnswer[]): Promise<void> {
  const now = Date.now()
  await keepLetters(house, letters.map(letter => {
    const answer = answers.find(({ itemId }) => itemId.toLowerCase() === letter.itemId.toLowerCase())
    return answer === undefined ? afterFailure(letter, now) : afterAnswer(letter, answer, now)
  }))
  const { device } = house.state()
  if (device === undefined) return house.change({ isOnline: true })
  await keepDevice(house, { ...device, lastContactAt: now })
  house.change({ isOnline: true })
  const isCutOff = house.state().letters.some(({ deviceId, code }) => deviceId === device.deviceId && code?.startsWith('device-cut-off'))
  if (isCutOff) await wipe(house, 'cut-off')
}
