import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { Fact } from '#modules/figures/index.ts'
import { vacantSince } from '../../rules/vacancy.ts'

/** A unit as facts of its posts name it. */
export type FactUnit = { id: string; scopeLo: string; shortName: string }
/** A title as facts name it. */
export type FactTitle = { code: string; name: string; isLeadership: boolean }

/** Titles every installation knows; the table organization.post_titles holds the same. */
export const knownTitles: readonly FactTitle[] = [
  { code: 'director', name: '主任', isLeadership: true }, { code: 'executive-director', name: '执行主任', isLeadership: true },
  { code: 'standing-deputy-director', name: '常务副主任', isLeadership: true }, { code: 'deputy-director', name: '副主任', isLeadership: true },
  { code: 'secretary-general', name: '秘书长', isLeadership: true }, { code: 'member', name: '委员', isLeadership: true },
  { code: 'staff', name: '工作人员', isLeadership: false },
]

/** A post as whoever loads a whole city knows it. */
export type PostSketch = { id: string; unit: FactUnit; titleCode: string; fromOn: LocalDate; terms: TermSketch[] }
/** A term of such a post. */
export type TermSketch = {
  id: string; personId: string; personName: string; accountId?: string; volunteerId?: string; fromOn: LocalDate; dueToEndOn?: LocalDate
  untilOn: LocalDate | null; ending?: 'expired' | 'resigned' | 'transferred' | 'removed' | 'deceased'; isFullTime: boolean
}

/** Facts of ended terms begin and end; the loader writes the second as the mirror of the first. */
export type EndedFact = { fact: Fact; endOn: LocalDate | null }

/** Rows and facts of many posts with their terms; the loader writes them as it likes. */
export function postRows(cityId: number, sketches: readonly PostSketch[]) {
  const posts = sketches.map(({ id, unit, titleCode, fromOn, terms }) => ({
    cityId, id, scopeCode: unit.scopeLo, unitId: unit.id, titleCode, fromOn, vacantSince: vacantSince(fromOn, terms) }))
  const terms = sketches.flatMap(({ id, unit, terms: held }) => held.map((term) => ({
    cityId, id: term.id, scopeCode: unit.scopeLo, unitId: unit.id, postId: id, personId: term.personId, personName: term.personName,
    accountId: term.accountId ?? null, volunteerId: term.volunteerId ?? null, fromOn: term.fromOn, dueToEndOn: term.dueToEndOn ?? null,
    untilOn: term.untilOn, ending: term.untilOn === null ? null : term.ending ?? 'expired', isFullTime: term.isFullTime })))
  return { posts, terms, facts: sketches.flatMap(factsOfSketch) }
}

function factsOfSketch(sketch: PostSketch): EndedFact[] {
  const title = titleOf(sketch.titleCode)
  const { unit, id } = sketch
  const open = vacantSince(sketch.fromOn, sketch.terms)
  return [
    ...[seatFact(unit, title, { id, on: sketch.fromOn }), ...(open === null ? [] : [vacancyFact(unit, title, { id, on: open })])]
      .map((fact) => ({ fact, endOn: null })),
    ...sketch.terms.flatMap((term) => termFacts(unit, title, term).map((fact) => ({ fact, endOn: term.untilOn === null ? null : addDays(term.untilOn, 1) }))),
  ]
}

/** A title by its code. */
export function titleOf(code: string): FactTitle {
  const title = knownTitles.find((known) => known.code === code)
  if (title === undefined) throw new Error(`no title ${code}`)
  return title
}

/** That a post of this title exists from a day on. */
export function seatFact(unit: FactUnit, title: FactTitle, post: { id: string; on: LocalDate }): Fact {
  return { measure: `post.seat.${title.code}`, happenedOn: post.on, ...placed(unit), record: { kind: 'post', id: post.id }, subjectId: unit.id,
    label: `${unit.shortName} ${title.name}` }
}

/** That a post stands open from a day on. */
export function vacancyFact(unit: FactUnit, title: FactTitle, post: { id: string; on: LocalDate }): Fact {
  return { measure: 'post.vacant', happenedOn: post.on, ...placed(unit), record: { kind: 'post', id: post.id }, subjectId: post.id,
    label: `${unit.shortName} ${title.name}（空缺）` }
}

/** That somebody holds a post, full- or part-time, from a day on. */
export function termFacts(unit: FactUnit, title: FactTitle,
  term: { id: string; personId: string; personName: string; fromOn: LocalDate; isFullTime: boolean }): Fact[] {
  const of = (measure: string): Fact => ({
    measure, happenedOn: term.fromOn, ...placed(unit), record: { kind: 'term', id: term.id }, subjectId: term.personId,
    label: `${unit.shortName} ${title.name} ${term.personName}`,
  })
  return [of(`post.held.${title.code}`), ...(title.isLeadership ? [of('post.holder')] : []), of(term.isFullTime ? 'staff.full-time' : 'staff.part-time')]
}

/** Measures that count the holder of a post. */
export const holderMeasures: readonly string[] = [...knownTitles.map(({ code }) => `post.held.${code}`), 'post.holder', 'staff.full-time', 'staff.part-time']

const placed = (unit: FactUnit): Pick<Fact, 'unit'> => ({ unit: { id: unit.id, scopeCode: unit.scopeLo } })
