import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { takeDown } from '../commands/steps/write-wish.ts'

const label = '已删除'

/**
 * A child was erased: the keys of its needs, acts and wishes go, with everything sealed and the scanned receipts; its wishes leave the wall. What was
 * given by whom stays and counts. Run again it finds nothing.
 */
export const forgetErasedAid: JobDefinition = {
  name: 'forget-erased-aid',
  listensTo: ['child.erased'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const { tx, actor } = context
    const ofChild = { cityId: actor.cityId, childId: event.subjectId }
    await tx.updateTable('aid.needs').set({ wrappedKey: null, sealedWords: null, sealedAnswer: null, label })
      .where('cityId', '=', ofChild.cityId).where('childId', '=', ofChild.childId).execute()
    await forgetWishes(context, ofChild.childId)
    await forgetScans(context, ofChild.childId)
    await tx.updateTable('aid.acts')
      .set({ wrappedKey: null, sealedWords: null, sealedReceipt: null, scanKey: null, scanMediaType: null, scanExtension: null, label })
      .where('cityId', '=', ofChild.cityId).where('childId', '=', ofChild.childId).execute()
  },
}

async function forgetWishes(context: Context, childId: string): Promise<void> {
  const { tx, actor, today } = context
  const shown = await tx.selectFrom('aid.wishes').select('publicationId').where('cityId', '=', actor.cityId).where('childId', '=', childId).execute()
  for (const { publicationId } of shown) await takeDown(context, publicationId)
  await tx.updateTable('aid.wishes')
    .set({ wrappedKey: null, sealedText: null, sealedAnswer: null, sealedThanks: null, publicationId: null, label })
    .where('cityId', '=', actor.cityId).where('childId', '=', childId).execute()
  await tx.updateTable('aid.wishes').set({ status: 'withdrawn', endedOn: today }).where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('status', 'in', ['draft', 'returned', 'published', 'claimed']).execute()
}

async function forgetScans(context: Context, childId: string): Promise<void> {
  const { tx, actor } = context
  const scans = await tx.selectFrom('aid.acts').select('scanKey').where('cityId', '=', actor.cityId).where('childId', '=', childId)
    .where('scanKey', 'is not', null).execute()
  if (scans.length === 0) return
  const store = await filesOf(context)
  for (const { scanKey } of scans) if (scanKey !== null) await store.remove(scanKey)
}
