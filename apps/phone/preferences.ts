import type { Language } from './words.ts'

/** Heights of the letters in px, to choose from; all others follow them and none is below 18. */
export const textSizes = [20, 24, 30] as const
/** How somebody likes to read. Kept on the phone. */
export type Preferences = { language: Language; textSize: (typeof textSizes)[number] }

const storageName = 'xinhuo.phone'

/** What was chosen last, else Chinese in the first size. */
export function readPreferences(): Preferences {
  try {
    const { language, textSize } = JSON.parse(localStorage.getItem(storageName) ?? '{}') as Partial<Preferences>
    return { language: language === 'en' ? 'en' : 'zh-CN', textSize: textSizes.find(size => size === textSize) ?? textSizes[0] }
  } catch {
    return { language: 'zh-CN', textSize: textSizes[0] }
  }
}

/** The full page, opened from here, reads alike: its sizes have names. */
export function handOverPreferences({ language, textSize }: Preferences): void {
  try {
    localStorage.setItem('xinhuo.preferences', JSON.stringify({ language, textSize: ({ 20: 'large', 24: 'larger', 30: 'largest' } as const)[textSize] }))
  } catch {
    // Then the full page opens in its usual size.
  }
}

/** Applies what was chosen to the page, and remembers it. */
export function applyPreferences(preferences: Preferences): void {
  document.documentElement.lang = preferences.language
  document.documentElement.style.fontSize = `${preferences.textSize}px`
  try {
    localStorage.setItem(storageName, JSON.stringify(preferences))
  } catch {
    // A browser without storage only forgets the choice.
  }
}
