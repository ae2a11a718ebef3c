import type { Updateable } from 'kysely'
import { recordFacts, endFacts } from '#modules/figures/index.ts'
import { sealFields } from '#platform/crypto/envelope.ts'
import type { DB } from '#platform/database/rows.ts'
import type { Context } from '#platform/http/context.ts'
import type { VolunteerProfile } from '../../contract.ts'
import { idHashOf } from '../../queries/find-twins.ts'
import { newVolunteerKey, openIdNumber, openVolunteerKey, sealIdNumber } from '../../queries/id-number.ts'
import { countedOf, type RegisteredVolunteer } from '../../queries/lock-registered.ts'
import type { CheckedProfile } from '../../rules/profile.ts'
import { refuseSameIdNumber } from './refuse-same-id-number.ts'
import { replaceSearchTerms } from './search-terms.ts'
import { categoryFact, joiningFact, membershipFacts, membershipMeasures, partyFact } from './volunteer-facts.ts'

/** Fields whose values must not stand in the audit in clear. */
const personalFields = ['name', 'sex', 'birthOn', 'phone', 'idNumber', 'healthLimits'] as const

/** The profile a row holds now, opened with its key. */
export async function readProfile(context: Context, row: RegisteredVolunteer): Promise<{ profile: CheckedProfile; wrapped: Buffer | null }> {
  const key = await context.tx.selectFrom('volunteers.personKeys').select('wrapped')
    .where('cityId', '=', row.cityId).where('id', '=', row.id).executeTakeFirst()
  const wrapped = key?.wrapped ?? null
  const profile: CheckedProfile = {
    name: row.name, sex: row.sex as CheckedProfile['sex'], birthOn: row.birthOn, phone: row.phone,
      idNumber: openIdNumber(context, row.id, { sealed: row.sealed, wrapped }),
    categories: row.categories, skills: row.skills, serviceRoles: row.serviceRoles, healthLimits: row.healthLimits, availability: row.availability,
    capacity: row.capacity, isPartyMember: row.isPartyMember, education: row.education as VolunteerProfile['education'], formerWork: row.formerWork,
    hasSmartphone: row.hasSmartphone, joinedOn: row.joinedOn, joinedBy: row.joinedBy as VolunteerProfile['joinedBy'], introducerId: row.introducerId,
  }
  return { profile, wrapped }
}

/** What the audit keeps of a change: plain values in clear, personal ones sealed under the volunteer's own key. */
export type ProfileChange = { changed: string[]; details: Record<string, unknown>; sealed?: { personId: string; bytes: Uint8Array } }

/** Writes a changed profile with everything that follows from it: key, hash, search terms, facts. */
export async function writeProfile(context: Context, row: RegisteredVolunteer, before: { profile: CheckedProfile; wrapped: Buffer | null },
  after: CheckedProfile): Promise<ProfileChange> {
  const changed = changedFields(before.profile, after)
  if (changed.length === 0) return { changed, details: {} }
  const isPersonal = changed.some((field) => (personalFields as readonly string[]).includes(field))
  const dataKey = isPersonal ? await keyOf(context, row, before.wrapped) : undefined
  const { idNumber, ...columns } = after
  const values: Updateable<DB['volunteers.volunteers']> = { ...columns, introducerId: after.introducerId ?? null }
  if (changed.includes('idNumber')) {
    values.idHash = idHashOf(context, idNumber)
    values.sealed = idNumber === null || dataKey === undefined ? null : sealIdNumber(dataKey, row.id, idNumber)
  }
  await context.tx.updateTable('volunteers.volunteers').set({ ...values, version: row.version + 1, updatedAt: context.now })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).execute().catch(refuseSameIdNumber)
  if (changed.includes('name') || changed.includes('phone')) await replaceSearchTerms(context, { ...row, name: after.name, phone: after.phone })
  await followInFigures(context, row, after)
  const personal = dataKey === undefined ? undefined : { before: pick(before.profile, changed, true), after: pick(after, changed, true) }
  return {
    changed, details: { changed, before: pick(before.profile, changed, false), after: pick(after, changed, false) },
    ...(dataKey === undefined || personal === undefined ? {} : { sealed: { personId: row.id,
      bytes: sealFields(dataKey, personal, `audit.entries/${row.id}`) } }),
  }
}

function changedFields(before: CheckedProfile, after: CheckedProfile): (keyof CheckedProfile)[] {
  const fields = Object.keys(after) as (keyof CheckedProfile)[]
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null))
}

function pick(profile: CheckedProfile, changed: readonly string[], isPersonal: boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(profile)
    .filter(([field]) => changed.includes(field) && (personalFields as readonly string[]).includes(field) === isPersonal))
}

async function keyOf(context: Context, row: RegisteredVolunteer, wrapped: Buffer | null) {
  if (wrapped !== null) return openVolunteerKey(context, row.id, wrapped)
  const made = newVolunteerKey(context, row.id)
  await context.tx.insertInto('volunteers.personKeys').values({ cityId: row.cityId, id: row.id, scopeCode: row.scopeCode, wrapped: made.wrapped }).execute()
  return made.dataKey
}

/** A category somebody turns out to have had all along counts from the beginning, one entered by mistake never did. */
async function followInFigures(context: Context, row: RegisteredVolunteer, after: CheckedProfile): Promise<void> {
  const counted = { ...countedOf(row), name: after.name, categories: after.categories, isPartyMember: after.isPartyMember ?? null }
  const isMember = row.status !== 'left'
  const since = row.memberSince ?? after.joinedOn
  if (after.joinedOn !== row.joinedOn) {
    await endFacts(context, { recordId: row.id, measures: ['volunteer.joined', ...(row.memberSince === null ? membershipMeasures(row.categories) : [])] })
    const members = row.memberSince === null && isMember ? membershipFacts(counted, after.joinedOn) : []
    await recordFacts(context, [joiningFact(counted, after.joinedOn), ...members])
    if (row.memberSince === null) return
  }
  const gone = row.categories.filter((category) => !after.categories.includes(category)).map((category) => `volunteer.category.${category}`)
  if (row.isPartyMember === true && after.isPartyMember !== true) gone.push('volunteer.party-member')
  if (gone.length > 0) await endFacts(context, { recordId: row.id, measures: gone })
  if (!isMember) return
  const added = after.categories.filter((category) => !row.categories.includes(category)).map((category) => categoryFact(counted, category, since))
  if (row.isPartyMember !== true && after.isPartyMember === true) added.push(partyFact(counted, since))
  await recordFacts(context, added)
}
