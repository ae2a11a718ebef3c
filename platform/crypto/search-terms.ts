// What a person can be found by. The same terms serve in clear (volunteers) and as keyed hashes (children, see blind-index.ts):
// a search asks for rows that have every term of the question, so substrings work without a full-text index.
import { cleanName } from '#platform/values/chinese-name.ts'
import { parsePhone } from '#platform/values/phone.ts'
import { cleanText } from '#platform/values/text.ts'
import { pinyinLibrary } from './pinyin.ts'

export type TermKind = 'han' | 'pinyin' | 'id' | 'phone' | 'phone-tail'

export type SearchTerm = { kind: TermKind; term: string }

/** What is being made findable: a name, an identity paper's number or a phone number. */
export type SearchedValue = 'name' | 'id' | 'phone'

/** One string per term, kind first, for a clear text[] column: `han:张三`, `pinyin:zs`, `phone-tail:5678`. */
export const termText = ({ kind, term }: SearchTerm): string => `${kind}:${term}`

/** The terms of a value; empty when there is nothing to find it by. */
export function termsOf(kind: SearchedValue, value: string): SearchTerm[] {
  if (kind === 'name') return nameTerms(value)
  return kind === 'id' ? idTerms(value) : phoneTerms(value)
}

/** A name in clear, for those whose names are public: the volunteers. */
export const plainNameTerms = (name: string): string[] => nameTerms(name).map(termText)

/**
 * A name: every character, every two neighbours, the whole; its pinyin by syllables from the first on (zhang, zhangjian, zhangjianguo)
 * and the initials from two on (zj, zjg), with every reading of the first character.
 */
export function nameTerms(name: string): SearchTerm[] {
  const han = hanOf(name)
  const pairs = han.slice(1).map((character, index) => `${han[index]}${character}`)
  const chinese = [...han, ...pairs, ...(han.length > 2 ? [han.join('')] : [])]
  const letters = readingsOf(name).flatMap(pinyinTerms)
  return [...distinct('han', chinese), ...distinct('pinyin', letters)]
}

/** An identity number, whole. */
export function idTerms(value: string): SearchTerm[] {
  const number = cleanText(value).replace(/[\s-]/g, '').toUpperCase()
  return number === '' ? [] : [{ kind: 'id', term: number }]
}

/** A phone number, whole and by its last four digits. */
export function phoneTerms(value: string): SearchTerm[] {
  const phone = parsePhone(value)
  if (phone) return [{ kind: 'phone', term: phone.value.replaceAll('-', '') }, { kind: 'phone-tail', term: phone.tail4 }]
  const digits = cleanText(value).replace(/\D/g, '')
  return digits.length < 4 ? [] : [{ kind: 'phone', term: digits }, { kind: 'phone-tail', term: digits.slice(-4) }]
}

const distinct = (kind: TermKind, terms: string[]): SearchTerm[] => [...new Set(terms)].map(term => ({ kind, term }))

const hanCharacter = /[\p{Script=Han}\u{20000}-\u{3FFFD}]/u
const hanOf = (text: string) => [...cleanName(text)].filter(character => hanCharacter.test(character))

// Each way to read the name, as a list of syllables. A Latin word is one syllable; a character without a known reading is left out.
function readingsOf(name: string): string[][] {
  const words = cleanName(name).match(/[A-Za-z]+|[\p{Script=Han}\u{20000}-\u{3FFFD}]+/gu) ?? []
  const syllables = words.flatMap(word => (hanCharacter.test(word) ? read(word) : [word.toLowerCase()]))
  const first = [...(words[0] ?? '')][0] ?? ''
  const others = hanCharacter.test(first) ? readFirst(first) : []
  const usual = syllables.filter(isSyllable)
  return [usual, ...others.filter(reading => reading !== usual[0]).map(reading => [reading, ...usual.slice(1)])]
}

const isSyllable = (text: string) => /^[a-z]+$/.test(text)

// Surname readings first (单 shan, 尉迟 yu chi), ü written v as on a keyboard.
const read = (word: string) => pinyinLibrary().pinyin(word, { toneType: 'none', type: 'array', surname: 'head', v: true })

const readFirst = (character: string) =>
  pinyinLibrary().polyphonic(character, { toneType: 'none', type: 'array', v: true }).flat().filter(isSyllable)

function pinyinTerms(syllables: string[]): string[] {
  const upTo = syllables.map((_, index) => syllables.slice(0, index + 1))
  const initials = upTo.slice(1).map(prefix => prefix.map(syllable => syllable[0]).join(''))
  return [...upTo.map(prefix => prefix.join('')), ...initials]
}
