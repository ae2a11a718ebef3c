import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { AccessPurpose, FileField } from '../contract.ts'

/** Why access is given: the case or the pairing that needs it, or the request of the child or guardian that it answers. */
export type AccessGround = { kind: 'case' | 'pairing' | 'request'; id: string }

/** What a case or pairing gives its people. */
export type GivenAccess = {
  childId: string
  accountIds: readonly string[]
  purpose: AccessPurpose
  fields: readonly FileField[]
  until: Date
  ground: AccessGround
}

/**
 * Gives people the named fields for the time of their work, without a request; given again it is renewed. Runs inside the caller's command,
 * after its check.
 */
export async function grantAccess(context: Context, given: GivenAccess): Promise<void> {
  const { tx, actor, now } = context
  if (given.accountIds.length === 0) return
  const child = await tx
    .selectFrom('children.children')
    .select(['id', 'scopeCode', 'status'])
    .where('cityId', '=', actor.cityId)
    .where('id', '=', given.childId)
    .executeTakeFirst()
  if (child === undefined) throw new Refusal('NOT_FOUND')
  await tx
    .insertInto('children.accessGrants')
    .values(
      given.accountIds.map((accountId) => ({
        cityId: actor.cityId,
        id: newId(),
        scopeCode: child.scopeCode,
        childId: child.id,
        accountId,
        purpose: given.purpose,
        fields: [...given.fields],
        ground: given.ground.kind,
        groundId: given.ground.id,
        fromAt: now,
        untilAt: given.until,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['cityId', 'groundId', 'accountId', 'childId'])
        .doUpdateSet({ purpose: given.purpose, fields: [...given.fields], untilAt: given.until, endedAt: null }),
    )
    .execute()
  await recordAudit(context, {
    verb: 'access.granted',
    subjectKind: 'child',
    subjectId: child.id,
    scopeCode: child.scopeCode,
    details: { accountIds: given.accountIds, fields: given.fields, purpose: given.purpose, until: given.until, ground: given.ground },
  })
}

/** Ends what a case or pairing gave, at once: all of it, or that of some people. */
export async function endAccess(context: Context, ended: { ground: AccessGround; accountIds?: readonly string[] }): Promise<number> {
  const { tx, actor, now } = context
  if (ended.accountIds?.length === 0) return 0
  let update = tx
    .updateTable('children.accessGrants')
    .set({ endedAt: now })
    .where('cityId', '=', actor.cityId)
    .where('ground', '=', ended.ground.kind)
    .where('groundId', '=', ended.ground.id)
    .where('endedAt', 'is', null)
  if (ended.accountIds !== undefined) update = update.where('accountId', 'in', [...ended.accountIds])
  const rows = await update.returning(['childId', 'scopeCode', 'accountId']).execute()
  const first = rows[0]
  if (first === undefined) return 0
  await recordAudit(context, {
    verb: 'access.ended',
    subjectKind: 'child',
    subjectId: first.childId,
    scopeCode: first.scopeCode,
    details: { accountIds: rows.map((row) => row.accountId), ground: ended.ground },
  })
  return rows.length
}
