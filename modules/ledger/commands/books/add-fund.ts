import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustManageBooks } from '../../access.ts'
import type { Fund, Restriction } from '../../contract.ts'
import { getFundRow } from '../../queries/books/fund-rows.ts'
import { loadBook } from '../../queries/load-book.ts'
import { findFundIssues } from '../../rules/funds.ts'

type Input = {
  bookId: string; code: string; name: string; restriction: Restriction; purpose?: string | undefined; usableFrom?: LocalDate | undefined
}

/** Opens a fund; a restricted one begins with a balance of nothing, which is held from then on. */
export async function addFund(context: Context, input: Input): Promise<Fund> {
  mustManageBooks(context.actor)
  const { tx, actor, now } = context
  const book = await loadBook(context, input.bookId, { isLocked: true })
  const issues = findFundIssues(input)
  if (issues.length > 0) throw new InvalidInput(issues)
  const taken = await tx.selectFrom('ledger.funds').select('id')
    .where('cityId', '=', actor.cityId).where('bookId', '=', book.id).where('code', '=', input.code).executeTakeFirst()
  if (taken !== undefined) throw new Refusal('SAME_CODE')
  const id = newId()
  await tx.insertInto('ledger.funds').values({
    cityId: actor.cityId, id, scopeCode: book.scopeCode, bookId: book.id, code: input.code, name: input.name, restriction: input.restriction,
    purpose: input.purpose ?? null, usableFrom: input.usableFrom ?? null, createdAt: now,
  }).execute()
  if (input.restriction !== 'none') {
    await tx.insertInto('ledger.fundBalances').values({ cityId: actor.cityId, fundId: id, scopeCode: book.scopeCode, bookId: book.id }).execute()
  }
  await recordAudit(context, {
    verb: 'fund.added', subjectKind: 'fund', subjectId: id, scopeCode: book.scopeCode,
    details: { code: input.code, name: input.name, restriction: input.restriction },
  })
  return getFundRow(context, { bookId: book.id, id })
}
