// Codes of units. A code is a string of digits and a prefix of the codes below it, so that "this unit and all below" is one range.
// Levels: province 2, city +2, county +3, town +4, village +4, below a village +3, together 18 digits.

const widths = [2, 2, 3, 4, 4, 3]
const ends = [2, 4, 7, 11, 15, 18]
const divisionEnds = [2, 4, 6, 9, 12]
const fullWidth = 18

/** First slot above the official division codes, by depth of the parent; provinces hand out no slots of their own. */
const firstFreeSlot = [undefined, undefined, 100, 1000, 1000, 1]

/** How deep a unit stands: province 1, city 2, county 3, town 4, village 5, below 6; nothing when it is no code. */
export function levelDepth(code: string): number | undefined {
  const depth = ends.indexOf(code.length) + 1
  return depth > 0 && /^\d+$/.test(code) ? depth : undefined
}

/** Whether the text is a unit code of some level. */
export const isScopeCode = (code: string): boolean => levelDepth(code) !== undefined

/** First scope code a unit owns, 18 digits; it is also the scope code of the unit's own rows. */
export const scopeLo = (code: string): string => mustBeCode(code).padEnd(fullWidth, '0')

/** Last scope code a unit owns, 18 digits. */
export const scopeHi = (code: string): string => mustBeCode(code).padEnd(fullWidth, '9')

/** The unit code inside a row's scope code: no level has a slot of zeros, so the zeros at the end are only padding. */
export function codeOfScope(scopeCode: string): string {
  const full = scopeCode.padStart(fullWidth, '0')
  const depth = widths.findLastIndex((width, index) => !isZero(full.slice((ends[index] ?? 0) - width, ends[index]))) + 1
  return full.slice(0, ends[depth - 1] ?? fullWidth)
}

/** The code one level up; nothing above a province. */
export function parentCode(code: string): string | undefined {
  const depth = levelDepth(mustBeCode(code)) ?? 1
  return depth === 1 ? undefined : code.slice(0, ends[depth - 2])
}

/** Whether a unit is the other one or stands somewhere below it. */
export const isBelowOrSame = (code: string, ancestor: string): boolean => mustBeCode(code).startsWith(mustBeCode(ancestor))

/**
 * Our code of an official division code of 2, 4, 6, 9 or 12 digits: 511302001001 → 511300200010001. Padding zeros are dropped
 * (511300 is the city). A level that does not exist between two others (towns directly under the city of Dongguan, 441900003) takes
 * the slot of nines, because a slot of zeros would share its range with the rows of the unit above.
 */
export function codeFromDivision(division: string): string | undefined {
  if (!/^\d+$/.test(division) || !divisionEnds.includes(division.length)) return undefined
  const parts = splitDivision(division)
  if (parts.length === 0 || isZero(parts[0] ?? '')) return undefined
  return parts.map((part, index) => widen(part, widths[index] ?? 0)).join('')
}

const widen = (part: string, width: number) => (isZero(part) ? '9'.repeat(width) : part.padStart(width, '0'))

const isZero = (part: string) => /^0+$/.test(part)

// The two, two, two, three and three digits of the levels, without the zeros that pad a shorter code.
function splitDivision(division: string): string[] {
  const within = divisionEnds.filter(end => end <= division.length)
  const parts = within.map((end, index) => division.slice(within[index - 1] ?? 0, end))
  return parts.slice(0, parts.findLastIndex(part => !isZero(part)) + 1)
}

/**
 * A free code under a unit for a school, enterprise or agency, in the slots above the official ones; nothing when none is left or the
 * unit can have no such unit below it. `used` must hold every code ever given there, also to closed or moved units, because figures of
 * closed periods keep the old code.
 */
export function nextInstitutionSlot(parent: string, used: Iterable<string>): string | undefined {
  const depth = levelDepth(mustBeCode(parent)) ?? 1
  const width = widths[depth]
  const first = firstFreeSlot[depth]
  if (width === undefined || first === undefined) return undefined
  const taken = new Set(used)
  const end = depth === 5 ? 999 : 10 ** width - 2
  for (let slot = first; slot <= end; slot += 1) {
    const code = parent + String(slot).padStart(width, '0')
    if (!taken.has(code)) return code
  }
  return undefined
}

function mustBeCode(code: string): string {
  if (!isScopeCode(code)) throw new RangeError(`not a unit code: ${code}`)
  return code
}
