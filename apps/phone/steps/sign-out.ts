import type { House } from '../house.ts'
import { wipe } from '../keeping/kept.ts'
import { endSession } from './sign-in.ts'

/** Wipes the phone, with or without signal; what was not sent stays sealed and still goes. */
export async function signOut(house: House): Promise<void> {
  await wipe(house, 'signed-out')
  await endSession()
}
