import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { WishStatus } from '../contract.ts'
import { mayFollowWish, type WishStep } from '../rules/acting.ts'

/** A wish with everything its rules ask. */
export type HeldWish = {
  id: string; scopeCode: string; unitId: string; caseId: string; childId: string; label: string; status: WishStatus; wrappedKey: Buffer | null
  sealedText: Buffer | null; sealedAnswer: Buffer | null; sealedThanks: Buffer | null; amountFen: number | null; authorId: string | null
  decidedName: string | null; publicationId: string | null; thanksBy: string | null; thanksName: string | null; version: number
}

const columns = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.case_id, r.child_id, r.label, r.status, r.wrapped_key, r.sealed_text, r.sealed_answer,
  r.sealed_thanks, r.amount_fen::float8 as amount_fen, r.author_id, r.decided_name, r.publication_id, r.thanks_by, r.thanks_name, r.version`

/** Loads a wish the actor can see; not found otherwise. */
export async function loadWish({ tx, actor }: Context, id: string): Promise<HeldWish> {
  const { rows } = await sql<HeldWish>`select ${columns} from aid.wishes r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a wish for a step, and refuses what the step does not follow from. */
export async function lockWish({ tx, actor }: Context, { step, id, version }: { step: WishStep; id: string; version: number }): Promise<HeldWish> {
  const { rows } = await sql<HeldWish>`select ${columns} from aid.wishes r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  const [held] = rows
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollowWish(step, held.status)) throw new Refusal('WRONG_STATUS', { status: held.status })
  if (held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** The act of aid that stands for a wish, if there is one. */
export async function findActOfWish({ tx, actor }: Context, wishId: string): Promise<string | undefined> {
  const act = await tx.selectFrom('aid.acts').select('id').where('cityId', '=', actor.cityId).where('wishId', '=', wishId)
    .where('status', '<>', 'voided').executeTakeFirst()
  return act?.id
}

/** The claim that lives or, after it came true, the one that fulfilled the wish. */
export async function findClaim({ tx, actor }: Context, wishId: string) {
  return tx.selectFrom('aid.claims').select(['id', 'donorKind', 'wrappedKey', 'sealedDonor', 'claimedOn', 'untilOn']).where('cityId', '=', actor.cityId)
    .where('wishId', '=', wishId).where('status', 'in', ['living', 'fulfilled']).orderBy('id', 'desc').executeTakeFirst()
}
