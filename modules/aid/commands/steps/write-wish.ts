import type { Context } from '#platform/http/context.ts'
import type { PublicStatus, WishStatus } from '../../contract.ts'

type Change = Partial<{
  status: WishStatus; sealedText: Buffer | null; sealedAnswer: Buffer | null; sealedThanks: Buffer | null; amountFen: number | null; authorId: string
  authorName: string; writtenOn: string; decidedBy: string; decidedName: string; publicationId: string | null; publishedOn: string; thanksBy: string | null
  thanksName: string | null; fulfilledOn: string | null; endedOn: string | null
}>

/** Writes a step of a wish's life; its version goes on. */
export async function writeWish({ tx, actor, now }: Context, wish: { id: string; version: number }, change: Change): Promise<void> {
  await tx.updateTable('aid.wishes').set({ ...change, version: wish.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', wish.id).execute()
}

/** What the public sees changes with it; nothing where nothing is shown. */
export async function showPublicly(
  { tx, actor }: Context, publicationId: string | null, change: { status?: PublicStatus; thanks?: string | null },
): Promise<void> {
  if (publicationId === null) return
  await tx.updateTable('aid.publishedWishes').set(change).where('cityId', '=', actor.cityId).where('id', '=', publicationId).execute()
}

/** Takes a wish off the wall. */
export async function takeDown({ tx, actor }: Context, publicationId: string | null): Promise<void> {
  if (publicationId === null) return
  await tx.deleteFrom('aid.publishedWishes').where('cityId', '=', actor.cityId).where('id', '=', publicationId).execute()
}

/** The claim that lives ends. */
export async function endClaim(
  { tx, actor, today }: Context, { wishId, status }: { wishId: string; status: 'lapsed' | 'released' | 'fulfilled' },
): Promise<void> {
  await tx.updateTable('aid.claims').set({ status, endedOn: today }).where('cityId', '=', actor.cityId).where('wishId', '=', wishId)
    .where('status', '=', 'living').execute()
}
