import { createContext, use } from 'react'
import type { House, PhoneState } from './house.ts'
import type { Preferences } from './preferences.ts'

/** What every screen may know and do. */
export type Phone = PhoneState & Preferences & { house: House; prefer: (part: Partial<Preferences>) => void }

/** Where the screens find it. */
export const PhoneContext = createContext<Phone | undefined>(undefined)

/** What every screen may know and do. */
export function usePhone(): Phone {
  const phone = use(PhoneContext)
  if (phone === undefined) throw new Error('a screen stands outside of the phone page')
  return phone
}
