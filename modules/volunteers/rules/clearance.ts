import { addDays, addYears, type LocalDate } from '#platform/values/local-date.ts'
import type { clearanceResults, clearanceStates } from '../contract.ts'

/** Days before the end during which a clearance asks to be renewed. */
export const daysOfNotice = 30

type Result = (typeof clearanceResults)[number]
/** Where a volunteer stands with the clearance. */
export type ClearanceState = (typeof clearanceStates)[number]

/** The latest clearance, as far as it decides anything. */
export type LatestClearance = { result: Result; validUntil: LocalDate | null } | null

/** Where a volunteer stands on a day. */
export function clearanceStateOn(latest: LatestClearance, day: LocalDate): ClearanceState {
  if (latest === null) return 'none'
  if (latest.result !== 'clear' || latest.validUntil === null) return latest.result === 'found' ? 'found' : 'pending'
  if (latest.validUntil < day) return 'expired'
  return latest.validUntil <= addDays(day, daysOfNotice) ? 'expiring' : 'valid'
}

/** The law asks for a new check every year: the last day is the one before the same day of the next year. */
export const lastDayOfClearance = (checkedOn: LocalDate): LocalDate => addDays(addYears(checkedOn, 1), -1)

/** Whether a clearance that was checked on that day may count until the other; no check counts for longer than a year. */
export const isValidityAllowed = (checkedOn: LocalDate, validUntil: LocalDate): boolean =>
  validUntil >= checkedOn && validUntil <= lastDayOfClearance(checkedOn)
