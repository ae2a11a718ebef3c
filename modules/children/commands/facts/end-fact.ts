import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustCorrectChildren } from '../../access.ts'
import { lockOpenChild } from '../../queries/steps/load-child.ts'
import { isOfChild } from '../../queries/steps/merged-records.ts'
import { saveTypes } from '../steps/save-types.ts'

/** A fact holds until a day and no longer; the types follow. */
export async function endFact(context: Context, input: { id: string; factId: string; untilOn: LocalDate }): Promise<{ id: string }> {
  mustCorrectChildren(context.actor)
  const child = await lockOpenChild(context, input.id)
  const fact = await getFact(context, input)
  if (fact.untilOn !== null && fact.untilOn <= context.today) throw new Refusal('FACT_ALREADY_ENDED')
  if (input.untilOn < fact.fromOn) throw new InvalidInput([{ path: ['untilOn'], message: '结束日期不能早于开始日期' }])
  if (input.untilOn > context.today) throw new InvalidInput([{ path: ['untilOn'], message: '结束日期不能晚于今天' }])
  await changeFact(context, input.factId, { untilOn: input.untilOn })
  const derived = await saveTypes(context, child)
  await recordAudit(context, {
    verb: 'child-fact.ended',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { factId: input.factId, kind: fact.kind, untilOn: input.untilOn, begun: derived.begun, ended: derived.ended },
  })
  return { id: child.id }
}

/** A fact was a mistake: the types are derived as though it had never been, the history keeps what was derived from it. */
export async function voidFact(context: Context, input: { id: string; factId: string; reason: string }): Promise<{ id: string }> {
  mustCorrectChildren(context.actor)
  const child = await lockOpenChild(context, input.id)
  const fact = await getFact(context, input)
  await changeFact(context, input.factId, { voidedAt: context.now, voidReason: input.reason })
  const derived = await saveTypes(context, child)
  await recordAudit(context, {
    verb: 'child-fact.voided',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { factId: input.factId, kind: fact.kind, begun: derived.begun, ended: derived.ended },
  })
  return { id: child.id }
}

async function getFact(context: Context, { id, factId }: { id: string; factId: string }) {
  const fact = await context.tx
    .selectFrom('children.facts')
    .select(['kind', 'fromOn', 'untilOn'])
    .where('cityId', '=', context.actor.cityId)
    .where('id', '=', factId)
    .where(isOfChild(context, id))
    .where('voidedAt', 'is', null)
    .executeTakeFirst()
  if (fact === undefined) throw new Refusal('NOT_FOUND')
  return fact
}

async function changeFact(
  context: Context,
  factId: string,
  change: { untilOn: LocalDate } | { voidedAt: Date; voidReason: string },
): Promise<void> {
  await context.tx.updateTable('children.facts').set(change).where('cityId', '=', context.actor.cityId).where('id', '=', factId).execute()
}
