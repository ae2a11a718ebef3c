import type { House, Vault } from '../house.ts'
import { keepDevice, openInHand, openVault, readKept, wipe } from '../keeping/kept.ts'
import { close, makeLock, turnKey } from '../keeping/pin-lock.ts'
import { findWipeReason } from '../rules/wiping.ts'
import { fetchPack, renewDay } from './renew-day.ts'
import { endSession } from './sign-in.ts'

/** Closes what the phone was just told under a new PIN and opens the first list. */
export async function choosePin(house: House, pin: string): Promise<void> {
  const { enrolled } = house.state()
  if (enrolled === undefined) throw new Error('a PIN is chosen after enrolling')
  const { deviceSecret, ...known } = enrolled
  const pack = await fetchPack(house, enrolled.deviceId)
  await endSession()
  const lock = await makeLock()
  const open = await turnKey(pin, lock)
  const vault: Vault = { deviceSecret, pack, notes: {}, readAt: {}, shownAt: {} }
  await house.store.put({ vault: await close(vault, open) })
  await keepDevice(house, { ...known, wrongPins: 0, lastContactAt: Date.now(), lock })
  house.change({ stage: 'open', enrolled: undefined, needsSignIn: false, wipedBecause: undefined, open: { lock: open, vault } })
}

/** Tries a PIN. Each try is counted before it is judged: a page closed in between has been a try too. */
export function unlock(house: House, pin: string): Promise<boolean> {
  return house.inTurn(async () => {
    const { device } = await readKept(house.store)
    if (device === undefined) return false
    await keepDevice(house, { ...device, wrongPins: device.wrongPins + 1 })
    const lock = await turnKey(pin, device.lock)
    const vault = await openVault(house.store, lock)
    if (vault === undefined) {
      await wipeIfDue(house)
      return false
    }
    await keepDevice(house, { ...device, wrongPins: 0 })
    house.change({ stage: 'open', open: { lock, vault }, inHand: await openInHand(house.store, lock) })
    void renewDay(house)
    return true
  })
}

/** Closes the page; the letters go on by themselves. */
export function lockPage(house: House): void {
  const { stage, device } = house.state()
  if (device !== undefined && (stage === 'open')) house.change({ stage: 'locked', open: undefined })
}

/** Wipes where wrong PINs or time ask for it. */
export async function wipeIfDue(house: House): Promise<boolean> {
  const { device } = house.state()
  const reason = device && findWipeReason({ ...device, now: Date.now() })
  if (reason === undefined) return false
  await wipe(house, reason)
  return true
}
