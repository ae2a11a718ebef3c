import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustExplainRatios } from '../../access.ts'
import type { DatedKind, NewBodyKind } from '../../contract.ts'
import { loadBoundBody } from '../../queries/bodies.ts'

/** Records what the law takes a body for from a day on, with the paper it was read from; what it was before stays. */
export async function recordBodyKind(context: Context, input: NewBodyKind): Promise<DatedKind> {
  mustExplainRatios(context.actor)
  const { tx, actor, now, today } = context
  const { kind, fromOn, source } = input
  if (fromOn > today) throw new InvalidInput([{ path: ['fromOn'], message: '起始日期不能晚于今天，请在生效以后登记' }])
  const body = await loadBoundBody(context, input.bookId)
  const entry = { id: newId(), kind, fromOn, source, recordedName: actor.personName }
  const made = await tx.insertInto('duties.bodyKinds').values({
    ...entry, cityId: actor.cityId, scopeCode: body.scopeCode, bookId: body.id, recordedBy: actor.accountId === '' ? null : actor.accountId, recordedAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'bookId', 'fromOn']).where('withdrawnOn', 'is', null).doNothing()).returning('id').executeTakeFirst()
  if (made === undefined) throw new Refusal('KIND_KNOWN')
  await recordAudit(context, {
    verb: 'body-kind.recorded', subjectKind: 'book', subjectId: body.id, scopeCode: body.scopeCode, details: { kind, fromOn, source },
  })
  return { ...entry, withdrawnOn: null, withdrawnReason: null, withdrawnName: null }
}
