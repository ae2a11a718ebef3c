import { sql, type RawBuilder } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { visibleBooks } from '../access.ts'
import type { HolderKind } from '../contract.ts'

/** A set of books with what commands ask of it. */
export type HeldBook = {
  id: string; scopeCode: string; unitId: string; name: string; holderKind: HolderKind; startsMonth: number; status: 'open' | 'closed'; version: number
  holderName: string | null
}

/** The books one may see; `b` is the book. An outside auditor sees those opened to the account, on the days named. */
export function ofVisibleBooks({ actor, today }: Pick<Context, 'actor' | 'today'>): RawBuilder<unknown> {
  const { onlyFor } = visibleBooks(actor)
  if (onlyFor === null) return sql`true`
  return sql`exists (select 1 from ledger.auditors own where own.city_id = ${actor.cityId} and own.book_id = b.id and own.account_id = ${onlyFor}
    and own.revoked_at is null and own.from_on <= ${today}::date and own.until_on >= ${today}::date)`
}

/** A set of books the actor can see; not found otherwise. */
export async function loadBook(context: Context, id: string, { isLocked = false } = {}): Promise<HeldBook> {
  const { tx, actor } = context
  const { rows } = await sql<HeldBook>`select b.id, b.scope_code::text as scope_code, b.unit_id, b.name, b.holder_kind, b.starts_month, b.status, b.version,
      b.holder_name
    from ledger.books b where b.city_id = ${actor.cityId} and b.id = ${id} and ${ofVisibleBooks(context)} ${isLocked ? sql`for update of b`
      : sql``}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
