import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { addDays, type LocalDate } from '#platform/values/local-date.ts'
import type { Digest } from '../../contract.ts'
import { failuresInRow } from '../../rules/visits/escalation.ts'
import { weekOf } from '../../rules/visits/week.ts'
import { isInVain } from './in-vain.ts'
import { isUnread } from './unread.ts'

/** Reviews due within these days, as the list of plans shows them. */
export const reviewDays = 7
/** A clearance that ends within these days asks to be renewed; the register of volunteers uses the same number. */
const clearanceDays = 30

/** What waits in a range, in one statement; each number is the total of the list that the page links to. */
export async function countDigest({ tx, actor, today }: Context, { lo, hi }: { lo: string; hi: string }): Promise<Digest> {
  const week = lastWeekOf(today)
  const within = (alias: string) =>
    sql`${sql.ref(`${alias}.city_id`)} = ${actor.cityId} and ${sql.ref(`${alias}.scope_code`)} between ${lo}::bigint and ${hi}::bigint`
  const { rows } = await sql<Omit<Digest, 'fromOn' | 'untilOn'>>`select
    (select count(*)::int from care.visits v where ${within('v')} and v.voided_at is null and v.outcome = 'made'
        and v.made_on between ${week.fromOn}::date and ${week.untilOn}::date) as made,
    (select count(*)::int from care.cases c where ${within('c')} and c.status = 'open' and c.next_visit_due_on < ${today}::date) as overdue,
    (select count(*)::int from care.cases c where ${within('c')} and ${isInVain(failuresInRow)}) as in_vain,
    (select count(*)::int from care.plans p where ${within('p')} and p.status = 'approved'
        and p.review_on <= ${addDays(today, reviewDays)}::date) as reviews_due,
    (select count(*)::int from care.plans p where ${within('p')} and p.status = 'submitted') as plans_waiting,
    (select count(distinct a.case_id)::int from care.assessments a join care.cases c on c.city_id = a.city_id and c.id = a.case_id
      where ${within('a')} and a.override_status = 'pending' and c.status = 'open') as overrides_waiting,
    (select count(distinct m.visit_id)::int from care.visit_comments m join care.visits v on v.city_id = m.city_id and v.id = m.visit_id
      where ${within('m')} and ${isUnread(today)} and v.voided_at is null) as comments_unread,
    (select count(*)::int from volunteers.published_volunteers g where ${within('g')} and g.status = 'active' and g.clearance_result = 'clear'
        and g.clearance_until between ${today}::date and ${addDays(today, clearanceDays)}::date) as clearances_expiring`.execute(tx)
  const [counted] = rows
  if (counted === undefined) throw new Error('the digest was not counted')
  return { ...week, ...counted }
}

/** The week that is over on a day. */
export const lastWeekOf = (today: LocalDate) => weekOf(addDays(today, -7))
