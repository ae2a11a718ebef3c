import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** A proposal that waits for a decision, locked; refuses one that was decided and a stale version. */
export async function lockProposal(context: Context, { id, version }: { id: string; version?: number }): Promise<HeldProposal> {
  const held = await holdProposal(context, id)
  if (held.status !== 'proposed') throw new Refusal('NOT_PROPOSED')
  if (version !== undefined && held.version !== version) throw new Refusal('STALE', { version: held.version, current: { status: held.status } })
  return held
}

/** A proposal, locked, decided or not. */
export async function holdProposal({ tx, actor }: Context, id: string) {
  const held = await tx.selectFrom('matching.proposals').selectAll().where('cityId', '=', actor.cityId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  return { ...held, scopeCode: held.scopeCode.padStart(18, '0') }
}

/** A proposal as it is locked. */
export type HeldProposal = Awaited<ReturnType<typeof holdProposal>>
