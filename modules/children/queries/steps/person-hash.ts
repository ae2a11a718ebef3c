import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { blindTermBytes } from '#platform/crypto/blind-index.ts'
import { nameTerms } from '#platform/crypto/search-terms.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Keyed hash by which the whole city recognises a paper's number. */
export const numberHash = (searchKey: KeyObject, number: string): Buffer => personHash(searchKey, `number\0${number}`)
/** Keyed hash by which the whole city recognises a name with a birth date: a hint, no proof. */
export const nameAndBirthHash = (searchKey: KeyObject, name: string, birthOn: LocalDate): Buffer =>
  personHash(searchKey, `name\0${name}\0${birthOn}`)
/** Keyed hash of how the name sounds with a birth date, for a character written otherwise: a hint. */
export const pinyinAndBirthHash = (searchKey: KeyObject, name: string, birthOn: LocalDate): Buffer =>
  personHash(searchKey, `pinyin\0${pinyinOf(name)}\0${birthOn}`)
/** Keyed hash of a guardian's telephone: a hint, brothers and sisters share it. */
export const guardianPhoneHash = (searchKey: KeyObject, phone: string): Buffer => personHash(searchKey, `guardian-phone\0${phone}`)

/** The usual reading of the whole name: the longest of the terms that each begin with the one before. */
function pinyinOf(name: string): string {
  const terms = nameTerms(name).filter(({ kind }) => kind === 'pinyin').map(({ term }) => term)
  let whole = terms[0] ?? ''
  for (const term of terms.slice(1)) {
    if (!term.startsWith(whole)) break
    whole = term
  }
  return whole
}

const personHash = (searchKey: KeyObject, text: string) =>
  createHmac('sha256', searchKey).update(`person-index\0${text}`).digest().subarray(0, blindTermBytes)
