import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustExplainRatios } from '../../access.ts'
import type { DatedKind } from '../../contract.ts'
import { listDatedKinds } from '../../queries/ratios/dated-kinds.ts'

/** It was recorded wrongly: it counts for no year any more, and stays to be seen with the reason. */
export async function withdrawBodyKind(context: Context, { id, reason }: { id: string; reason: string }): Promise<DatedKind> {
  mustExplainRatios(context.actor)
  const { tx, actor, today } = context
  const held = await tx.selectFrom('duties.bodyKinds').select(['bookId', 'scopeCode', 'kind', 'fromOn', 'withdrawnOn']).where('cityId', '=', actor.cityId)
    .where('id', '=', id).forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.withdrawnOn !== null) throw new Refusal('KIND_WITHDRAWN')
  await tx.updateTable('duties.bodyKinds').set({ withdrawnOn: today, withdrawnReason: reason, withdrawnName: actor.personName })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, {
    verb: 'body-kind.withdrawn', subjectKind: 'book', subjectId: held.bookId, scopeCode: held.scopeCode, reason,
    details: { kind: held.kind, fromOn: held.fromOn },
  })
  const withdrawn = (await listDatedKinds(context, held.bookId)).find((entry) => entry.id === id)
  if (withdrawn === undefined) throw new Error('an entry was lost between two looks in one transaction')
  return withdrawn
}
