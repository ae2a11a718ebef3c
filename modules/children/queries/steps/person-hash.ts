import { createHmac } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { blindTermBytes } from '#platform/crypto/blind-index.ts'
import type { LocalDate } from '#platform/values/local-date.ts'

/** Keyed hash by which the whole city recognises a paper's number. */
export const numberHash = (searchKey: KeyObject, number: string): Buffer => personHash(searchKey, `number\0${number}`)
/** Keyed hash by which the whole city recognises a name with a birth date: a hint, no proof. */
export const nameAndBirthHash = (searchKey: KeyObject, name: string, birthOn: LocalDate): Buffer =>
  personHash(searchKey, `name\0${name}\0${birthOn}`)

const personHash = (searchKey: KeyObject, text: string) =>
  createHmac('sha256', searchKey).update(`person-index\0${text}`).digest().subarray(0, blindTermBytes)
