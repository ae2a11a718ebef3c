import type { House } from '../house.ts'
import { readKept } from '../keeping/kept.ts'
import { mustLock } from '../rules/wiping.ts'
import { lockPage, wipeIfDue } from './pin.ts'
import { askIfCutOff } from './ask-cut-off.ts'
import { renewDay } from './renew-day.ts'
import { sendAtOnce, sendLetters } from './send-letters.ts'

const everyMs = 30_000
const renewEveryMs = 15 * 60_000

/** Opens the page: what is kept, what must be wiped, what can be sent; then keeps at it. */
export async function start(house: House): Promise<void> {
  const { device, office, letters } = await readKept(house.store)
  house.change({ device, letters, ...(office === undefined ? {} : { office }) })
  if (!await wipeIfDue(house)) house.change({ stage: device === undefined ? 'door' : 'locked' })
  watchSignal(house)
  watchAbsence(house)
  void sendAtOnce(house)
  void askIfCutOff(house)
}

function watchSignal(house: House): void {
  let renewedAt = Date.now()
  window.addEventListener('online', () => {
    house.change({ isOnline: true })
    void sendAtOnce(house)
    void renewDay(house)
    void askIfCutOff(house)
  })
  window.addEventListener('offline', () => house.change({ isOnline: false }))
  setInterval(() => {
    void sendLetters(house)
    if (Date.now() - renewedAt < renewEveryMs || document.hidden) return
    renewedAt = Date.now()
    void renewDay(house)
    void askIfCutOff(house)
  }, everyMs)
}

function watchAbsence(house: House): void {
  let hiddenAt = Date.now()
  document.addEventListener('visibilitychange', () => {
    const now = Date.now()
    if (document.hidden) {
      hiddenAt = now
      return
    }
    if (mustLock({ hiddenAt, now })) lockPage(house)
    void wipeIfDue(house)
    void sendAtOnce(house)
    void askIfCutOff(house)
  })
}
