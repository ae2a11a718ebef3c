import { scopeHi, scopeLo } from '#platform/values/scope-code.ts'

/** Roles, as the product's description names them. */
export const roles = [
  'office', 'leader', 'guardian-officer', 'care-worker', 'volunteer', 'charity-head', 'accountant', 'finance-reviewer', 'cashier', 'charity-worker',
    'outside-auditor',
  'system-admin', 'security-admin', 'audit-admin',
] as const
/** A role; a donor is nobody of the house: no work of it is done as one. */
export type Role = (typeof roles)[number] | 'donor'

/** Somebody who is signed in, with what an owner connection knows of the person. */
export type Caller = {
  name: string
  role: Role
  cityId: number
  accountId: string
  /** The volunteer the account belongs to; null for staff. */
  volunteerId: string | null
  unit: { id: string; code: string }
  cookie: string
}

/** What the caller may see, as a condition over a column of scope codes. */
export function withinRange(caller: Caller, column: string): string {
  return `city_id = ${caller.cityId} and ${column} between ${scopeLo(caller.unit.code)} and ${scopeHi(caller.unit.code)}`
}

/** Whether a unit code lies in the caller's range. */
export const mayReachCode = (caller: Caller, code: string): boolean => code.startsWith(caller.unit.code)
