import { sql } from 'kysely'
import { recordFacts, type Fact } from '#modules/figures/index.ts'
import { recordAuditBatch } from '#platform/audit/record-batch.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { idHashOf } from '../../queries/find-twins.ts'
import { newVolunteerKey, sealIdNumber } from '../../queries/id-number.ts'
import type { NewVolunteer, PreparedVolunteer } from './new-volunteer.ts'
import { insertSearchTerms } from './search-terms.ts'
import { insertValidities, validityRowsOf } from './validity-rows.ts'
import { joiningFact, leavingFact, membershipFacts, validityFact } from './volunteer-facts.ts'

/** Rows of one statement: enough to make the cost of a statement small, few enough to keep it short. */
const batchSize = 1000

/**
 * Writes volunteers with their keys, search terms, clearances, insurances, facts and one audit row each: one for a form, thousands
 * for an import, by the same few statements. Says their ids in the order they were given.
 */
export async function insertVolunteers(context: Context, volunteers: readonly NewVolunteer[], verb: string): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < volunteers.length; from += batchSize) {
    const batch = volunteers.slice(from, from + batchSize)
      .map((volunteer) => ({ id: volunteer.id ?? newId(), volunteer, validities: validityRowsOf(volunteer, context.today) }))
    await insertBatch(context, batch, verb)
    ids.push(...batch.map(({ id }) => id))
  }
  return ids
}

async function insertBatch(context: Context, batch: readonly PreparedVolunteer[], verb: string): Promise<void> {
  await insertRows(context, batch)
  await Promise.all([
    insertSearchTerms(context, batch.map(({ id, volunteer }) => (
      { id, scopeCode: volunteer.unit.scopeCode, name: volunteer.profile.name, phone: volunteer.profile.phone }))),
    insertValidities(context, batch),
    recordAuditBatch(context, batch.map(({ id, volunteer }) => (
      { verb, subjectKind: 'volunteer', subjectId: id, scopeCode: volunteer.unit.scopeCode, details: { unitId: volunteer.unit.id } }))),
    recordFacts(context, batch.flatMap(factsOf)),
  ])
}

/** What the new rows add to the figures. */
function factsOf({ id, volunteer, validities }: PreparedVolunteer): Fact[] {
  const { profile, unit, ended } = volunteer
  const counted = { id, name: profile.name, unit, categories: profile.categories, isPartyMember: profile.isPartyMember ?? null }
  const valid = [...validities.clearances, ...validities.insurances].flatMap(({ span }) => (span === null ? [] : [span]))
  const left = ended?.status === 'left' ? ended.on : undefined
  const members = membershipFacts(counted, profile.joinedOn)
  return [
    joiningFact(counted, profile.joinedOn),
    ...(left === undefined ? members : [...members.map((fact) => ({ ...fact, endedOn: left })), leavingFact(counted, left)]),
    ...valid.map((span) => ({ ...validityFact(counted, span), ...(span.hasEnded ? { endedOn: span.endsOn } : {}) })),
  ]
}

/** Rows and keys of the register itself. */
async function insertRows(context: Context, batch: readonly PreparedVolunteer[]): Promise<void> {
  const { tx, actor, now } = context
  const sealings = batch.map(({ id, volunteer: { profile } }) => {
    if (profile.idNumber === null) return null
    const { dataKey, wrapped } = newVolunteerKey(context, id)
    return { wrapped, sealed: sealIdNumber(dataKey, id, profile.idNumber) }
  })
  const rows = batch.map((prepared, at) => rowOf(context, prepared, sealings[at]?.sealed ?? null))
  const keys = batch.flatMap(({ id, volunteer }, at) => {
    const wrapped = sealings[at]?.wrapped
    return wrapped === undefined ? [] : [{ id, scope: volunteer.unit.scopeCode, wrapped: hexOf(wrapped) }]
  })
  const inserted = sql`
    insert into volunteers.volunteers (city_id, created_by, updated_at, id, scope_code, unit_id, name, sex, birth_on, phone, id_hash, sealed, categories,
      skills, service_roles, health_limits, availability, capacity, is_party_member, education, former_work, has_smartphone, joined_on, joined_by,
      introducer_id, status, status_on, status_reason, clearance_result, clearance_on, clearance_until, insured_until)
    select ${actor.cityId}::int, ${actor.accountId === '' ? null : actor.accountId}::uuid, ${now}::timestamptz, r.*
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, scope_code bigint, unit_id uuid, name text, sex text, birth_on date, phone text,
        id_hash bytea, sealed bytea, categories text[], skills text[], service_roles text[], health_limits text[], availability text, capacity smallint,
        is_party_member boolean, education text, former_work text, has_smartphone boolean, joined_on date, joined_by text, introducer_id uuid,
        status text, status_on date, status_reason text, clearance_result text, clearance_on date, clearance_until date, insured_until date)`.execute(tx)
  await Promise.all([inserted, keys.length === 0 ? undefined : sql`
    insert into volunteers.person_keys (city_id, id, scope_code, wrapped)
    select ${actor.cityId}::int, r.id, r.scope, r.wrapped
      from json_to_recordset(${JSON.stringify(keys)}::json) as r (id uuid, scope bigint, wrapped bytea)`.execute(tx)])
}

function rowOf(context: Context, { id, volunteer }: PreparedVolunteer, sealed: Buffer | null) {
  const { profile, unit, ended, clearances = [], insurances = [] } = volunteer
  const latest = clearances.toSorted((one, other) => (one.checkedOn < other.checkedOn ? -1 : 1)).at(-1)
  const idHash = idHashOf(context, profile.idNumber)
  return {
    id, scope_code: unit.scopeCode, unit_id: unit.id, name: profile.name, sex: profile.sex, birth_on: profile.birthOn, phone: profile.phone,
    id_hash: idHash === null ? null : hexOf(idHash), sealed: sealed === null ? null : hexOf(sealed),
    categories: profile.categories, skills: profile.skills, service_roles: profile.serviceRoles, health_limits: profile.healthLimits,
    availability: profile.availability ?? null, capacity: profile.capacity, is_party_member: profile.isPartyMember ?? null,
    education: profile.education ?? null, former_work: profile.formerWork ?? null, has_smartphone: profile.hasSmartphone ?? null,
    joined_on: profile.joinedOn, joined_by: profile.joinedBy, introducer_id: profile.introducerId ?? null,
    status: ended?.status ?? 'active', status_on: ended?.on ?? null, status_reason: ended?.reason ?? null,
    clearance_result: latest?.result ?? null, clearance_on: latest?.checkedOn ?? null, clearance_until: latest?.validUntil ?? null,
    insured_until: insurances.map((insurance) => insurance.untilOn).toSorted().at(-1) ?? null,
  }
}

const hexOf = (bytes: Buffer) => `\\x${bytes.toString('hex')}`
