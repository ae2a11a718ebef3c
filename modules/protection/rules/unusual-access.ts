import { codeOfScope } from '#platform/values/scope-code.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { UnusualAccessDetail, type AccessRule } from '../contract.ts'
import type { Limits } from './limits.ts'

/** The fields of a file, in its order. */
const fileFields = UnusualAccessDetail.shape.fields.element.options

/** One reading of a full file, as the audit has it. */
export type Read = {
  entryId: string
  accountId: string
  personName: string
  /** Unit for which the reader acted. */
  unitId: string
  unitScope: string
  childId: string
  /** Scope code of the child's unit when it was read. */
  childScope: string
  /** Scope code of the unit the reader belongs to. */
  homeScope: string
  day: LocalDate
  /** Hour in China, 0–23. */
  hour: number
  isEmergency: boolean
  /** The case had ended, and no other was open. */
  isAfterEnd: boolean
  /** Fields of the file that were opened; null where the entry names none. */
  fields: readonly string[] | null
}

/** What a rule finds: one reader, one day. */
export type Finding = {
  rule: AccessRule
  accountId: string
  personName: string
  unitId: string
  unitScope: string
  day: LocalDate
  /** What the rule counted. */
  count: number
  entryIds: string[]
  childIds: string[]
  /** Fields that were opened in these readings, each once, in the order of a file. */
  fields: UnusualAccessDetail['fields']
}

/** Everything out of the ordinary in the readings, each rule for each reader, unit and day at most once. */
export function findUnusual(reads: readonly Read[], limits: Limits): Finding[] {
  const byReader = Map.groupBy(reads, ({ accountId, unitId, day }) => `${accountId} ${unitId} ${day}`)
  return [...byReader.values()].flatMap((ofDay) => [
    ...tooMany('many-files', ofDay, new Set(ofDay.map(({ childId }) => childId)).size, limits.filesPerDay),
    ...tooMany('many-towns', ofDay, new Set(ofDay.map(({ childScope }) => townOf(childScope))).size, limits.townsPerDay),
    ...each('night', ofDay.filter(({ hour, isEmergency }) => !isEmergency && isNight(hour, limits))),
    ...each('other-town', ofDay.filter(({ childScope, homeScope }) => !isWithin(childScope, homeScope))),
    ...each('emergency', ofDay.filter(({ isEmergency }) => isEmergency)),
    ...each('after-end', ofDay.filter(({ isAfterEnd }) => isAfterEnd)),
  ])
}

/** Night goes past midnight: from 22 to 6 are 22, 23, 0 … 5. */
export const isNight = (hour: number, { nightFrom, nightUntil }: Pick<Limits, 'nightFrom' | 'nightUntil'>): boolean =>
  nightFrom > nightUntil ? hour >= nightFrom || hour < nightUntil : hour >= nightFrom && hour < nightUntil

const townOf = (scope: string): string => scope.padStart(18, '0').slice(0, 11)

const isWithin = (scope: string, home: string): boolean => scope.padStart(18, '0').startsWith(codeOfScope(home))

function tooMany(rule: AccessRule, reads: readonly Read[], count: number, limit: number): Finding[] {
  return count > limit ? [findingOf(rule, reads, count)] : []
}

const each = (rule: AccessRule, reads: readonly Read[]): Finding[] => (reads.length === 0 ? [] : [findingOf(rule, reads, reads.length)])

function findingOf(rule: AccessRule, reads: readonly Read[], count: number): Finding {
  const [first] = reads
  if (first === undefined) throw new Error('nothing was read')
  const { accountId, personName, unitId, unitScope, day } = first
  const opened = new Set(reads.flatMap(({ fields }) => fields ?? []))
  return {
    rule, accountId, personName, unitId, unitScope, day, count, entryIds: reads.map(({ entryId }) => entryId),
    childIds: [...new Set(reads.map(({ childId }) => childId))], fields: fileFields.filter((field) => opened.has(field)),
  }
}
