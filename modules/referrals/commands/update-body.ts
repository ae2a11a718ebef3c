import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBodies } from '../access.ts'
import type { OutsideBody } from '../contract.ts'
import { bodyOf, bodyColumns, getBodyRow } from '../queries/body-rows.ts'

/** Puts an entry of the directory right, or takes it out of use. */
export async function updateBody(context: Context, input: Omit<OutsideBody, 'closedOn'> & { isClosed: boolean }): Promise<OutsideBody> {
  mustManageBodies(context.actor)
  const { tx, actor, today } = context
  const { id, version, isClosed, kind, name, address, phone, contact } = input
  const row = await tx.selectFrom('referrals.outsideBodies').select(bodyColumns).where('cityId', '=', actor.cityId).where('id', '=', id)
    .forUpdate().executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  if (row.version !== version) throw new Refusal('STALE', { version: row.version, current: bodyOf(row) })
  await tx.updateTable('referrals.outsideBodies')
    .set({ kind, name, address, phone, contact, closedOn: isClosed ? row.closedOn ?? today : null, version: version + 1 })
    .where('cityId', '=', actor.cityId).where('id', '=', id).execute()
  await recordAudit(context, { verb: 'outside-body.updated', subjectKind: 'outside-body', subjectId: id, details: { kind, isClosed } })
  return getBodyRow(context, id)
}
