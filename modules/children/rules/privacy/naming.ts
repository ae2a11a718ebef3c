// Whether a text that strangers will read lets somebody recognise a child. It judges what stands in the text, whatever signs were put between.
import { cleanName, surnameOf } from '#platform/values/chinese-name.ts'

/** Who and where the child is, opened. */
export type NamedChild = {
  name: string
  /** Identity numbers and telephone numbers of the child and its guardians. */
  numbers: readonly string[]
  guardians: readonly string[]
  address: string | null
  school: string | null
  /** Names of the places below the county: the unit that looks after the child, and those above it. */
  places: readonly string[]
}
/** The word in the text that names the child, and what it is; a house is the whole address, an address a place named in it. */
export type Naming = { word: string; what: 'child' | 'guardian' | 'number' | 'house' | 'address' | 'school' | 'place' }

/** A letter or digit of a text, and where it stands there. */
type Letter = { sign: string; at: number }

/** Between the letters of a name of three may stand two others: 张家小明. */
const mostBetween = 2
/** Digits in a row that are some number of somebody's. */
const tooManyDigits = 7
/** Digits in a row that are recognised as part of a known number. */
const knownDigits = 6

/** The first word of a text by which the child could be recognised, looking for all of that or only for some; undefined when there is none. */
export function findNaming(text: string, child: NamedChild, only?: readonly Naming['what'][]): Naming | undefined {
  const letters = lettersOf(text)
  const wordOf = (what: Naming['what'], found: [number, number] | undefined): Naming | undefined =>
    (found === undefined ? undefined : { what, word: text.slice(letters[found[0]]?.at, endOf(text, letters[found[1]]?.at ?? 0)) })
  const any = (what: Naming['what'], names: readonly string[]) => names.map((name) => wordOf(what, findRun(letters, signsOf(name), 0)))
  const person = (what: Naming['what'], name: string) => [...any(what, partsOfName(name)), wordOf(what, findSpread(letters, name))]
  return [
    ...person('child', child.name), ...child.guardians.flatMap((name) => person('guardian', name)), wordOf('number', findNumber(letters, child.numbers)),
    ...any('school', partsOfPlace(child.school)), ...any('house', wholeAddress(child.address)),
    ...any('address', partsOfAddress(child.address)), ...any('place', child.places.flatMap(partsOfPlace)),
  ].find((found) => found !== undefined && (only === undefined || only.includes(found.what)))
}

const chineseDigits = '零一二三四五六七八九'

/** Letters and digits alone, in one form: full width as half, capitals as small. */
function lettersOf(text: string): Letter[] {
  let at = 0
  return [...text].flatMap((character) => {
    const start = at
    at += character.length
    return [...character.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).map((sign) => ({ sign, at: start }))
  })
}

const signsOf = (text: string): string[] => lettersOf(text).map(({ sign }) => sign)

const endOf = (text: string, start: number): number => start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1)

/** The whole name, and the given name where it has two letters or more. */
function partsOfName(name: string): string[] {
  const cleaned = cleanName(name)
  const given = cleaned.slice(surnameOf(cleaned).length)
  return [cleaned, given].filter((part) => signsOf(part).length >= 2)
}

function findSpread(letters: readonly Letter[], name: string): [number, number] | undefined {
  const signs = signsOf(cleanName(name))
  return signs.length < 3 ? undefined : findRun(letters, signs, mostBetween)
}

/** Where the signs stand one after another, with at most so many others between two of them; first and last letter. */
function findRun(letters: readonly Letter[], signs: readonly string[], between: number): [number, number] | undefined {
  if (signs.length === 0) return undefined
  for (const [start, { sign }] of letters.entries()) {
    if (sign !== signs[0]) continue
    const end = follow(letters, signs.slice(1), { from: start, between })
    if (end !== undefined) return [start, end]
  }
  return undefined
}

function follow(letters: readonly Letter[], signs: readonly string[], { from, between }: { from: number; between: number }): number | undefined {
  const [next, ...rest] = signs
  if (next === undefined) return from
  for (let at = from + 1; at <= from + 1 + between && at < letters.length; at += 1) {
    const end = letters[at]?.sign === next ? follow(letters, rest, { from: at, between }) : undefined
    if (end !== undefined) return end
  }
  return undefined
}

/** Digits in a row, also written in Chinese: seven are too many for any text; six are, when they belong to a known number. */
function findNumber(letters: readonly Letter[], numbers: readonly string[]): [number, number] | undefined {
  const digits = letters.map(({ sign }) => digitOf(sign)).join('')
  const known = numbers.map((number) => number.replaceAll(/\D/g, ''))
  for (const found of digits.matchAll(/\d+/g)) {
    const [run] = found
    const isKnown = run.length >= knownDigits && known.some((number) => number.includes(run) || run.includes(number))
    if (run.length >= tooManyDigits || isKnown) return [found.index, found.index + run.length - 1]
  }
  return undefined
}

/** One sign for each letter, so that places stay what they are. */
function digitOf(sign: string): string {
  if (/^\d$/.test(sign)) return sign
  const chinese = chineseDigits.indexOf(sign === '〇' ? '零' : sign)
  return chinese >= 0 ? String(chinese) : ' '
}

const wholeAddress = (address: string | null): string[] => (address !== null && signsOf(address).length >= 3 ? [address] : [])

/** The places that are named in an address: 东一村, 幸福小区. */
function partsOfAddress(address: string | null): string[] {
  if (address === null) return []
  const named = [...address.matchAll(/[\p{Script=Han}\d]+?(?:自然村|村|社区|街道|镇|乡|小区|路|街|巷|弄|屯|寨|湾|苑|组)/gu)].map(([part]) => part)
  return named.filter((part) => signsOf(part).length >= 3)
}

/** The name, and the name without what stands above it: 甲区东街小学 → 东街小学. */
function partsOfPlace(place: string | null): string[] {
  if (place === null) return []
  const short = place.replace(/^.*?(?:省|市|县|区|镇|乡)/u, '')
  return [place, short].filter((part) => signsOf(part).length >= 3 || (signsOf(part).length === 2 && /[村镇乡]$/u.test(part)))
}
