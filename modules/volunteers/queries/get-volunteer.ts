import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { maskIdCard } from '#platform/values/mask.ts'
import { mustReadVolunteers } from '../access.ts'
import type { clearanceResults, Volunteer } from '../contract.ts'
import { openIdNumber } from './id-number.ts'
import { itemColumns, itemOf, itemsOf } from './volunteer-items.ts'

const ownColumns = [
  'v.unitId', 'v.birthOn', 'v.sealed', 'v.healthLimits', 'v.availability', 'v.isPartyMember', 'v.education', 'v.formerWork', 'v.hasSmartphone',
  'v.joinedBy', 'v.statusOn', 'v.statusReason', 'v.introducerId',
] as const

/** One volunteer with clearances and insurances. */
export async function getVolunteer(context: Context, input: { id: string }): Promise<Volunteer> {
  mustReadVolunteers(context.actor)
  const [row, clearances, insurances, introduced] = await Promise.all([
    findRow(context, input.id), listClearances(context, input.id), listInsurances(context, input.id), countIntroduced(context, input.id)])
  if (row === undefined) throw new Refusal('NOT_FOUND')
  const { introducerId, introducerName, sealed, wrapped } = row
  const idNumber = openIdNumber(context, row.id, { sealed, wrapped })
  return {
    ...itemOf(context, row), unitId: row.unitId, birthOn: row.birthOn, maskedIdNumber: idNumber === null ? null : maskIdCard(idNumber),
    healthLimits: row.healthLimits, availability: row.availability, isPartyMember: row.isPartyMember,
    education: row.education as Volunteer['education'], formerWork: row.formerWork, hasSmartphone: row.hasSmartphone,
    joinedBy: row.joinedBy as Volunteer['joinedBy'], statusOn: row.statusOn, statusReason: row.statusReason,
    introducer: introducerId === null || introducerName === null ? null : { id: introducerId, name: introducerName },
    introducedCount: introduced, clearances, insurances,
  }
}

async function findRow(context: Context, id: string) {
  const { cityId } = context.actor
  return itemsOf(context)
    .leftJoin('volunteers.volunteers as brought', (join) => join.onRef('brought.id', '=', 'v.introducerId').on('brought.cityId', '=', cityId))
    .leftJoin('volunteers.personKeys as k', (join) => join.onRef('k.id', '=', 'v.id').on('k.cityId', '=', cityId))
    .select([...itemColumns, ...ownColumns, 'brought.name as introducerName', 'k.wrapped'])
    .where('v.id', '=', id).where('v.status', 'not in', ['merged', 'withdrawn']).executeTakeFirst()
}

async function listClearances({ tx, actor }: Context, volunteerId: string): Promise<Volunteer['clearances']> {
  const rows = await tx.selectFrom('volunteers.clearances').select(['id', 'checkedOn', 'channel', 'result', 'validUntil', 'fileNumber'])
    .where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId).orderBy('checkedOn', 'desc').orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) => ({ ...row, result: row.result as (typeof clearanceResults)[number] }))
}

async function listInsurances({ tx, actor }: Context, volunteerId: string): Promise<Volunteer['insurances']> {
  return tx.selectFrom('volunteers.insurances').select(['id', 'insurer', 'fromOn', 'untilOn'])
    .where('cityId', '=', actor.cityId).where('volunteerId', '=', volunteerId).orderBy('fromOn', 'desc').orderBy('id', 'desc').limit(50).execute()
}

async function countIntroduced({ tx, actor }: Context, id: string): Promise<number> {
  const row = await tx.selectFrom('volunteers.volunteers').select((is) => is.fn.countAll<string>().as('count'))
    .where('cityId', '=', actor.cityId).where('introducerId', '=', id).where('status', 'not in', ['merged', 'withdrawn']).executeTakeFirstOrThrow()
  return Number(row.count)
}
