// Facts that came after the closing of their month: the difference between the figure reported then and the figure now.
import { sql, type RawBuilder } from 'kysely'
import { firstOfMonth } from '#platform/values/local-date.ts'
import type { Ground } from './counting.ts'
import { happenedBy, happenedWithin } from './counted-facts.ts'

/** Whether a closing did not see the fact: it came with another restore or in a transaction the closing could not see. */
export const unseenBy = (fact: string, closing: string): RawBuilder<boolean> => {
  const of = (alias: string, column: string) => sql.ref(`${alias}.${column}`)
  return sql<boolean>`(${of(fact, 'epoch')} > ${of(closing, 'epoch')} or (${of(fact, 'epoch')} = ${of(closing, 'epoch')}
    and not pg_visible_in_snapshot(${of(fact, 'tx')}::text::xid8, ${of(closing, 'snapshot')}::pg_snapshot)))`
}

/** Late facts of flows in closed months of the period, and of stocks where the period's last month is closed. */
const late = (ground: Ground) => sql`
  select suspect.lo, suspect.measure, suspect.sign, suspect.value, suspect.subject_id
    from (select node.lo, fact.measure, fact.happened_on, fact.sign, fact.value, fact.subject_id, fact.epoch, fact.tx
            from figures.corrections noted join node on noted.scope_code between node.lo and node.hi
            join figures.facts fact on fact.city_id = ${ground.cityId} and fact.id = noted.fact_id
           where noted.city_id = ${ground.cityId} and noted.measure = any(${[...ground.plan.flow, ...ground.plan.stock]}::text[])
          union all select * from fresh) suspect
    join figures.closings closing on closing.city_id = ${ground.cityId} and closing.reopened_at is null and ${unseenBy('suspect', 'closing')}
     and ((suspect.measure = any(${ground.plan.flow}::text[]) and ${happenedWithin('suspect', ground.span)}
             and closing.month = date_trunc('month', suspect.happened_on)::date)
       or (suspect.measure = any(${ground.plan.stock}::text[]) and ${happenedBy('suspect', ground.span)}
             and closing.month = ${firstOfMonth(ground.span.to)}::date))`

/** What the late facts amount to: their number, counts, sums and distinct subjects. */
export function lateParts(ground: Ground): RawBuilder<unknown>[] {
  return [
    sql`select lo, measure, true, sign, sign * value, 0, 1 from (${late(ground)}) late`,
    sql`select touched.lo, touched.measure, true, 0, 0, (present.net > 0)::int - (present.net - touched.net > 0)::int, 0
          from (select lo, measure, subject_id, sum(sign) as net from (${late(ground)}) late
                 where measure = any(${[...ground.plan.flowSubjects, ...ground.plan.stockSubjects]}::text[]) and subject_id is not null
                 group by lo, measure, subject_id) touched
          join node on node.lo = touched.lo cross join lateral (${netNow(ground)}) present`,
  ]
}

const netNow = ({ cityId, plan, span }: Ground) => sql`
  select coalesce(sum(fact.sign), 0) as net from figures.facts fact
   where fact.city_id = ${cityId} and fact.measure = touched.measure and fact.subject_id = touched.subject_id
     and fact.scope_code between node.lo and node.hi
     and ((fact.measure = any(${plan.flow}::text[]) and ${happenedWithin('fact', span)})
       or (fact.measure = any(${plan.stock}::text[]) and ${happenedBy('fact', span)}))`
