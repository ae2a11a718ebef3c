import { moveRecordStocks } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

type Place = { unitId: string; scopeCode: string }

/**
 * A child went over to another unit: its cases follow with everything written in them, the open one is led there from today. Pairings
 * end today, because their volunteers belong to the former unit, and with them what they had planned; visits that were made
 * stay in its figures. Notes written until now stay closed to the new unit unless an office let them go along (handOverNotes). Run again it finds
 * nothing to move.
 */
export const followTransferredChild: JobDefinition = {
  name: 'follow-transferred-child',
  listensTo: ['child.transferred'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const to = event.details['to'] as Place
    const { tx, actor, today } = context
    const cases = await tx.updateTable('care.cases')
      .set((is) => ({
        scopeCode: to.scopeCode, unitId: to.unitId, version: is('version', '+', 1), updatedAt: context.now, areNotesHandedOver: false,
        notesClosedAt: is.case().when('areNotesHandedOver', '=', true).then(is.ref('notesClosedAt')).else(context.now).end(),
        notesClosedScope: is.case().when('areNotesHandedOver', '=', true).then(is.ref('notesClosedScope')).else(is.ref('scopeCode')).end(),
      }))
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('unitId', '<>', to.unitId).returning(['id', 'status']).execute()
    const caseIds = cases.map(({ id }) => id)
    if (caseIds.length === 0) return
    await endLivingPairings(context, caseIds)
    const planIds = await carryParts(context, caseIds, to.scopeCode)
    await moveRecordStocks(context, { recordIds: [...caseIds, ...planIds], to: { id: to.unitId, scopeCode: to.scopeCode }, on: today })
    for (const { id, status } of cases.filter((each) => each.status === 'open')) {
      await recordAudit(context, {
        verb: 'child-case.transferred', subjectKind: 'case', subjectId: id, scopeCode: to.scopeCode, details: { childId: event.subjectId, status } })
    }
  },
}

async function endLivingPairings({ tx, actor, today, now }: Context, caseIds: string[]): Promise<void> {
  await tx.updateTable('care.pairings')
    .set((is) => ({
      untilOn: is.fn<string>('greatest', ['fromOn', is.val(today)]), endedReason: '孩子转接到其他单位', version: is('version', '+', 1), updatedAt: now,
    }))
    .where('cityId', '=', actor.cityId).where('caseId', 'in', caseIds).where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>', today)])).execute()
}

/** Every row of a case carries the scope code of its unit. Answers the plans, whose stocks follow too. */
async function carryParts({ tx, actor }: Context, caseIds: string[], scopeCode: string): Promise<string[]> {
  const cityId = actor.cityId
  const ofCase = ['care.assessments', 'care.pairings', 'care.visitDrafts', 'care.plannedVisits', 'care.visitSeries'] as const
  for (const table of ofCase) await tx.updateTable(table).set({ scopeCode }).where('cityId', '=', cityId).where('caseId', 'in', caseIds).execute()
  await tx.updateTable('care.plannedVisits').set({ status: 'dropped' }).where('cityId', '=', cityId).where('caseId', 'in', caseIds)
    .where('status', '=', 'planned').execute()
  const visits = await tx.updateTable('care.visits').set({ scopeCode }).where('cityId', '=', cityId).where('caseId', 'in', caseIds).returning('id').execute()
  const plans = await tx.updateTable('care.plans').set({ scopeCode }).where('cityId', '=', cityId).where('caseId', 'in', caseIds).returning('id').execute()
  const [visitIds, planIds] = [visits.map(({ id }) => id), plans.map(({ id }) => id)]
  for (const table of ['care.visitVolunteers', 'care.visitVersions', 'care.visitComments'] as const) {
    if (visitIds.length > 0) await tx.updateTable(table).set({ scopeCode }).where('cityId', '=', cityId).where('visitId', 'in', visitIds).execute()
  }
  for (const table of ['care.planGoals', 'care.planServices', 'care.planReviews'] as const) {
    if (planIds.length > 0) await tx.updateTable(table).set({ scopeCode }).where('cityId', '=', cityId).where('planId', 'in', planIds).execute()
  }
  return planIds
}
