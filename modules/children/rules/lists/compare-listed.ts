import { cleanName } from '#platform/values/chinese-name.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import type { civilAffairsTypes, comparedFields, comparedKinds, listDecisions } from '../../contract.ts'
import type { ListedChild } from './read-list-row.ts'

type Recognised = (typeof civilAffairsTypes)[number]
/** One thing a list and the register may say differently. */
export type ComparedField = (typeof comparedFields)[number]
type Kind = (typeof comparedKinds)[number]
type Decision = (typeof listDecisions)[number]

/** A child of the register, opened to be compared. */
export type KeptChild = {
  name: string
  sex: string
  paperNumber: string | null
  address: string | null
  school: string | null
  types: readonly Recognised[]
  decidedOn: LocalDate | null
  source: string | null
  guardians: readonly { name: string; phone: string | null }[]
}

/** What a list is about: types it does not cover are none of its business. */
export const coveredTypes = (rows: readonly Pick<ListedChild, 'types'>[], usualType: Recognised): Set<Recognised> =>
  new Set([usualType, ...rows.flatMap(({ types }) => types)])

/** What the register should say after the list: its own types beyond the list stay. */
export const typesAfter = (kept: readonly Recognised[], listed: readonly Recognised[], covered: ReadonlySet<Recognised>): Recognised[] =>
  [...new Set([...kept.filter((type) => !covered.has(type)), ...listed])].toSorted()

/** Which fields differ; what the list leaves empty differs in nothing. */
export function fieldsThatDiffer(listed: ListedChild, kept: KeptChild, covered: ReadonlySet<Recognised>): ComparedField[] {
  const says = (theirs: string | null, ours: string | null) => theirs !== null && theirs !== ours
  const differs: Record<ComparedField, boolean> = {
    types: typesAfter(kept.types, listed.types, covered).join() !== kept.types.toSorted().join(),
    decidedOn: says(listed.decidedOn, kept.decidedOn),
    source: says(listed.source, kept.source),
    name: cleanName(listed.name) !== kept.name,
    sex: listed.sex !== kept.sex,
    paperNumber: says(listed.paperNumber, kept.paperNumber),
    address: says(listed.address, kept.address),
    school: says(listed.school, kept.school),
    guardian: listed.guardian !== null && !isKnownGuardian(listed.guardian, kept.guardians),
  }
  return (Object.keys(differs) as ComparedField[]).filter((field) => differs[field])
}

const isKnownGuardian = ({ name, phone }: NonNullable<ListedChild['guardian']>, known: KeptChild['guardians']) =>
  known.some((guardian) => guardian.name === name && (phone === null || guardian.phone === phone))

/** What may be decided about each kind of difference. */
export const decisionsOf: Readonly<Record<Kind, readonly Decision[]>> = {
  new: ['take', 'visit', 'keep'], changed: ['take', 'keep', 'visit'], gone: ['end', 'keep', 'visit'], ambiguous: ['keep'], elsewhere: ['transfer', 'keep'],
}

/** Somebody of the same name and birth date elsewhere may be another child; somebody of the same number cannot. */
export const mayDecide = (kind: Kind, decision: Decision, heldByNumber: boolean): boolean =>
  decisionsOf[kind].includes(decision) || (kind === 'elsewhere' && !heldByNumber && (decision === 'take' || decision === 'visit'))

/** The recognition ends on a day that is known and has come. */
export function findEndProblem(endedOn: LocalDate | undefined, today: LocalDate): string | undefined {
  if (endedOn === undefined) return '请填写民政认定终止的日期'
  return endedOn > today ? '终止日期不能晚于今天' : undefined
}
