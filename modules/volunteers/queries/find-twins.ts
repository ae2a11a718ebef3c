import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { blindTerm } from '#platform/crypto/blind-index.ts'
import { idTerms } from '#platform/crypto/search-terms.ts'
import { ageOn, type LocalDate } from '#platform/values/local-date.ts'
import { maskPhone } from '#platform/values/mask.ts'
import { mayReadPhones } from '../access.ts'
import type { Twin, twinReasons } from '../contract.ts'

/** What of a person is compared. */
export type Likeness = { name: string | null; birthOn: LocalDate | null; phone: string | null; idNumber: string | null }

/** A record of the city that shares something with row `rowNumber` of the question. */
export type FoundTwin = {
  rowNumber: number
  reason: (typeof twinReasons)[number]
  volunteerId: string
  scopeCode: string
  unitId: string
  unitName: string
  /** False for records outside the caller's range: only the unit may be told. */
  isVisible: boolean
}

/** Keyed hash by which an identity number is compared; null without one. */
export function idHashOf({ installation }: Context, idNumber: string | null): Buffer | null {
  const term = idNumber === null ? undefined : idTerms(idNumber)[0]
  return term === undefined ? null : blindTerm(installation.masterKeys.searchKey, term)
}

/** Asks once for all rows who in the whole city has the same identity number, name and birth date, or telephone. */
export async function findTwins(context: Context, asked: readonly Likeness[]): Promise<FoundTwin[]> {
  if (asked.length === 0) return []
  const rows = asked.map((one, at) => ({
    n: at, h: hexOf(idHashOf(context, one.idNumber)), name: one.name, birth: one.birthOn, phone: one.phone,
  }))
  const { rows: found } = await sql<FoundTwin>`select t.* from (
      select array_agg(r.n) as n, array_agg(r.h) as h, array_agg(r.name) as name, array_agg(r.birth) as birth, array_agg(r.phone) as phone
        from json_to_recordset(${JSON.stringify(rows)}::json) as r (n int, h bytea, name text, birth date, phone text)) as a
    cross join lateral access.find_volunteer_twins(a.n, a.h, a.name, a.birth, a.phone) as t`.execute(context.tx)
  return found
}

/** The twins as a form shows them: one line a record, and nothing but the unit of those the caller may not see. */
export async function describeTwins(context: Context, found: readonly FoundTwin[]): Promise<Twin[]> {
  const { tx, actor, today } = context
  const visible = [...new Set(found.filter((twin) => twin.isVisible).map((twin) => twin.volunteerId))]
  const rows = visible.length === 0 ? [] : await tx.selectFrom('volunteers.volunteers').select(['id', 'name', 'birthOn', 'phone'])
    .where('cityId', '=', actor.cityId).where('id', 'in', visible).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const ids = [...new Set(found.map((twin) => twin.volunteerId))]
  return ids.flatMap((id) => {
    const same = found.filter((twin) => twin.volunteerId === id)
    const row = byId.get(id)
    const volunteer = row === undefined ? null : {
      id, name: row.name, ageYears: row.birthOn === null ? null : ageOn(row.birthOn, today),
      phone: row.phone === null || mayReadPhones(actor) ? row.phone : maskPhone(row.phone),
    }
    return same[0] === undefined ? [] : [{ reasons: same.map((twin) => twin.reason), unitName: same[0].unitName, volunteer }]
  })
}

const hexOf = (bytes: Buffer | null) => (bytes === null ? null : `\\x${bytes.toString('hex')}`)
