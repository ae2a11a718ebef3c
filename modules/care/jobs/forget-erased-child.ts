import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A child was erased: the keys of its cases go too, so that no note can be read again; the cases stay and count. */
export const forgetErasedChild: JobDefinition = {
  name: 'forget-erased-child',
  listensTo: ['child.erased'],
  run: async ({ tx, actor }, event) => {
    if (event === null || event.subjectId === null) return
    const cases = await tx.updateTable('care.cases').set({ wrappedKey: null, sealedNeed: null, sealedClosingResult: null })
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).returning('id').execute()
    const ids = cases.map(({ id }) => id)
    if (ids.length === 0) return
    await tx.updateTable('care.visits').set({ sealedNote: null }).where('cityId', '=', actor.cityId).where('caseId', 'in', ids).execute()
    await sql`update care.visit_comments set sealed_text = null where city_id = ${actor.cityId} and visit_id in (
      select v.id from care.visits v where v.city_id = ${actor.cityId} and v.case_id = any (${ids}::uuid[]))`.execute(tx)
    await tx.updateTable('care.assessments').set({ overrideReason: '已删除', overrideAnswer: null })
      .where('cityId', '=', actor.cityId).where('caseId', 'in', ids).where('overrideReason', 'is not', null).execute()
    await forgetPlans(tx, actor.cityId, ids)
    await tx.deleteFrom('care.visitDrafts').where('cityId', '=', actor.cityId).where('caseId', 'in', ids).execute()
  },
}

async function forgetPlans(tx: Context['tx'], cityId: number, caseIds: string[]): Promise<void> {
  const plans = await tx.updateTable('care.plans').set({ sealedAim: null, sealedAnswer: null, sealedEnding: null })
    .where('cityId', '=', cityId).where('caseId', 'in', caseIds).returning('id').execute()
  const ids = plans.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.updateTable('care.planGoals').set({ sealedText: null, sealedWords: null }).where('cityId', '=', cityId).where('planId', 'in', ids).execute()
  await tx.updateTable('care.planServices').set({ sealedText: null }).where('cityId', '=', cityId).where('planId', 'in', ids).execute()
  await tx.updateTable('care.planReviews').set({ sealedSummary: null }).where('cityId', '=', cityId).where('planId', 'in', ids).execute()
}
