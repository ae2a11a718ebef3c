import { sql } from 'kysely'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { PhoneDevice } from '../../contract.ts'

/** A phone as the database gives it. */
export type DeviceRecord = Omit<PhoneDevice, 'unitCode' | 'wipesAt' | 'lastSeenAt'> & { scopeCode: string; lastSeenAt: Date }

/** Columns of a phone; `d` is the phone. Whose the asking account is comes in as a value. */
export const deviceColumns = (accountId: string) => sql`
  d.id, lpad(d.scope_code::text, 18, '0') as scope_code, d.name, d.platform, d.person_name, d.enrolled_at, d.last_seen_at,
  d.cut_off_at, d.cut_off_reason, d.cut_off_name, d.version, d.account_id = ${accountId} as is_own,
  (select count(*)::int from phone.letters l where l.city_id = d.city_id and l.device_id = d.id and l.status = 'waiting') as waiting_count`

const dayMs = 24 * 60 * 60 * 1000

/** A record as it crosses the wire. */
export const deviceOf = ({ scopeCode, ...rest }: DeviceRecord, { keptDays }: { keptDays: number }): PhoneDevice => ({
  ...rest, unitCode: codeOfScope(scopeCode), wipesAt: new Date(rest.lastSeenAt.getTime() + keptDays * dayMs),
})
