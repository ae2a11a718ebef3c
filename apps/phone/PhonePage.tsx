import { useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { House } from './house.ts'
import { PhoneContext } from './phone-context.ts'
import { applyPreferences, readPreferences, type Preferences } from './preferences.ts'
import { ChoosePinScreen } from './screens/ChoosePinScreen.tsx'
import { FirstPasswordScreen } from './screens/FirstPasswordScreen.tsx'
import { LockedScreens } from './screens/LockedScreens.tsx'
import { LoadingScreen, UnfitScreen } from './screens/PlainScreens.tsx'
import { NameScreen } from './screens/NameScreen.tsx'
import { OpenScreens } from './screens/OpenScreens.tsx'
import { SignInScreen } from './screens/SignInScreen.tsx'
import { LanguageContext } from './words.ts'

const screens = {
  loading: LoadingScreen, unfit: UnfitScreen, door: SignInScreen, 'first-password': FirstPasswordScreen, naming: NameScreen,
  'choosing-pin': ChoosePinScreen, locked: LockedScreens, open: OpenScreens,
}

/** The phone page: the screen that belongs to where the page stands. */
export function PhonePage({ house }: { house: House }) {
  const state = useSyncExternalStore(house.subscribe, house.state)
  const [preferences, setPreferences] = useState(readPreferences)
  useLayoutEffect(() => applyPreferences(preferences), [preferences])
  const phone = useMemo(() => ({
    ...state, ...preferences, house, prefer: (part: Partial<Preferences>) => setPreferences(before => ({ ...before, ...part })),
  }), [state, preferences, house])
  const Screen = screens[state.stage]
  return (
    <PhoneContext value={phone}>
      <LanguageContext value={preferences.language}><Screen /></LanguageContext>
    </PhoneContext>
  )
}
