import { endFacts } from '#modules/figures/index.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustCloseChildren } from '../access.ts'
import type { closingReasons } from '../contract.ts'
import { stockMeasures } from '../rules/measures.ts'
import { isOfChild } from '../queries/steps/merged-records.ts'
import { lockOpenChild } from '../queries/steps/load-child.ts'

type Closing = { id: string; version: number; reason: (typeof closingReasons)[number]; closedOn: LocalDate }

/** Closes a file: nothing is counted from that day on, every approval to open it ends, the search still finds it. */
export async function closeChild(context: Context, input: Closing): Promise<{ id: string; version: number }> {
  mustCloseChildren(context.actor)
  const { tx, actor, today, now } = context
  if (input.closedOn > today) throw new InvalidInput([{ path: ['closedOn'], message: '结束日期不能晚于今天' }])
  const child = await lockOpenChild(context, input.id)
  if (child.version !== input.version) throw new Refusal('STALE', { version: child.version, current: { status: child.status } })
  if (input.closedOn < child.registeredOn) throw new InvalidInput([{ path: ['closedOn'], message: '结束日期不能早于登记日期' }])
  await Promise.all([
    tx
      .updateTable('children.children')
      .set({
        status: 'closed',
        closedOn: input.closedOn,
        closingReason: input.reason,
        nextMilestoneOn: null,
        version: child.version + 1,
        updatedAt: now,
      })
      .where('cityId', '=', actor.cityId)
      .where('id', '=', child.id)
      .execute(),
    tx
      .updateTable('children.accessGrants')
      .set({ endedAt: now })
      .where('cityId', '=', actor.cityId)
      .where(isOfChild(context, child.id))
      .where('endedAt', 'is', null)
      .execute(),
  ])
  await endFacts(context, { recordId: child.id, measures: stockMeasures, on: input.closedOn })
  await recordAudit(context, {
    verb: 'child.closed',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { reason: input.reason, closedOn: input.closedOn },
  })
  return { id: child.id, version: child.version + 1 }
}
