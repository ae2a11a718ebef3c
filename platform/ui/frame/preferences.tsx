/** How this browser's user likes to read: language and text height. Kept on the device, not on the server. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { textSizes, type TextSize } from '../theme.ts'
import { LanguageContext, type Language } from '../words.ts'

export type Preferences = { language: Language; textSize: TextSize }
type Changeable = Preferences & { change: (part: Partial<Preferences>) => void }

const storageKey = 'xinhuo.preferences'
const usual: Preferences = { language: 'zh-CN', textSize: 'normal' }
const PreferencesContext = createContext<Changeable>({ ...usual, change: () => undefined })

export const usePreferences = (): Changeable => use(PreferencesContext)

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences)
  const change = useCallback((part: Partial<Preferences>) => setPreferences(before => ({ ...before, ...part })), [])
  useEffect(() => {
    writePreferences(preferences)
    document.documentElement.lang = preferences.language
    document.documentElement.style.fontSize = `${textSizes[preferences.textSize]}px`
  }, [preferences])
  useEffect(() => {
    // Changed in another window of this browser: all of them read alike.
    const follow = (event: StorageEvent) => { if (event.key === storageKey) setPreferences(readPreferences()) }
    addEventListener('storage', follow)
    return () => removeEventListener('storage', follow)
  }, [])
  const value = useMemo(() => ({ ...preferences, change }), [preferences, change])
  return (
    <PreferencesContext value={value}>
      <LanguageContext value={preferences.language}>{children}</LanguageContext>
    </PreferencesContext>
  )
}

/** True when the room is narrow *for the text in it*: a phone, or a desktop in very large type. */
export function useNarrow(): boolean {
  const { textSize } = usePreferences()
  const query = `(max-width: ${textSizes[textSize] * 48}px)`
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const follow = () => setNarrow(media.matches)
    follow()
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [query])
  return narrow
}

function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    const { language, textSize } = kept as Partial<Preferences>
    return {
      language: language === 'en' ? 'en' : 'zh-CN',
      textSize: textSize !== undefined && textSize in textSizes ? textSize : 'normal',
    }
  } catch {
    return usual
  }
}

function writePreferences(preferences: Preferences) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(preferences))
  } catch {
    // A browser without storage still works; it only forgets the choice.
  }
}
