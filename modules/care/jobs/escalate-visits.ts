import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import type { Outcome } from '../contract.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { findEscalation } from '../rules/visits/escalation.ts'

type Row = { id: string; outcome: Outcome; maskedName: string | null }

/**
 * Two visits in a row met nobody, and on the day of the later one the child was not met at another hour: the office gets a task, once for each row; a
 * visit that is made ends it (end-reminders-of-visit).
 */
export const escalateVisits: JobDefinition = {
  name: 'escalate-visits',
  listensTo: ['visit.recorded'],
  run: (context, event) => escalate(context, event === null ? [] : [event]),
  runTogether: (context, events) => escalate(context, events),
}

async function escalate(context: Context, events: readonly JobEvent[]): Promise<void> {
  const { tx, actor, today } = context
  for (const { details: { caseId, outcome }, scopeCode } of events) {
    if (typeof caseId !== 'string' || outcome !== 'attempted') continue
    const { rows } = await sql<Row>`
      select v.id, v.outcome, ch.masked_name from care.visits v left join children.published_children ch on ch.city_id = v.city_id and ch.id = v.child_id
       where v.city_id = ${actor.cityId} and v.case_id = ${caseId} and v.voided_at is null 
       order by v.made_on desc, v.outcome = 'made' desc, v.id desc limit 50`.execute(tx)
    const visitId = findEscalation(rows)
    if (visitId === undefined) continue
    await sendNotice(context, await findOfficePeople(context, codeOfScope(scopeCode), 'visit.correct-any'), {
      title: `连续两次走访未见到${rows[0]?.maskedName ?? '某'}，请核实情况`, body: '请与家庭、村（社区）或学校联系，必要时安排两人上门。',
      link: `/cases/${caseId}`, task: { dueOn: today }, source: { verb: 'escalate-visits', key: visitId, kind: 'child-case', id: caseId },
    })
  }
}
