import type { JobDefinition } from '#platform/jobs/definition.ts'

/** A child was erased: what phones wrote about it and the photographs they sent can no longer be opened; that there was something stays. */
export const forgetErasedChild: JobDefinition = {
  name: 'forget-letters-of-erased-child',
  listensTo: ['child.erased'],
  run: async ({ tx, actor }, event) => {
    if (event === null || event.subjectId === null) return
    await tx.updateTable('phone.letters').set({ sealed: null, wrappedKey: null })
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).where('sealed', 'is not', null).execute()
    await tx.updateTable('phone.visitFiles').set({ wrappedKey: null })
      .where('cityId', '=', actor.cityId).where('childId', '=', event.subjectId).execute()
  },
}
