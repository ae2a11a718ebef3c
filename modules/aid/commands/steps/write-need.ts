import type { Context } from '#platform/http/context.ts'
import type { NeedStatus } from '../../contract.ts'

type Change = Partial<{
  status: NeedStatus; decidedBy: string; decidedName: string; decidedOn: string; sealedAnswer: Buffer | null; endedOn: string | null
}>

/** Writes a step of a need's life; its version goes on. */
export async function writeNeed({ tx, actor, now }: Context, need: { id: string; version: number }, change: Change): Promise<void> {
  await tx.updateTable('aid.needs').set({ ...change, version: need.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', need.id).execute()
}

/** A need follows the act that answers it. */
export async function moveNeed({ tx, actor, now }: Context, needId: string | null, status: NeedStatus): Promise<void> {
  if (needId === null) return
  await tx.updateTable('aid.needs')
    .set((is) => ({ status, endedOn: null, version: is('version', '+', 1), updatedAt: now }))
    .where('cityId', '=', actor.cityId).where('id', '=', needId).execute()
}
