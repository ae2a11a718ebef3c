import { daysBetween, type LocalDate } from '#platform/values/local-date.ts'
import { isAdministrator } from './roles.ts'

/** Longest time for which a right is handed over, in days. */
export const longestDelegationDays = 90

/** The own right that is to be handed over. */
export type OwnRight = { roleCode: string; untilOn: LocalDate | null; isDelegated: boolean }
/** Why a right cannot be handed over. */
export type DelegationObstacle = 'NOT_DELEGABLE' | 'DELEGATION_TOO_LONG' | 'BEYOND_OWN_RIGHT' | 'DELEGATION_IN_PAST'

/** Why a right cannot be handed over until a day; undefined when it can. A right that was itself handed over stays where it is. */
export function findDelegationObstacle(own: OwnRight, untilOn: LocalDate, today: LocalDate): DelegationObstacle | undefined {
  if (own.isDelegated || isAdministrator(own.roleCode) || own.roleCode === 'volunteer') return 'NOT_DELEGABLE'
  if (untilOn < today) return 'DELEGATION_IN_PAST'
  if (daysBetween(today, untilOn) > longestDelegationDays) return 'DELEGATION_TOO_LONG'
  return own.untilOn !== null && untilOn > own.untilOn ? 'BEYOND_OWN_RIGHT' : undefined
}
