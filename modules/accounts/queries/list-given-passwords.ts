import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import { cursorOf, encodeCursor, type ListQuery } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustManageAccounts } from '../access.ts'
import type { GivenPassword } from '../contract.ts'

/** Passwords that were reset by somebody else, the newest first: what the security administrator keeps an eye on. */
export async function listGivenPasswords(context: Context, input: ListQuery): Promise<{ items: z.infer<typeof GivenPassword>[]; next: string | null }> {
  const { tx, actor } = context
  mustManageAccounts(actor)
  const { lo, hi } = rangeOf(actor, input.unit)
  let page = tx.selectFrom('audit.entries as entry')
    .innerJoin('accounts.accounts as account', (join) => join.on('account.cityId', '=', actor.cityId).onRef('account.id', '=', 'entry.subjectId'))
    .innerJoin('organization.publishedUnits as unit', (join) => join.on('unit.cityId', '=', actor.cityId).onRef('unit.id', '=', 'account.unitId'))
    .select(['entry.id', 'entry.scopeCode', 'entry.at', 'entry.personName as giverName', 'account.personName', 'unit.name as unitName', 'entry.reason'])
    .where('entry.cityId', '=', actor.cityId).where('entry.verb', '=', 'password.given').where('entry.scopeCode', '>=', lo).where('entry.scopeCode', '<=', hi)
  if (input.q !== undefined) page = page.where('account.personName', '=', input.q)
  if (input.after !== undefined) page = page.where('entry.id', '<', entryCursorOf(input.after))
  const rows = await page.orderBy('entry.id', 'desc').limit(input.limit + 1).execute()
  const items = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? items.at(-1) : undefined
  return {
    items: items.map(({ scopeCode, giverName, unitName, ...row }) => ({ ...row, unitCode: codeOfScope(scopeCode), giverName: giverName ?? '系统',
      unitName: unitName ?? '' })),
    next: last === undefined ? null : encodeCursor([last.id]),
  }
}

/** Id behind which a page of entries begins: ids are made in the order of time. */
export function entryCursorOf(after: string): string {
  return cursorOf(after, 'id')[0]
}
