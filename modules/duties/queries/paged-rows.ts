import { sql, type RawBuilder } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'

/** The rows of the city and range asked for; `r` is the row. */
export function inRange({ actor }: Context, unit: string | undefined): RawBuilder<unknown> {
  const { lo, hi } = rangeOf(actor, unit)
  return sql`r.city_id = ${actor.cityId} and r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint`
}
