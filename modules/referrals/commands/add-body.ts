import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustManageBodies } from '../access.ts'
import type { OutsideBody } from '../contract.ts'
import { getBodyRow } from '../queries/body-rows.ts'

/** Adds an outside body to the directory; one name once. */
export async function addBody(context: Context, input: Omit<OutsideBody, 'id' | 'closedOn' | 'version'>): Promise<OutsideBody> {
  mustManageBodies(context.actor)
  const { tx, actor, now } = context
  const known = await tx.selectFrom('referrals.outsideBodies').select('id').where('cityId', '=', actor.cityId).where('name', '=', input.name)
    .where('closedOn', 'is', null).executeTakeFirst()
  if (known !== undefined) throw new Refusal('BODY_KNOWN', { id: known.id })
  const id = newId()
  await tx.insertInto('referrals.outsideBodies').values({ ...input, cityId: actor.cityId, id, createdAt: now }).execute()
  await recordAudit(context, { verb: 'outside-body.added', subjectKind: 'outside-body', subjectId: id, details: { kind: input.kind } })
  return getBodyRow(context, id)
}
