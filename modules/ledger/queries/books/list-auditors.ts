import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { mustGrantBooks } from '../../access.ts'
import type { Auditor } from '../../contract.ts'
import { loadBook } from '../load-book.ts'

/** Somebody to whom books can be opened. */
type Candidate = { accountId: string; personName: string }

/** To whom a set of books is open, and to whom it could be opened. */
export async function listAuditors(context: Context, input: { bookId: string }): Promise<{ items: Auditor[]; candidates: Candidate[] }> {
  mustGrantBooks(context.actor)
  const { tx, actor } = context
  const book = await loadBook(context, input.bookId)
  const { rows } = await sql<Auditor>`
    select o.id, coalesce(p.person_name, '') as person_name, o.from_on, o.until_on, o.reason, o.revoked_at is not null as is_revoked
      from ledger.auditors o left join accounts.published_accounts p on p.city_id = o.city_id and p.id = o.account_id
     where o.city_id = ${actor.cityId} and o.book_id = ${book.id} order by o.granted_at desc, o.id limit 200`.execute(tx)
  return { items: rows, candidates: await findAuditorCandidates(context, book.scopeCode) }
}

/** Who holds the role of an outside auditor at the unit of the books or above. */
export async function findAuditorCandidates({ tx, actor, today }: Context, scopeCode: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select distinct p.id as account_id, p.person_name
      from accounts.published_rights held
      join accounts.published_accounts p on p.city_id = held.city_id and p.id = held.account_id
      join organization.published_units unit on unit.city_id = held.city_id and unit.id = held.unit_id
     where held.city_id = ${actor.cityId} and held.permission = 'ledger.read-granted' and held.from_on <= ${today}::date
       and (held.until_on is null or held.until_on >= ${today}::date) and unit.scope_lo <= ${scopeCode}::bigint and unit.scope_hi >= ${scopeCode}::bigint
     order by p.person_name, p.id`.execute(tx)
  return rows
}
