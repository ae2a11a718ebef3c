import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { countCap, cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { plainName } from '#platform/values/text.ts'
import { mustReadAccounts } from '../access.ts'
import type { Account, accountsContract, OneAccount } from '../contract.ts'
import { mayGivePasswordTo } from './find-password-help.ts'

type Input = z.output<NonNullable<(typeof accountsContract.listAccounts)['~orpc']['inputSchema']>>

/** Accounts of a range by unit and name; closed ones only when asked for. */
export async function listAccounts(context: Context,
  input: Input): Promise<{ items: Account[]; next: string | null; total: number; totalIsCapped: boolean }> {
  const { tx, actor, today } = context
  mustReadAccounts(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let ids = tx.selectFrom('accounts.accounts as account').select('account.id').where('account.cityId', '=', actor.cityId)
    .where('account.scopeCode', '>=', lo).where('account.scopeCode', '<=', hi)
  ids = input.status === undefined ? ids.where('account.status', '<>', 'closed') : ids.where('account.status', '=', input.status)
  if (input.role !== undefined) ids = ids.where('account.id', 'in', tx.selectFrom('accounts.grants as held').select('held.accountId')
    .where('held.cityId', '=', actor.cityId).where('held.roleCode', '=', input.role).where('held.revokedAt', 'is', null)
    .where((is) => is.or([is('held.untilOn', 'is', null), is('held.untilOn', '>=', today)])))
  const asked = input.q?.trim() ?? ''
  const plain = plainName(asked)
  if (asked !== '') ids = ids.where(sql<boolean>`(position(${asked} in account.person_name) > 0 or lower(account.sign_in_name) like lower(${likeStart(plain)})
    or (length(${plain}) >= 4 and right(account.phone, length(${plain})) = ${plain}))`)
  const counted = tx.selectFrom(ids.limit(countCap + 1).as('capped')).select((is) => is.fn.countAll<string>().as('count'))
  const after = cursorOf(input.after, 'scopeCode', 'text', 'id')
  if (after !== undefined) ids = ids.where(sql<boolean>`(account.scope_code, account.person_name, account.id) >
    (${after[0]}::bigint, ${after[1]}::text, ${after[2]}::uuid)`)
  const page = ids.orderBy('account.scopeCode').orderBy('account.personName').orderBy('account.id').limit(input.limit + 1)
  const [rows, count] = await Promise.all([
    selectAccounts(context).where('account.id', 'in', tx.selectFrom(page.as('page')).select('page.id'))
      .orderBy('account.scopeCode').orderBy('account.personName').orderBy('account.id').execute(),
    counted.executeTakeFirstOrThrow()])
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  return {
    items: await withGrants(context, shown), next: last === undefined ? null : encodeCursor([last.scopeCode, last.personName, last.id]),
    total: Math.min(Number(count.count), countCap), totalIsCapped: Number(count.count) > countCap,
  }
}

/** One account of the actor's range, and whether the actor is the one who resets its password. */
export async function getAccount(context: Context, input: { id: string }): Promise<OneAccount> {
  const { actor } = context
  mustReadAccounts(actor)
  const account = await readAccount(context, input.id)
  const mayConcern = account.status !== 'closed' && account.id !== actor.accountId
  return { ...account, mayGivePassword: mayConcern && await mayGivePasswordTo(context, account.id) }
}

/** One account as commands answer with it. */
export async function readAccount(context: Context, id: string): Promise<Account> {
  const [account] = await withGrants(context, await selectAccounts(context).where('account.id', '=', id).execute())
  if (account === undefined) throw new Refusal('NOT_FOUND')
  return account
}

const likeStart = (text: string) => `${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function selectAccounts({ tx, actor }: Context) {
  return tx.selectFrom('accounts.accounts as account')
    .innerJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'account.unitId'))
    .select(['account.id', 'account.scopeCode', 'account.unitId', 'unit.name as unitName', 'account.personName', 'account.signInName', 'account.phone',
      'account.status', 'account.version'])
    .where('account.cityId', '=', actor.cityId)
}

type Row = {
  id: string; scopeCode: string; unitId: string; unitName: string | null; personName: string; signInName: string; phone: string | null; status: string
  version: number
}
type State = { accountId: string; mustChange: boolean; lockedUntil: Date | null; lastSeenAt: Date | null }

async function withGrants(context: Context, rows: Row[]): Promise<Account[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [grants, states] = await Promise.all([
    listGrants(context, ids), sql<State>`select * from access.list_account_states(${ids}::uuid[])`.execute(context.tx)])
  const stateOf = new Map(states.rows.map((state) => [state.accountId, state]))
  return rows.map(({ scopeCode, unitName, status, ...row }) => {
    const state = stateOf.get(row.id)
    const lockedUntil = state?.lockedUntil && state.lockedUntil > context.now ? state.lockedUntil : null
    return {
      ...row, unitCode: codeOfScope(scopeCode), unitName: unitName ?? '', status: status as Account['status'], grants: grants.get(row.id) ?? [],
      mustChangePassword: state?.mustChange ?? true, lockedUntil, lastSeenAt: state?.lastSeenAt ?? null,
    }
  })
}

async function listGrants({ tx, actor, today }: Context, accountIds: string[]): Promise<Map<string, Account['grants']>> {
  const rows = await tx.selectFrom('accounts.grants as held')
    .innerJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'held.unitId'))
    .innerJoin('accounts.roles as role', 'role.code', 'held.roleCode')
    .select(['held.id', 'held.accountId', 'held.roleCode', 'role.name as roleName', 'held.unitId', 'unit.code as unitCode', 'unit.name as unitName',
      'held.fromOn',
      'held.untilOn', 'held.delegatedBy'])
    .where('held.cityId', '=', actor.cityId).where('held.accountId', 'in', accountIds).where('held.revokedAt', 'is', null)
    .where((is) => is.or([is('held.untilOn', 'is', null), is('held.untilOn', '>=', today)]))
    .orderBy('role.sortOrder').orderBy('held.scopeCode').execute()
  const byAccount = new Map<string, Account['grants']>()
  for (const { accountId, delegatedBy, unitCode, unitName, ...grant } of rows) {
    byAccount.set(accountId, [...byAccount.get(accountId) ?? [], { ...grant, unitCode: unitCode ?? '', unitName: unitName ?? '',
      isDelegated: delegatedBy !== null }])
  }
  return byAccount
}
