import { addReach } from '#modules/charity/index.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'

/**
 * The receipt of an award was signed: the money reached somebody, and the trail of its fund tells how many, never whom. Not at the payment, which a bank
 * may still send back. Run again it tells nothing new: the reach has the id of the award.
 */
export const tellReachOfAward: JobDefinition = {
  name: 'tell-reach-of-award',
  listensTo: ['award-receipt.attached'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const [award] = await tx.selectFrom('projects.awards').select(['id', 'unitId', 'scopeCode', 'batchId', 'paidOn', 'peopleCount', 'householdsCount'])
      .where('cityId', '=', actor.cityId).where('id', '=', event.subjectId).execute()
    if (award === undefined || award.batchId === null || award.paidOn === null) return
    const [batch] = await tx.selectFrom('projects.batches').select(['scopeCode', 'fundId']).where('cityId', '=', actor.cityId)
      .where('id', '=', award.batchId).execute()
    if (batch === undefined) return
    await addReach(context, {
      id: award.id, scopeCode: String(batch.scopeCode), fundId: batch.fundId, month: Number(award.paidOn.slice(0, 7).replace('-', '')),
      unit: { id: award.unitId, code: codeOfScope(String(award.scopeCode)) }, children: award.peopleCount, households: award.householdsCount,
      source: 'projects.award', sourceId: award.id,
    })
  },
}
