import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { blindQuery } from '#platform/crypto/blind-index.ts'
import type { Context } from '#platform/http/context.ts'
import { soughtOf } from '#platform/values/mask.ts'

/** More children than this are no answer to a search for one. */
const mostFound = 500

type Sought = { unit?: string | undefined; q?: string | undefined }

/**
 * Children of the range whose name, number or phone tail is what somebody typed; found by keyed hashes, nothing is opened. Undefined where nothing was
 * typed, or blanks alone: then the list is not narrowed.
 */
export async function findChildIds(context: Context, { unit, q }: Sought): Promise<string[] | undefined> {
  if (q === undefined || q.trim() === '') return undefined
  const { tx, actor, installation } = context
  const terms = blindQuery(installation.masterKeys.searchKey, soughtOf(q))
  if (terms.length === 0) return []
  const { lo, hi } = rangeOf(actor, unit)
  const { rows } = await sql<{ childId: string }>`
    select t.child_id from children.published_search_terms t
     where t.city_id = ${actor.cityId} and t.term = any (${terms}::bytea[]) and t.scope_code >= ${lo}::bigint and t.scope_code <= ${hi}::bigint
     group by t.child_id having count(distinct t.term) = ${new Set(terms.map((term) => term.toString('hex'))).size} limit ${mostFound}`.execute(tx)
  return rows.map(({ childId }) => childId)
}
