import type { TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { makeCheckDigit } from '#platform/values/id-card.ts'
import type { NewChild } from '../../contract.ts'
import { registerChild } from '../register-child.ts'

/** An identity number that nobody has: no region begins with 00. An odd order is a boy's. */
export function sampleNumber(birthOn: string, order: number): string {
  const first17 = `009901${birthOn.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  return first17 + makeCheckDigit(first17)
}

/** A child as a village worker would register it; what a test needs otherwise is given. */
export function sampleChild(change: Partial<NewChild> = {}): NewChild {
  return {
    name: '张小明',
    sex: 'male',
    paperKind: 'none',
    birthOn: '2015-05-20',
    phone: '13800005678',
    address: '东一村三组12号',
    school: '东街小学',
    health: '对花生过敏',
    guardians: [{ name: '李桂花', relation: 'grandmother', guardianship: 'legal', phone: '13900001234', isPrimary: true }],
    facts: [],
    consents: [],
    ...change,
  }
}

/** Registers a sample child as somebody, 孙主任 of 东一村 by default. */
export const registerSample = (city: TestCity, change: Partial<NewChild> = {}, by: PersonName = '孙主任') =>
  city.as(by, (context) => registerChild(context, sampleChild(change)))

/** Facts that make a child an orphan. */
export const orphanFacts: NewChild['facts'] = [
  { subject: 'father', kind: 'life', value: 'deceased', fromOn: '2020-01-10', evidence: 'certificate' },
  { subject: 'mother', kind: 'life', value: 'deceased', fromOn: '2021-06-01', evidence: 'certificate' },
]

/** How many audit rows of a verb there are about a child. */
export async function countAudit(city: TestCity, verb: string, childId: string): Promise<number> {
  const { rows } = await city.owner.query('select count(*)::int as count from audit.entries where verb = $1 and subject_id = $2', [
    verb,
    childId,
  ])
  return rows[0].count
}

/** Live facts of a measure about a child up to a day: 1 while it counts. */
export async function liveCount(city: TestCity, childId: string, { measure, on }: { measure: string; on: string }): Promise<number> {
  const { rows } = await city.owner.query(
    'select coalesce(sum(sign), 0)::int as count from figures.facts where record_id = $1 and measure = $2 and happened_on <= $3',
    [childId, measure, on],
  )
  return rows[0].count
}

/** Puts the last day of keeping of a closed file behind it, as years would. */
export async function endKeeping(city: Pick<TestCity, 'owner'>, childId: string): Promise<void> {
  await city.owner.query(`insert into protection.retentions (city_id, child_id, scope_code, closed_on, keep_until, rule_version)
    select city_id, id, scope_code, closed_on, '2026-02-28', 1 from children.children where id = $1
    on conflict (city_id, child_id) do update set keep_until = excluded.keep_until`, [childId])
}
