import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { addDays } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

/** So many days ahead a review is reminded of. */
const daysAhead = 7
/** Reviews that fell due earlier were reminded of then. */
const lookBackDays = 30

type Due = { id: string; scopeCode: string; reviewOn: string; maskedName: string | null }

/** Each morning: whoever looks after a plan is reminded of its review before the day, once for each day. */
export const remindOfReviews: JobDefinition = {
  name: 'remind-of-reviews',
  schedule: '15 7 * * *',
  run: async (context) => {
    const { tx, actor, today } = context
    const { rows } = await sql<Due>`
      select p.id, p.scope_code::text as scope_code, p.review_on, ch.masked_name
        from care.plans p left join children.published_children ch on ch.city_id = p.city_id and ch.id = p.child_id
       where p.city_id = ${actor.cityId} and p.status = 'approved'
         and p.review_on between ${addDays(today, -lookBackDays)}::date and ${addDays(today, daysAhead)}::date
       order by p.review_on, p.id`.execute(tx)
    for (const due of rows) {
      await sendNotice(context, await findOfficePeople(context, codeOfScope(due.scopeCode), 'plan.write'), {
        title: `请回访${due.maskedName ?? '某'}的帮扶方案`, link: `/plans/${due.id}`, task: { dueOn: due.reviewOn },
        source: { verb: 'remind-of-reviews', key: `${due.id}:${due.reviewOn}`, kind: 'plan', id: due.id },
      })
    }
  },
}
