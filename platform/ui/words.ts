/** The kit's own texts in both languages, and the way in which modules add theirs. */
import { createContext, use } from 'react'
import { kitWords } from './kit-words.ts'

export type Language = 'zh-CN' | 'en'
/** A text that is written where it is used: Chinese alone, or both languages. */
export type Label = string | Record<Language, string>
/** One dictionary with the same entries in both languages. */
export type Dictionary<Entries> = Record<Language, Entries>

/** The same shape with any words in it; functions keep their arguments. */
type Widened<Entries> = Entries extends string ? string
  : Entries extends (...given: never[]) => unknown ? Entries
    : Entries extends readonly string[] ? readonly string[]
      : { [Key in keyof Entries]: Widened<Entries[Key]> }

/** Declares a module's words; the compiler refuses an English side that misses an entry. */
export function defineWords<const Entries>(chinese: Entries, english: NoInfer<Widened<Entries>>): Dictionary<Widened<Entries>> {
  return { 'zh-CN': chinese as Widened<Entries>, en: english }
}

/** The language the page is shown in, for what speaks outside of components. */
export const shownLanguage = (): Language => (typeof document !== 'undefined' && document.documentElement.lang === 'en' ? 'en' : 'zh-CN')

export const LanguageContext = createContext<Language>('zh-CN')

/** Texts in the reader's language: the kit's own, or those of the dictionary given. */
export function useWords(): (typeof kitWords)['zh-CN']
export function useWords<Entries>(dictionary: Dictionary<Entries>): Entries
export function useWords(dictionary: Dictionary<unknown> = kitWords): unknown {
  return dictionary[use(LanguageContext)]
}

/** Shows a label in the reader's language. */
export function useLabel(): (label: Label) => string {
  const language = use(LanguageContext)
  return label => (typeof label === 'string' ? label : label[language])
}
