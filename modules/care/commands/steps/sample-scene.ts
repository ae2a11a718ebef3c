import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { registerChild } from '#modules/children/commands/register-child.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { CaseRow, NewVisit, Pairing, Scores, Visit } from '../../contract.ts'
import { openCase } from '../open-case.ts'
import { pairVolunteer } from '../pairings/pair-volunteer.ts'
import { recordVisit } from '../record-visit.ts'

/** Scores that give a colour. */
export const scoresOf = { red: { guardianship: 3, physical: 0, behaviour: 0 }, yellow: { guardianship: 2, physical: 1, behaviour: 0 },
green: { guardianship: 0, physical: 0, behaviour: 0 } }

/** A volunteer as tests need it. */
export type SampleVolunteer = {
  name: string; unit: string; capacity?: number; clearedUntilOn?: string | null; status?: 'active' | 'resting'; account?: PersonName
}

/** A city in which care can be given: children with consent, volunteers with clearance, and the steps before the one under test. */
export type CareScene = TestCity & {
  child(name: string, options?: { by?: PersonName; hasConsent?: boolean }): Promise<string>
  volunteer(volunteer: SampleVolunteer): Promise<string>
  open(name: string, options?: { by?: PersonName; openedOn?: string; scores?: Scores; need?: string }): Promise<CaseRow>
  pair(caseId: string, volunteerId: string, options?: Partial<Parameters<typeof pairVolunteer>[1]> & { by?: PersonName }): Promise<Pairing>
  visit(caseId: string, visit?: Partial<NewVisit> & { by?: PersonName }): Promise<Visit>
  /** Signed sum of the facts of a measure of a record up to a day. */
  counted(recordId: string, measure: string, on?: string): Promise<number>
  audits(verb: string, subjectId?: string): Promise<number>
}

/** Opens the scene; close it like a test city. */
export async function openCareScene(): Promise<CareScene> {
  const city = await openTestCity()
  const child: CareScene['child'] = async (name, { by = '孙主任', hasConsent = true } = {}) => (await city.as(by, (context) => registerChild(context, {
    name, sex: 'male', paperKind: 'none', birthOn: '2015-05-20', facts: [], guardians: [
      { name: '李桂花', relation: 'grandmother', guardianship: 'legal', isPrimary: true }
    ],
    consents: hasConsent ? [{ kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: '2026-01-01' }] : [],
  }))).id
  return {
    ...city, child,
    volunteer: (volunteer) => insertVolunteer(city, volunteer),
    open: async (name, { by = '孙主任', openedOn = '2026-01-05', scores = scoresOf.yellow, need = '' } = {}) => {
      const childId = await child(name, { by })
      return city.as(by, (context) => openCase(context, { childId, openedOn, scores, need }))
    },
    pair: (caseId, volunteerId, { by = '赵干事', ...options } = {}) => city.as(by, (context: Context) =>
      pairVolunteer(context, { id: caseId, volunteerId, role: 'primary', fromOn: '2026-02-01', ...options })),
    visit: (caseId, { by = '孙主任', ...visit } = {}) => city.as(by, (context) =>
      recordVisit(context, { caseId, madeOn: '2026-03-10', medium: 'home', minutes: 45, outcome: 'made', note: '', ...visit })),
    counted: async (recordId, measure, on = '2026-03-16') => {
      const { rows } = await city.owner.query(
        'select coalesce(sum(sign), 0)::int as count from figures.facts where record_id = $1 and measure = $2 and happened_on <= $3', [recordId, measure, on])
      return rows[0].count
    },
    audits: async (verb, subjectId) => {
      const { rows } = await city.owner.query(
        'select count(*)::int as count from audit.entries where verb = $1 and ($2::uuid is null or subject_id = $2)', [verb, subjectId ?? null]
      )
      return rows[0].count
    },
  }
}

async function insertVolunteer(
  city: TestCity, { name, unit, capacity = 3, clearedUntilOn = '2026-12-31', status = 'active', account }: SampleVolunteer
): Promise<string> {
  const id = newId()
  await city.owner.query(`insert into volunteers.volunteers (city_id, id, scope_code, unit_id, name, sex, categories, capacity, joined_on, joined_by,
  status, status_on,
      clearance_result, clearance_on, clearance_until)
    values ($1, $2, $3, $4, $5, 'female', '{teacher}', $6, '2020-01-01', 'organised', $7, case when $7 = 'active' then null else date '2026-01-01' end,
      case when $8::date is null then null else 'clear' end, case when $8::date is null then null else date '2025-12-31' end, $8)`,
  [city.cityId, id, unit.padEnd(18, '0'), await city.unitId(unit), name, capacity, status, clearedUntilOn])
  if (account !== undefined) await city.owner.query('update accounts.accounts set volunteer_id = $1 where id = $2', [id, await city.accountId(account)])
  return id
}
