import type { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustConcernAnother, mustDelegateRights } from '../../access.ts'
import type { Delegation } from '../../contract.ts'
import { findHomeUnit } from '../../queries/find-home-unit.ts'
import { findSameGrant } from '../../queries/find-same-grant.ts'
import { readDelegation } from '../../queries/list-delegations.ts'
import { listHeldRoles, lockAccount } from '../../queries/lock-account.ts'
import { findDelegationObstacle } from '../../rules/delegation.ts'
import { findExclusion } from '../../rules/roles.ts'

/** Hands the right the person acts under just now to a colleague of the same range until a day. */
export async function delegateRight(context: Context, input: { accountId: string; untilOn: LocalDate }): Promise<z.infer<typeof Delegation>> {
  const { tx, actor, today, now } = context
  mustDelegateRights(actor)
  mustConcernAnother(actor, input.accountId)
  const own = await tx.selectFrom('accounts.grants').select(['roleCode', 'unitId', 'untilOn', 'delegatedBy']).where('cityId', '=', actor.cityId)
    .where('id', '=', actor.grantId).forShare().executeTakeFirstOrThrow()
  const receiver = await lockAccount(context, input.accountId)
  if (receiver.status !== 'active') throw new Refusal('NOT_FOUND')
  const unit = await findHomeUnit(context, own.unitId)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  const obstacle = findDelegationObstacle({ roleCode: own.roleCode, untilOn: own.untilOn, isDelegated: own.delegatedBy !== null }, input.untilOn, today)
  if (obstacle !== undefined) throw new Refusal(obstacle)
  if (findExclusion(own.roleCode, await listHeldRoles(context, receiver.id)) !== undefined) throw new Refusal('ROLE_EXCLUDES')
  if (await findSameGrant(context, { accountId: receiver.id, unitId: own.unitId, roleCode: own.roleCode }, today)) throw new Refusal('ALREADY_GRANTED')
  const id = newId()
  await tx.insertInto('accounts.grants').values({
    cityId: actor.cityId, id, scopeCode: actor.scopeLo, accountId: receiver.id, unitId: own.unitId, roleCode: own.roleCode, fromOn: today,
      untilOn: input.untilOn,
    delegatedBy: actor.accountId, grantedBy: actor.accountId, grantedAt: now }).execute()
  await recordAudit(context, {
    verb: 'right.delegated', subjectKind: 'account', subjectId: receiver.id, details: { grantId: id, roleCode: own.roleCode, untilOn: input.untilOn } })
  return readDelegation(context, id)
}
