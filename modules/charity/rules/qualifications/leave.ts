import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { FieldProblem } from '../problem.ts'

/** When leave to ask the public holds. */
export type Leave = {
  grantedOn: LocalDate
  /** Last day; null where the certificate names none. */
  validUntil: LocalDate | null
  /** First day on which it holds no more; null while nobody ended it. */
  endedOn: LocalDate | null
}

/** Whether leave holds on each day of a period. */
export const covers = ({ grantedOn, validUntil, endedOn }: Leave, { startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate }): boolean =>
  grantedOn <= startsOn && (validUntil === null || validUntil >= endsOn) && (endedOn === null || endedOn > endsOn)

/** What a certificate says wrongly. */
export function findLeaveIssues({ grantedOn, validUntil }: Pick<Leave, 'grantedOn' | 'validUntil'>, today: LocalDate): FieldProblem[] {
  if (grantedOn > today) return [{ path: ['grantedOn'], message: '发证日期不能晚于今天' }]
  return validUntil !== null && validUntil < grantedOn ? [{ path: ['validUntil'], message: '有效期止不能早于发证日期' }] : []
}

/** Days before its end on which a qualification is reminded of, unless a city chose another number: a new one takes weeks. */
const usualNoticeDays = 90

/** That number, as a city set it. */
export function qualificationNoticeDaysOf(setting: unknown): number {
  const days = Number(setting)
  return Number.isInteger(days) && days > 0 && days <= 366 ? days : usualNoticeDays
}

type Days = Pick<Leave, 'grantedOn' | 'validUntil'>

/** Whether another one takes over without a gap and holds longer. */
export const follows = (later: Days, { validUntil }: Days): boolean =>
  validUntil !== null && later.grantedOn <= addDays(validUntil, 1) && (later.validUntil === null || later.validUntil > validUntil)
