import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { encodeCursor, type ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { mustDelegateRights } from '../access.ts'
import type { Colleague, Delegation } from '../contract.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { entryCursorOf } from './list-given-passwords.ts'

type Out = z.infer<typeof Delegation>

/** Rights handed over that still hold: given or received by the person. */
export async function listDelegations(context: Context, input: ListQuery): Promise<{ items: Out[]; next: string | null }> {
  const { actor, today } = context
  mustDelegateRights(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let page = selectDelegations(context).where('held.scopeCode', '>=', lo).where('held.scopeCode', '<=', hi).where('held.revokedAt', 'is', null)
    .where('held.untilOn', '>=', today)
    .where((is) => is.or([is('held.delegatedBy', '=', actor.accountId), is('held.accountId', '=', actor.accountId)]))
  if (input.q !== undefined) page = page.where('receiver.personName', '=', input.q)
  if (input.after !== undefined) page = page.where('held.id', '<', entryCursorOf(input.after))
  const rows = await page.orderBy('held.id', 'desc').limit(input.limit + 1).execute()
  const last = rows.length > input.limit ? rows.at(input.limit - 1) : undefined
  return { items: rows.slice(0, input.limit).map((row) => delegationOf(row, actor.accountId)), next: last === undefined ? null : encodeCursor([last.id]) }
}

/** One delegation, as the command answers with it. */
export async function readDelegation(context: Context, id: string): Promise<Out> {
  const row = await selectDelegations(context).where('held.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('NOT_FOUND')
  return delegationOf(row, context.actor.accountId)
}

function selectDelegations({ tx, actor }: Context) {
  return tx.selectFrom('accounts.grants as held')
    .innerJoin('accounts.accounts as receiver', (join) => join.on('receiver.cityId', '=', actor.cityId).onRef('receiver.id', '=', 'held.accountId'))
    .leftJoin('accounts.accounts as giver', (join) => join.on('giver.cityId', '=', actor.cityId).onRef('giver.id', '=', 'held.delegatedBy'))
    .innerJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'held.unitId'))
    .innerJoin('accounts.roles as role', 'role.code', 'held.roleCode')
    .select(['held.id', 'unit.code as unitCode', 'unit.name as unitName', 'role.name as roleName', 'held.fromOn', 'held.untilOn', 'held.delegatedBy',
      'giver.personName as giverName', 'receiver.personName as receiverName'])
    .where('held.cityId', '=', actor.cityId).where('held.delegatedBy', 'is not', null)
}

type Row = {
  id: string; unitCode: string | null; unitName: string | null; roleName: string; fromOn: string; untilOn: string | null; delegatedBy: string | null
  giverName: string | null; receiverName: string
}

function delegationOf({ delegatedBy, ...row }: Row, accountId: string): Out {
  return {
    ...row, unitCode: row.unitCode ?? '', unitName: row.unitName ?? '', untilOn: row.untilOn ?? '', giverName: row.giverName ?? '上级',
      isMine: delegatedBy === accountId }
}

/** People whose home unit lies in the own range, to choose one who stands in; names only. */
export async function listColleagues(context: Context, input: ListQuery): Promise<{ items: z.infer<typeof Colleague>[]; next: string | null }> {
  const { tx, actor } = context
  mustDelegateRights(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let page = tx.selectFrom('accounts.accounts as account')
    .innerJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'account.unitId'))
    .select(['account.id', 'account.scopeCode', 'unit.name as unitName', 'account.personName'])
    .where('account.cityId', '=', actor.cityId).where('account.status', '=', 'active').where('account.id', '<>', actor.accountId)
    .where('account.scopeCode', '>=', lo).where('account.scopeCode', '<=', hi)
  if (input.q !== undefined) page = page.where('account.personName', 'like', `${input.q.replace(/[\\%_]/g, '')}%`)
  if (input.after !== undefined) page = page.where('account.id', '>', entryCursorOf(input.after))
  const rows = await page.orderBy('account.id').limit(input.limit + 1).execute()
  const last = rows.length > input.limit ? rows.at(input.limit - 1) : undefined
  return {
    items: rows.slice(0, input.limit).map(({ scopeCode, unitName, ...row }) => ({ ...row, unitName: unitName ?? '', unitCode: codeOfScope(scopeCode) })),
    next: last === undefined ? null : encodeCursor([last.id]),
  }
}
