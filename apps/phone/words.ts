import { createContext, use } from 'react'
import { chinese } from './words/chinese-words.ts'
import { english } from './words/english-words.ts'
import type { Words } from './words/words-type.ts'

/** Chinese first, English by the switch. */
export type Language = 'zh-CN' | 'en'
const words: Record<Language, Words> = { 'zh-CN': chinese, en: english }

export const LanguageContext = createContext<Language>('zh-CN')

/** The words in the language chosen. */
export const useWords = (): Words => words[use(LanguageContext)]

/** The words of a language, for what is written to the office in it. */
export const wordsOf = (language: Language): Words => words[language]
