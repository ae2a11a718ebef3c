import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { sendNotice } from '#modules/notices/index.ts'
import { countVisits } from '../queries/count-visits.ts'
import { findFirstVisits } from '../queries/find-first-visits.ts'
import { findOfficePeople } from '../queries/find-office-people.ts'
import { needsSecondPerson } from '../rules/company.ts'

/**
 * A first visit was made alone. What happened is recorded as it happened, never refused: a refusal would only teach people to write something else.
 * The office hears of it once and talks with the volunteer.
 */
export const tellOfLoneVisit: JobDefinition = {
  name: 'tell-of-lone-visit',
  listensTo: ['visit.recorded'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const visit = await tx.selectFrom('care.visits').select(['caseId', 'madeOn', 'medium', 'outcome', 'withWorker', 'voidedAt'])
      .where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).executeTakeFirst()
    const went = await tx.selectFrom('care.visitVolunteers').select(['volunteerId', 'volunteerName'])
      .where('cityId', '=', actor.cityId).where('visitId', '=', event.subjectId).execute()
    const [alone] = went
    if (visit === undefined || visit.voidedAt !== null || visit.outcome !== 'made' || alone === undefined) return
    const { made } = await countVisits(context, { caseId: visit.caseId, volunteerId: alone.volunteerId, before: visit.madeOn, butVisit: event.subjectId })
    const firstVisits = await findFirstVisits(context)
    const medium = visit.medium as 'home'
    if (!needsSecondPerson({ volunteers: went.length, withWorker: visit.withWorker, medium, madeBefore: made, firstVisits })) return
    await sendNotice(context, await findOfficePeople(context, codeOfScope(event.scopeCode), 'note.hand-over'), {
      title: `${alone.volunteerName}结对初期独自上门，请提醒两人同去`, link: `/visits/${event.subjectId}`,
      source: { verb: 'tell-of-lone-visit', key: event.subjectId, kind: 'visit', id: event.subjectId },
    })
  },
}
