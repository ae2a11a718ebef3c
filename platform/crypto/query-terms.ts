import { cleanName } from '#platform/values/chinese-name.ts'
import { parsePhone } from '#platform/values/phone.ts'
import type { SearchTerm } from './search-terms.ts'

const piece = /\d{17}[\dXx]|\d[\d-]*|[A-Za-zü']+|[\p{Script=Han}\u{20000}-\u{3FFFD}·]+/gu

/**
 * The terms a row must have, all of them, to answer what someone typed: Chinese characters (any part of a name), pinyin or initials
 * from the beginning, an identity number, a phone number or its last four digits. Several pieces narrow the search (`张 5678`).
 * Empty when the text is nothing one can search by.
 */
export function queryTerms(text: string): SearchTerm[] {
  const pieces = joinLetters(joinDigits(cleanName(text))).match(piece) ?? []
  return pieces.flatMap(termsOfPiece)
}

// A phone number is often typed in groups: 138 1234 5678. Other groups of digits stay apart.
const joinDigits = (text: string) =>
  text.replace(/\d[\d\s-]{5,}[\dXx]/g, group => {
    const digits = group.replace(/[\s-]/g, '')
    return digits.length === 18 || parsePhone(digits) ? digits : group
  })

// Pinyin is often typed by syllables: zhang jian guo.
const joinLetters = (text: string) => text.replace(/(?<=[A-Za-zü'])\s+(?=[A-Za-zü'])/g, '')

function termsOfPiece(text: string): SearchTerm[] {
  if (/^\d/.test(text)) return digitTerms(text.replaceAll('-', '').toUpperCase())
  if (/^[A-Za-zü']/.test(text)) return letterTerms(text)
  return hanTerms([...text].filter(character => character !== '·'))
}

function digitTerms(digits: string): SearchTerm[] {
  if (digits.length < 4) return []
  if (digits.length === 4) return [{ kind: 'phone-tail', term: digits }]
  return [{ kind: digits.length >= 15 ? 'id' : 'phone', term: digits }]
}

function letterTerms(text: string): SearchTerm[] {
  const term = text.toLowerCase().replaceAll("'", '').replaceAll('ü', 'v').replaceAll('lyu', 'lv').replace(/^nyu/, 'nv')
  return term === '' ? [] : [{ kind: 'pinyin', term }]
}

function hanTerms(characters: string[]): SearchTerm[] {
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return [...new Set(pairs.length > 0 ? pairs : characters)].map(term => ({ kind: 'han' as const, term }))
}
