import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import type { ActRow } from '../../contract.ts'
import { getActRow, readShares } from '../../queries/act-rows.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { writeAct } from '../steps/write-act.ts'

/** A payer steps back before the aid was given; the share stays readable and counts no more. The last one may not leave an act without payers. */
export async function withdrawShare(context: Context, input: { id: string; version: number; shareId: string }): Promise<ActRow> {
  const { tx, actor, today } = context
  mustGiveAid(actor)
  const held = await lockAct(context, { step: 'share', id: input.id, version: input.version })
  const standing = (await readShares(context, held.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (!standing.some(({ id }) => id === input.shareId)) throw new Refusal('NOT_FOUND')
  if (standing.length === 1) throw new Refusal('LAST_SHARE')
  await tx.updateTable('aid.shares').set({ withdrawnOn: today }).where('cityId', '=', actor.cityId).where('id', '=', input.shareId).execute()
  await writeAct(context, held, {})
  await recordAudit(context, {
    verb: 'aid-share.withdrawn', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { shareId: input.shareId },
  })
  return getActRow(context, held.id)
}
