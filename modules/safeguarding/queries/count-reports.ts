import { sql } from 'kysely'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCountReports } from '../access.ts'
import type { Counts, Situation } from '../contract.ts'
import { situations } from '../contract.ts'
import { situationTitles } from '../rules/words.ts'

/** Reports of a range and year by state and situation; what was a mistake does not count. Nothing else is told. */
export async function countReports(context: Context, input: { unit?: string | undefined; year?: number | undefined }): Promise<Counts> {
  mustCountReports(context.actor)
  const { tx, actor, today } = context
  const { lo, hi } = rangeOf(actor, input.unit)
  const year = input.year ?? Number(today.slice(0, 4))
  const counted = sql`r.scope_code >= ${lo}::bigint and r.scope_code <= ${hi}::bigint
    and r.closing_result is distinct from 'mistaken' and (r.filed_at at time zone 'Asia/Shanghai')::date between make_date(${year}::int, 1, 1)
      and make_date(${year}::int, 12, 31)`
  const [states, kinds] = await Promise.all([
    sql<{ total: number; unopened: number; handling: number; closed: number }>`
      select count(*)::int as total, count(*) filter (where r.status = 'filed')::int as unopened,
             count(*) filter (where r.status = 'handling')::int as handling, count(*) filter (where r.status = 'closed')::int as closed
        from safeguarding.reports r where r.city_id = ${actor.cityId} and ${counted}`.execute(tx),
    sql<{ code: Situation; count: number }>`select kind.code, count(*)::int as count from safeguarding.reports r, unnest(r.situations) as kind (code)
       where r.city_id = ${actor.cityId} and ${counted} group by kind.code`.execute(tx),
  ])
  const bySituation = situations.map((code) => (
    { code, title: situationTitles[code], count: kinds.rows.find((row) => row.code === code)?.count ?? 0 }))
  return { ...(states.rows[0] ?? { total: 0, unopened: 0, handling: 0, closed: 0 }), bySituation }
}
