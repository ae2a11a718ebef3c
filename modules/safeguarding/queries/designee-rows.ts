import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Designee } from '../contract.ts'

/** A designee as the database gives it. */
export type DesigneeRecord = Omit<Designee, 'unitCode'> & { scopeCode: string; createdText: string }

/** Columns of a designee; `d` is the row, `u` its unit. */
export const designeeColumns = sql`d.id, d.scope_code::text as scope_code, u.name as unit_name, d.person_name, d.from_on, d.until_on, d.named_name, d.version,
  d.created_at::text as created_text`
/** What a list of designees is joined with. */
export const designeeJoins = sql`join organization.published_units u on u.city_id = d.city_id and u.id = d.unit_id`

/** A record as it crosses the wire. */
export function designeeOf({ scopeCode, createdText: _text, ...rest }: DesigneeRecord): Designee {
  return { ...rest, unitCode: codeOfScope(scopeCode) }
}

/** One designee; what a command answers with. */
export async function getDesigneeRow({ tx, actor }: Context, id: string): Promise<Designee> {
  const { rows } = await sql<DesigneeRecord>`select ${designeeColumns} from safeguarding.designees d ${designeeJoins}
    where d.city_id = ${actor.cityId} and d.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return designeeOf(rows[0])
}
