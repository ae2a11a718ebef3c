import type { Context } from '#platform/http/context.ts'
import { ageOn } from '#platform/values/local-date.ts'
import { maskPhone } from '#platform/values/mask.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mayReadPhones } from '../access.ts'
import type { clearanceResults, VolunteerItem } from '../contract.ts'
import { clearanceStateOn } from '../rules/clearance.ts'

/** Columns of a volunteer as lists show one; the query calls the table `v` and joins the unit as `u`. */
export const itemColumns = [
  'v.id', 'v.scopeCode', 'u.name as unitName', 'v.name', 'v.sex', 'v.birthOn', 'v.categories', 'v.serviceRoles', 'v.skills', 'v.phone', 'v.capacity',
  'v.status', 'v.clearanceResult', 'v.clearanceUntil', 'v.insuredUntil', 'v.joinedOn', 'v.version',
] as const

/** The register with the names of its units, to select `itemColumns` from. */
export function itemsOf({ tx, actor }: Context) {
  return tx.selectFrom('volunteers.volunteers as v').where('v.cityId', '=', actor.cityId)
    .innerJoin('organization.publishedUnits as u', (join) => join.onRef('u.id', '=', 'v.unitId').on('u.cityId', '=', actor.cityId))
}

type ItemRow = {
  id: string; scopeCode: string; unitName: string | null; name: string; sex: string; birthOn: string | null; categories: string[]; serviceRoles: string[]
  skills: string[]; phone: string | null; capacity: number; status: string; clearanceResult: string | null; clearanceUntil: string | null
  insuredUntil: string | null; joinedOn: string; version: number
}

/** A row as it crosses the wire to this actor. */
export function itemOf({ actor, today }: Context, row: ItemRow): VolunteerItem {
  const { scopeCode, unitName, birthOn, phone, clearanceResult, sex, status, ...rest } = row
  const latest = clearanceResult === null ? null : { result: clearanceResult as (typeof clearanceResults)[number], validUntil: rest.clearanceUntil }
  return {
    ...rest, unitCode: codeOfScope(scopeCode), unitName: unitName ?? '', sex: sex as VolunteerItem['sex'], status: status as VolunteerItem['status'],
    ageYears: birthOn === null ? null : ageOn(birthOn, today),
    phone: phone === null || mayReadPhones(actor) ? phone : maskPhone(phone),
    clearanceState: clearanceStateOn(latest, today),
  }
}

