import type { Context } from '#platform/http/context.ts'

/** Says that another record (a pairing, an account) refers to the volunteer from now on: an undone import leaves it. */
export async function markVolunteerReferred(context: Context, id: string): Promise<void> {
  const { tx, actor } = context
  await tx.updateTable('volunteers.volunteers').set({ isReferred: true })
    .where('cityId', '=', actor.cityId).where('id', '=', id).where('isReferred', '=', false).execute()
}
