import { isRefusal } from '#platform/ui/api/refusal.ts'
import type { Enrolled, House } from '../house.ts'
import { keepOffice } from '../keeping/kept.ts'
import { call } from '../sending/call.ts'
import { wordsOf } from '../words.ts'
import { fetchPack, renewDay } from './renew-day.ts'
import { retireFormer } from './retire-former.ts'

type Session = { mustChangePassword: boolean }
type Enrolment = Enrolled & { office: { unitName: string; phone: string | null } }

/** Opens a session; a given password must be changed first, a new phone gets a name. */
export async function signIn(house: House, credentials: { name: string; password: string }): Promise<void> {
  const { mustChangePassword } = await call<Session>({ method: 'POST', path: '/sessions', body: credentials })
  if (mustChangePassword) return house.change({ stage: 'first-password', oldPassword: credentials.password })
  await goOn(house)
}

/** Changes the password that somebody else had set. */
export async function changeFirstPassword(house: House, newPassword: string): Promise<void> {
  await call({ method: 'POST', path: '/passwords/change', body: { oldPassword: house.state().oldPassword, newPassword } })
  house.change({ oldPassword: '' })
  await goOn(house)
}

/** Enrols this phone under a name, by which the office can cut it off. */
export async function enrol(house: House, name: string): Promise<void> {
  await retireFormer(house, wordsOf('zh-CN').enrolledAnew)
  const { office, ...enrolled } = await call<Enrolment>({ method: 'POST', path: '/phone/devices', body: { name, platform: platformOf(navigator.userAgent) } })
  await keepOffice(house, office)
  house.change({ stage: 'choosing-pin', enrolled })
}

/** Ends the session as soon as it has served: the page needs none, and nobody who finds the phone opens the full page with it. */
export async function endSession(): Promise<void> {
  try {
    await call({ method: 'DELETE', path: '/sessions/current' })
  } catch (problem) {
    if (!isRefusal(problem)) throw problem
  }
}

async function goOn(house: House): Promise<void> {
  const { device, open } = house.state()
  if (open === undefined || device === undefined) return house.change({ stage: 'naming', wipedBecause: undefined })
  await fetchPack(house, device.deviceId)
  await endSession()
  house.change({ stage: 'open', needsSignIn: false })
  await renewDay(house)
}

/** What a phone says it is, in a few words. */
function platformOf(agent: string): string {
  const known = ['HarmonyOS', 'Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'].find(name => agent.includes(name)) ?? 'Browser'
  return agent.includes('MicroMessenger') ? `${known} WeChat` : known
}
