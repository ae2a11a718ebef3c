// Who is in office, and what of a board does not hold.
import { addDays, addYears, type LocalDate } from '#platform/values/local-date.ts'
import type { BoardMember, BoardRole, BoardWarning } from '../contract.ts'

/** A term as rules see it. */
export type Term = Pick<BoardMember, 'name' | 'role' | 'fromOn' | 'untilOn' | 'endedOn' | 'isPaid'>

/** 基金会管理条例 第二十条、第二十一条: five to twenty-five members, terms of five years at most, at most a third of them paid. */
export const limits = { fewest: 5, most: 25, years: 5, expiringDays: 60 } as const

/** The last day in office. */
export const lastDayOf = ({ untilOn, endedOn }: Pick<Term, 'untilOn' | 'endedOn'>): LocalDate => endedOn ?? untilOn
/** Whether a term runs on a day; the first and the last day are in it. */
export const isInOffice = (term: Pick<Term, 'fromOn' | 'untilOn' | 'endedOn'>, on: LocalDate): boolean => term.fromOn <= on && lastDayOf(term) >= on
/** A supervisor is at meetings and has no vote. */
export const hasVote = (role: BoardRole): boolean => role !== 'supervisor'

/** Everything the law says of a board that does not hold today. */
export function findBoardWarnings(terms: readonly Term[], today: LocalDate): BoardWarning[] {
  const current = terms.filter((term) => isInOffice(term, today))
  const directors = current.filter(({ role }) => hasVote(role))
  const named = (code: BoardWarning['code'], names: readonly string[]): BoardWarning[] => (names.length === 0 ? [] : [{ code, names: [...new Set(names)] }])
  const plain = (code: BoardWarning['code'], holds: boolean): BoardWarning[] => (holds ? [{ code, names: [] }] : [])
  const chairs = current.filter(({ role }) => role === 'chair').map(({ name }) => name)
  const secretaries = current.filter(({ role }) => role === 'secretary-general').map(({ name }) => name)
  return [
    ...named('expired', terms.filter((term) => hasLapsed(term, terms, today)).map(({ name }) => name)),
    ...named('expiring', current.filter((term) => term.endedOn === null && term.untilOn <= addDays(today, limits.expiringDays)
      && !hasSuccessor(term, terms)).map(({ name }) => name)),
    ...named('overlapping', terms.filter((term) => terms.some((other) => other !== term && overlap(term, other))).map(({ name }) => name)),
    ...named('too-long', current.filter(({ fromOn, untilOn }) => untilOn >= addYears(fromOn, limits.years)).map(({ name }) => name)),
    ...plain('too-few', terms.length > 0 && directors.length < limits.fewest), ...plain('too-many', directors.length > limits.most),
    ...named('chair-is-secretary', chairs.filter((name) => secretaries.includes(name))), ...named('several-chairs', chairs.length > 1 ? chairs : []),
    ...plain('no-chair', terms.length > 0 && chairs.length === 0), ...plain('too-many-paid',
      directors.filter(({ isPaid }) => isPaid).length * 3 > directors.length),
  ]
}

/** A term that ran out by itself, and nobody was named to that person's or, for a single seat, the seat's next term. */
const hasLapsed = (term: Term, terms: readonly Term[], today: LocalDate): boolean =>
  term.endedOn === null && term.untilOn < today && !hasSuccessor(term, terms)

const singleSeats: readonly BoardRole[] = ['chair', 'secretary-general']
const hasSuccessor = (term: Term, terms: readonly Term[]): boolean => terms.some((other) =>
  other.fromOn > term.fromOn && lastDayOf(other) > term.untilOn && (other.name === term.name || (singleSeats.includes(term.role) && other.role === term.role)))

/** The same person twice at the same time in one seat; a member may hold an office besides. */
const overlap = (one: Term, other: Term): boolean =>
  one.name === other.name && one.role === other.role && one.fromOn <= lastDayOf(other) && other.fromOn <= lastDayOf(one)
