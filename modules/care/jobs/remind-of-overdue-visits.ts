import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays, formatChinese } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'

/** Cases that became overdue in these days are told of; older ones were told of then, or came with an import. */
const lookBackDays = 7

type Late = { id: string; scopeCode: string; dueOn: string; maskedName: string | null }

/** Each morning: the people of the unit get a task for each case whose visit became overdue; once for each case and due date. */
export const remindOfOverdueVisits: JobDefinition = {
  name: 'remind-of-overdue-visits',
  schedule: '0 7 * * *',
  run: async (context) => {
    for (const late of await listLate(context)) {
      const people = await findOfficePeople(context, codeOfScope(late.scopeCode), 'case.open')
      await sendNotice(context, people, {
        title: `走访逾期：${late.maskedName ?? '某'}，应于${formatChinese(late.dueOn)}前走访`,
        body: '请尽快安排走访；如已走访，请补录。', link: `/cases/${late.id}`, task: { dueOn: late.dueOn },
        source: { verb: 'remind-of-overdue-visits', key: `${late.id}:${late.dueOn}`, kind: 'child-case', id: late.id },
      })
    }
  },
}

async function listLate({ tx, actor, today }: Context): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select c.id, c.scope_code::text as scope_code, c.next_visit_due_on as due_on, ch.masked_name
      from care.cases c left join children.published_children ch on ch.city_id = c.city_id and ch.id = c.child_id
     where c.city_id = ${actor.cityId} and c.status = 'open' and coalesce(ch.status, 'registered') in ('registered', 'merged')
       and c.next_visit_due_on < ${today}::date
       and c.next_visit_due_on >= ${addDays(today, -lookBackDays)}::date
     order by c.next_visit_due_on, c.id`.execute(tx)
  return rows
}
