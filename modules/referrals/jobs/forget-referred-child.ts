import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A child was erased: both parties' keys and everything sealed go; the referrals stay and count. */
export const forgetReferredChild: JobDefinition = {
  name: 'forget-referred-child',
  listensTo: ['child.erased'],
  run: async ({ tx, actor }, event) => {
    if (event === null || event.subjectId === null) return
    const rows = await tx.selectFrom('referrals.referrals').select('referralId').where('cityId', '=', actor.cityId)
      .where('childId', '=', event.subjectId).execute()
    if (rows.length === 0) return
    await tx.updateTable('referrals.referrals')
      .set({ wrappedKey: null, sealedEnclosure: null, sealedAnswer: null, sealedResult: null, overrideAnswer: null, childLabel: '已删除' })
      .where('cityId', '=', actor.cityId).where('referralId', 'in', rows.map(({ referralId }) => referralId)).execute()
  },
}
