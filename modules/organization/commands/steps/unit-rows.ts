import { nameCommittee } from '#database/divisions/committee-names.ts'
import { nameTerms } from '#platform/crypto/search-terms.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { codeFromDivision, nextInstitutionSlot, scopeHi, scopeLo } from '#platform/values/scope-code.ts'
import type { Fact } from '#modules/figures/index.ts'
import type { Unit } from '../../contract.ts'
import { countedAs } from '../../rules/unit-words.ts'

/** A unit as whoever loads a whole city knows it; above before below. */
export type UnitSketch = {
  id: string
  /** Null for the topmost. */
  parentId: string | null
  level: Unit['level']
  kind: Unit['kind']
  /** Official name of the division (村民委员会 and the like are taken off), or the body's own name. */
  name: string
  /** Official code of 2 to 12 digits; null for schools, enterprises and agencies, which get a free code under their parent. */
  divisionCode: string | null
  /** Day the committee was founded; null while it is not. */
  establishedOn: LocalDate | null
}

/** A row of organization.units. */
export type UnitRow = {
  cityId: number; id: string; parentId: string | null; code: string; scopeLo: string; scopeHi: string; level: Unit['level']; kind: Unit['kind']
  name: string; shortName: string; pinyin: string; pinyinInitials: string; divisionCode: string | null; establishedOn: LocalDate | null
}
/** A row of organization.unit_search_terms. */
export type UnitTermRow = { cityId: number; term: string; scopeLo: string; unitId: string }

/** Divisions are due since before anything was counted here. */
const dueSince = '2000-01-01'

/** Rows and facts of a whole city's units; the loader writes them as it likes. */
export function unitRows(cityId: number, sketches: readonly UnitSketch[]): { units: UnitRow[]; terms: UnitTermRow[]; facts: Fact[] } {
  const codes = new Map<string, string>()
  const used = new Map<string, string[]>()
  const units = sketches.map((sketch) => {
    const code = codeOf(sketch, codes, used)
    codes.set(sketch.id, code)
    return unitRow(cityId, sketch, code)
  })
  return { units, terms: units.flatMap((unit) => unitTerms(unit)), facts: units.filter(({ level }) => level !== 'province').flatMap((unit) =>
    unitFacts(unit)) }
}

function codeOf(sketch: UnitSketch, codes: ReadonlyMap<string, string>, used: Map<string, string[]>): string {
  const official = sketch.divisionCode === null ? undefined : codeFromDivision(sketch.divisionCode)
  if (official !== undefined) return official
  const parent = codes.get(sketch.parentId ?? '')
  if (parent === undefined) throw new Error(`the parent of ${sketch.name} must come before it`)
  const given = used.get(parent) ?? []
  const free = nextInstitutionSlot(parent, given)
  if (free === undefined) throw new Error(`no code left under ${parent}`)
  used.set(parent, [...given, free])
  return free
}

/** A unit's row from what is known of it. */
export function unitRow(cityId: number, sketch: UnitSketch, code: string): UnitRow {
  const names = nameCommittee({ level: sketch.kind === 'division' ? sketch.level : 'school', name: sketch.name })
  const { id, parentId, level, kind, establishedOn, divisionCode } = sketch
  return {
    cityId, id, parentId, code, scopeLo: scopeLo(code), scopeHi: scopeHi(code), level, kind, name: names.place, shortName: `${names.place}关工委`,
    ...spellingOf(names.place), divisionCode: divisionCode?.padEnd(12, '0') ?? null, establishedOn,
  }
}

/** Full pinyin and initials of a name, by its first reading. */
export function spellingOf(name: string): { pinyin: string; pinyinInitials: string } {
  const spelled = nameTerms(name).filter(({ kind }) => kind === 'pinyin').map(({ term }) => term)
  const [first = ''] = spelled
  const full = spelled.filter((term) => term.startsWith(first)).reduce((longest, term) => (term.length > longest.length ? term : longest), '')
  const initials = spelled.filter((term) => !term.startsWith(first) && first.startsWith(term[0] ?? '?'))
    .reduce((longest, term) => (term.length > longest.length ? term : longest), '')
  return { pinyin: full, pinyinInitials: initials }
}

/** What a unit can be found by: characters, pairs, and the longest spellings (a search takes their beginnings). */
export function unitTerms(unit: Pick<UnitRow, 'cityId' | 'id' | 'name' | 'scopeLo'>): UnitTermRow[] {
  const terms = nameTerms(unit.name)
  const spelled = terms.filter(({ kind }) => kind === 'pinyin').map(({ term }) => term)
  const kept = terms.filter(({ kind, term }) => (kind === 'pinyin'
    ? !spelled.some((other) => other !== term && other.startsWith(term))
    : [...term].length <= 2))
  return kept.map(({ kind, term }) => ({ cityId: unit.cityId, term: `${kind}:${term}`, scopeLo: unit.scopeLo, unitId: unit.id }))
}

/** What is counted of a unit from a day on: that it is due, and that it is founded. */
export function unitFacts(unit: Pick<UnitRow, 'id' | 'level' | 'kind' | 'shortName' | 'scopeLo' | 'establishedOn'>, dueOn: LocalDate = dueSince): Fact[] {
  const sort = countedAs(unit)
  const of = (measure: string, happenedOn: LocalDate): Fact => ({
    measure, happenedOn, unit: { id: unit.id, scopeCode: unit.scopeLo }, record: { kind: 'unit', id: unit.id }, subjectId: unit.id, label: unit.shortName,
  })
  const due = unit.establishedOn !== null && unit.establishedOn < dueOn ? unit.establishedOn : dueOn
  return [of('unit.due', due), of(`unit.due.${sort}`, due),
    ...(unit.establishedOn === null ? [] : [of('unit.founded', unit.establishedOn), of(`unit.founded.${sort}`, unit.establishedOn)])]
}
