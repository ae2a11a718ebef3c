import { sql } from 'kysely'
import { blindTerms } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadDonors } from '../../access.ts'
import type { DonorQuestion, DonorRow } from '../../contract.ts'
import { phoneTerm } from '../row-key.ts'
import { donorColumns, donorJoins, donorRowOf, type DonorRecord } from './donor-rows.ts'
import { having } from './list-donors.ts'

/** Twins shown at once; more than that are no help. */
const mostTwins = 10

/** Donors of the own range who may be the one asked for: the same credit code, the same phone, or the whole name. */
export async function findTwinDonors(context: Context, input: DonorQuestion): Promise<{ items: DonorRow[] }> {
  mustReadDonors(context.actor)
  return { items: await listTwins(context, input) }
}

/** The same, for a command that has asked before whether it may. */
export async function listTwins(context: Context, { name, phone, creditCode }: DonorQuestion): Promise<DonorRow[]> {
  const { tx, actor, installation } = context
  const nameTerms = name === undefined ? [] : blindTerms(installation.masterKeys.searchKey, 'name', name)
  const ways = [
    ...(creditCode === undefined ? [] : [sql`r.credit_code = ${creditCode}`]),
    ...(phone === undefined ? [] : [having(actor.cityId, phoneTerm(context, phone))]),
    ...(nameTerms.length === 0 ? [] : [sql`(${sql.join(nameTerms.map((term) => having(actor.cityId, term)), sql` and `)})`]),
  ]
  if (ways.length === 0) return []
  const { rows } = await sql<DonorRecord>`select ${donorColumns} from charity.donors r ${donorJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.merged_into is null and (${sql.join(ways, sql` or `)}) order by r.updated_at desc,
      r.id desc limit ${mostTwins}`.execute(tx)
  return rows.map(donorRowOf)
}
