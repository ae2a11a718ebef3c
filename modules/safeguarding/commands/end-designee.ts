import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustNameDesignees } from '../access.ts'
import type { Designee } from '../contract.ts'
import { getDesigneeRow } from '../queries/designee-rows.ts'

/** Somebody receives no more reports from tomorrow on; those received already stay until they are taken away one by one. */
export async function endDesignee(context: Context, input: { id: string; version: number; reason: string }): Promise<Designee> {
  mustNameDesignees(context.actor)
  const { tx, actor, today } = context
  const row = await tx.selectFrom('safeguarding.designees').select(['id', 'scopeCode', 'unitId', 'accountId', 'untilOn', 'version'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  if (row.untilOn !== null) throw new Refusal('DESIGNEE_ENDED')
  if (row.version !== input.version) throw new Refusal('STALE', { version: row.version, current: { untilOn: row.untilOn } })
  await tx.updateTable('safeguarding.designees').set({ untilOn: today, version: row.version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', row.id).execute()
  await recordAudit(context, {
    verb: 'designee.ended', subjectKind: 'unit', subjectId: row.unitId, scopeCode: row.scopeCode, reason: input.reason, details: { accountId: row.accountId },
  })
  return getDesigneeRow(context, row.id)
}
