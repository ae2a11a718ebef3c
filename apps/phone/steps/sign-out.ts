import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { House } from '../house.ts'
import { wipe } from '../keeping/kept.ts'
import { call } from '../sending/call.ts'

/** Ends the session where there is signal and wipes the phone in any case; what was not sent stays sealed and still goes. */
export async function signOut(house: House): Promise<void> {
  await wipe(house, 'signed-out')
  try {
    await call({ method: 'DELETE', path: '/sessions/current' })
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
  }
}
