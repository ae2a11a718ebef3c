import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustConcernAnother, mustManageGrants } from '../../access.ts'
import type { Account } from '../../contract.ts'
import { findHomeUnit } from '../../queries/find-home-unit.ts'
import { readAccount } from '../../queries/list-accounts.ts'
import { findSameGrant } from '../../queries/find-same-grant.ts'
import { listHeldRoles, listHolders, lockAccount } from '../../queries/lock-account.ts'
import { findGrantObstacle } from '../../rules/roles.ts'

type Input = { id: string; roleCode: string; unitId: string; fromOn?: LocalDate | undefined; untilOn?: LocalDate | undefined }

/** Gives a role to somebody else for a unit and all below. */
export async function grantRole(context: Context, input: Input): Promise<Account> {
  const { tx, actor, today } = context
  mustManageGrants(actor)
  mustConcernAnother(actor, input.id)
  const account = await lockAccount(context, input.id)
  if (account.status === 'closed') throw new Refusal('ACCOUNT_CLOSED')
  const unit = await findHomeUnit(context, input.unitId)
  if (unit.closedOn !== null) throw new Refusal('UNIT_CLOSED')
  const period = periodOf(input, today)
  await refuseGrant(context, input, unit)
  const grant = { id: newId(), accountId: account.id, unitId: unit.id, roleCode: input.roleCode, ...period }
  await tx.insertInto('accounts.grants').values({ cityId: actor.cityId, ...grant, scopeCode: unit.scopeLo, grantedBy: actor.accountId,
    grantedAt: context.now }).execute()
  await recordAudit(context, {
    verb: 'grant.given', subjectKind: 'account', subjectId: account.id, scopeCode: unit.scopeLo,
    details: { grantId: grant.id, roleCode: grant.roleCode, unitId: unit.id, ...period } })
  return readAccount(context, account.id)
}

function periodOf(input: Input, today: LocalDate): { fromOn: LocalDate; untilOn: LocalDate | null } {
  const fromOn = input.fromOn ?? today
  if (fromOn < today) throw new InvalidInput([{ path: ['fromOn'], message: '授权不能从过去的日期开始' }])
  if (input.untilOn !== undefined && input.untilOn < fromOn) throw new InvalidInput([{ path: ['untilOn'], message: '截止日期不能早于开始日期' }])
  return { fromOn, untilOn: input.untilOn ?? null }
}

async function refuseGrant(context: Context, input: Input, unit: { id: string; level: string }): Promise<void> {
  const { tx, today } = context
  const role = await tx.selectFrom('accounts.roles').select('code').where('code', '=', input.roleCode).executeTakeFirst()
  if (role === undefined) throw new InvalidInput([{ path: ['roleCode'], message: '请从所列角色中选择' }])
  const [heldRoles, holders, same] = await Promise.all([
    listHeldRoles(context, input.id), listHolders(context, input.roleCode), findSameGrant(context, { accountId: input.id, unitId: unit.id,
      roleCode: input.roleCode }, today)])
  const others = holders.filter((holder) => holder !== input.id).length
  const obstacle = findGrantObstacle({ roleCode: input.roleCode, unitLevel: unit.level, heldRoles, holders: others })
  if (obstacle !== undefined) throw new Refusal(obstacle)
  if (same) throw new Refusal('ALREADY_GRANTED')
}
