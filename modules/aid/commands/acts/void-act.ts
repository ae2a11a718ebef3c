import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustVoidAid } from '../../access.ts'
import type { ActRow } from '../../contract.ts'
import { getActRow } from '../../queries/act-rows.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { unfulfilWish } from '../steps/fulfil-wish.ts'
import { writeAct } from '../steps/write-act.ts'
import { moveNeed } from '../steps/write-need.ts'

/** Voids an act with a reason: it stays readable and counts nowhere; its need waits again, and the wish it fulfilled is open again. */
export async function voidAct(context: Context, input: { id: string; version: number; reason: string }): Promise<ActRow> {
  mustVoidAid(context.actor)
  const held = await lockAct(context, { step: 'void', ...input })
  await writeAct(context, held, { status: 'voided', voidedOn: context.today, voidReason: input.reason })
  await endFacts(context, { recordId: held.id })
  await moveNeed(context, held.needId, 'approved')
  if (held.status === 'received') await unfulfilWish(context, held.wishId)
  await recordAudit(context, {
    verb: 'aid.voided', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, reason: input.reason, details: { wasStatus: held.status },
  })
  return getActRow(context, held.id)
}
