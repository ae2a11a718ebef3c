import { Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { firstDayOf } from '../../rules/months.ts'
import { initialsOf } from './initials.ts'

/** Gives a set of books a chart of its own, copied from a published standard, valid from its first day on. */
export async function copyStandard(
  { tx, actor, now }: Context, book: { id: string; scopeCode: string; startsMonth: number }, code: string,
): Promise<void> {
  const standard = await tx.selectFrom('ledger.standards').select('name').where('code', '=', code).executeTakeFirst()
  if (standard === undefined) throw new Refusal('STANDARD_UNKNOWN')
  const chartId = newId()
  await tx.insertInto('ledger.charts').values({
    cityId: actor.cityId, id: chartId, scopeCode: book.scopeCode, bookId: book.id, name: standard.name, validFrom: firstDayOf(book.startsMonth),
    source: `standard:${code}`, status: 'valid', createdAt: now,
  }).execute()
  const accounts = await tx.selectFrom('ledger.standardAccounts').select(['code', 'name', 'kind', 'side', 'duty', 'costClass'])
    .where('standard', '=', code).orderBy('code').execute()
  await tx.insertInto('ledger.accounts').values(accounts.map((account) => ({
    cityId: actor.cityId, id: newId(), scopeCode: book.scopeCode, bookId: book.id, chartId, ...account, initials: initialsOf(account.name), createdAt: now,
  }))).execute()
}
