import { filesOf } from '#platform/files/installation-files.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/**
 * A child was erased: the keys of its awards go, with payee, words, notes and scanned receipts. Amounts, rows of batches and journals stay: they are
 * the books. What was not approved yet is withdrawn. Run again it finds nothing.
 */
export const forgetErasedAwards: JobDefinition = {
  name: 'forget-erased-awards',
  listensTo: ['child.erased'],
  run: async ({ tx, actor, today, installation }, event) => {
    if (event === null || event.subjectId === null) return
    const { cityId } = actor
    await tx.updateTable('projects.beneficiaries').set({ label: '已删除' }).where('cityId', '=', cityId).where('childId', '=', event.subjectId).execute()
    const held = await tx.selectFrom('projects.awards').select(['id', 'scanKey']).where('cityId', '=', cityId).where('childId', '=', event.subjectId)
      .where('wrappedKey', 'is not', null).execute()
    if (held.length === 0) return
    const ids = held.map(({ id }) => id)
    const store = await filesOf({ installation })
    for (const { scanKey } of held) if (scanKey !== null) await store.remove(scanKey)
    await tx.updateTable('projects.awardVisits').set({ sealedNote: null }).where('cityId', '=', cityId).where('awardId', 'in', ids).execute()
    await tx.updateTable('projects.awards').set({
      wrappedKey: null, sealedWords: null, sealedPayee: null, sealedRefusal: null, payeeLabel: null, accountTail: null, accountTerm: null, scanKey: null,
      scanMediaType: null, scanExtension: null, label: '已删除',
    }).where('cityId', '=', cityId).where('id', 'in', ids).execute()
    await tx.updateTable('projects.awards').set({ status: 'withdrawn', endedOn: today, endReason: '儿童信息已按申请删除' }).where('cityId', '=', cityId)
      .where('id', 'in', ids).where('status', 'in', ['applied', 'failed']).execute()
  },
}
