import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustNameDesignees } from '../access.ts'
import type { Designee } from '../contract.ts'
import { designeeColumns, designeeJoins, designeeOf, type DesigneeRecord } from './designee-rows.ts'

/** People whom units of the range have named, the latest first. */
export async function listDesignees(
  context: Context, input: { unit?: string | undefined; after?: string | undefined; limit: number },
): Promise<{ items: Designee[]; next: string | null }> {
  mustNameDesignees(context.actor)
  const { tx, actor } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const after = cursorOf(input.after, 'moment', 'id')
  const beyond = after === undefined ? sql`` : sql` and (d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
  const { rows } = await sql<DesigneeRecord>`select ${designeeColumns} from safeguarding.designees d ${designeeJoins}
    where d.city_id = ${actor.cityId} and d.scope_code >= ${lo}::bigint and d.scope_code <= ${hi}::bigint${beyond}
    order by d.created_at desc, d.id desc limit ${input.limit + 1}`.execute(tx)
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return { items: shown.map(designeeOf), next: last === undefined ? null : encodeCursor([last.createdText, last.id]) }
}
