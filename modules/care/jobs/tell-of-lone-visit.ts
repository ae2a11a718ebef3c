import type { Context } from '#platform/http/context.ts'
import type { JobDefinition, JobEvent } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { findCompany } from '../queries/find-company.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { needsSecondPerson } from '../rules/company.ts'

/**
 * A first visit was made alone. What happened is recorded as it happened, never refused: a refusal would only teach people to write something else.
 * The office hears of it once and talks with the volunteer.
 */
export const tellOfLoneVisit: JobDefinition = {
  name: 'tell-of-lone-visit',
  listensTo: ['visit.recorded'],
  run: (context, event) => tellOf(context, event === null ? [] : [event]),
  runTogether: (context, events) => tellOf(context, events),
}

async function tellOf(context: Context, events: readonly JobEvent[]): Promise<void> {
  const visits = await findCompany(context, events.flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])))
  for (const { visitId, volunteerName, scopeCode } of visits.filter(needsSecondPerson)) {
    await sendNotice(context, await findOfficePeople(context, codeOfScope(scopeCode), 'note.hand-over'), {
      title: `${volunteerName}结对初期独自上门，请提醒两人同去`, link: `/visits/${visitId}`,
      source: { verb: 'tell-of-lone-visit', key: visitId, kind: 'visit', id: visitId },
    })
  }
}
