// What people type and paste, made fit for storing and comparing, without changing what they meant.

const fullWidthAscii = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const anySpace = /\p{Zs}/gu
const lineBreak = /\r\n?|[\u2028\u2029\u0085]/g
// Controls, lone surrogates, invisible marks (zero-width, soft hyphen, direction marks that spoof, tags) and non-characters.
const invisible = /[\p{Cs}\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
const control = /(?![\t\n])\p{Cc}/gu
const nonCharacter = /[\uFDD0-\uFDEF]|[\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{10FFFE}\u{10FFFF}]/gu
// A joiner is kept only inside an emoji (family, professions), where dropping it would split the picture.
const strayJoiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu

const toHalfWidth = (text: string) =>
  text.replace(fullWidthAscii, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(anySpace, ' ')

const dropInvisible = (text: string) =>
  text.replace(control, '').replace(invisible, '').replace(nonCharacter, '').replace(strayJoiner, '')

/**
 * One line of text: NFC, half-width digits, Latin letters and spaces, no control or invisible characters, line breaks and tabs as
 * one space, trimmed. Chinese punctuation stays full-width.
 */
export const cleanText = (text: string): string => cleanParagraphs(text).replace(/[\t ]*\n[\t\n ]*|\t+/g, ' ').trim()

/** Like `cleanText`, but keeps line breaks (as `\n`) and tabs: for notes and reports. */
export const cleanParagraphs = (text: string): string =>
  toHalfWidth(dropInvisible(text.replace(lineBreak, '\n'))).normalize('NFC').trim()

/** A name by which somebody is looked up, as it is kept: full-width letters and signs are those of half width, no space at its ends. */
export const plainName = (name: string): string => name.trim().normalize('NFKC')

/** Whether digits stand in full width (１２３), as an input method left on writes them. */
export const hasFullWidthDigits = (text: string): boolean => /[\uFF10-\uFF19]/.test(text)

/** Characters as a person counts them for a limit: a rare character or an emoji of one code point is one. */
export const countCharacters = (text: string): number => [...text].length

/** A value of unknown kind as text a person can read: nothing as nothing, a compound one as JSON, never `[object Object]`. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  return typeof value === 'object' ? JSON.stringify(value) : `${value as number | boolean | bigint}`
}
