import { filesOf } from '#platform/files/installation-files.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A child was erased: its scans, unreadable already without the key, leave the disk as well. Run again it finds none. */
export const forgetErasedScans: JobDefinition = {
  name: 'forget-erased-scans',
  listensTo: ['child.erased'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const scans = await tx.selectFrom('children.consents').select(['id', 'scanKey']).where('cityId', '=', actor.cityId)
      .where('childId', '=', event.subjectId).where('scanKey', 'is not', null).execute()
    const store = await filesOf(context)
    for (const { id, scanKey } of scans) {
      if (scanKey !== null) await store.remove(scanKey)
      await tx.updateTable('children.consents').set({ scanKey: null }).where('cityId', '=', actor.cityId).where('id', '=', id).execute()
    }
  },
}
