import type { House, InHand } from '../house.ts'
import { close } from '../keeping/pin-lock.ts'
import { draftName } from '../keeping/kept.ts'

/**
 * Keeps what somebody is writing, closed under the PIN, so that a call to 110 or a page the phone dropped in between takes no word away.
 * Whatever was locked meanwhile is still kept; whatever was wiped is not.
 */
export function keepInHand(house: House, inHand: InHand): Promise<void> {
  const { open, device } = house.state()
  if (open === undefined || device === undefined) return Promise.resolve()
  return house.inTurn(async () => {
    const draft = await close(inHand, open.lock)
    if (house.state().device?.deviceId === device.deviceId) await house.store.put({ [draftName]: draft })
  })
}

/** Drops it where its writer saved it or went back; a page that was locked goes on with it. */
export function dropInHand(house: House): Promise<void> {
  if (house.state().stage !== 'open') return Promise.resolve()
  return house.inTurn(() => house.store.remove([draftName]))
}
