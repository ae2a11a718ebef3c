import { endFacts, recordFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { loadWish } from '../../queries/lock-wish.ts'
import { countWish } from '../../rules/countable.ts'
import { endClaim, showPublicly, writeWish } from './write-wish.ts'

/** The act of a claimed wish was received: the wish came true. */
export async function fulfilWish(context: Context, { wishId, on }: { wishId: string | null; on: string }): Promise<void> {
  if (wishId === null) return
  const wish = await loadWish(context, wishId)
  if (wish.status !== 'claimed') return
  await writeWish(context, wish, { status: 'fulfilled', fulfilledOn: on })
  await endClaim(context, { wishId, status: 'fulfilled' })
  await showPublicly(context, wish.publicationId, { status: 'fulfilled' })
  await recordFacts(context, [countWish(wish, 'fulfilled', on)])
  await recordAudit(context, { verb: 'wish.fulfilled', subjectKind: 'wish', subjectId: wish.id, scopeCode: wish.scopeCode, details: { fulfilledOn: on } })
}

/** The act that fulfilled a wish was voided: the wish is open again and waits for a donor; what was counted is taken back. */
export async function unfulfilWish(context: Context, wishId: string | null): Promise<void> {
  if (wishId === null) return
  const wish = await loadWish(context, wishId)
  if (wish.status !== 'fulfilled' && wish.status !== 'closed') return
  await endFacts(context, { recordId: wish.id, measures: ['wish.fulfilled'] })
  // Taken off the wall meanwhile, it does not come back by itself.
  const isShown = wish.publicationId !== null
  await writeWish(context, wish, {
    status: isShown ? 'published' : 'withdrawn', fulfilledOn: null, endedOn: isShown ? null : context.today, sealedThanks: null, thanksBy: null,
    thanksName: null,
  })
  await showPublicly(context, wish.publicationId, { status: 'open', thanks: null })
  await recordAudit(context, { verb: 'wish.reopened', subjectKind: 'wish', subjectId: wish.id, scopeCode: wish.scopeCode })
}
