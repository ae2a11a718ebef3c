import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { Restriction } from '#modules/ledger/contract.ts'
import { mustReadGifts } from '../../access.ts'
import type { GivingBook } from '../../contract.ts'

type FoundBook = Omit<GivingBook, 'unitCode'> & { scopeCode: string }

/** Books of the range that are open, with their open funds and the accounts that hold money today. */
export async function listGivingBooks(context: Context): Promise<{ items: GivingBook[] }> {
  const { tx, actor, today } = context
  mustReadGifts(actor)
  const { rows } = await sql<FoundBook>`select b.id, b.name, b.scope_code::text as scope_code, u.name as unit_name,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'restriction', f.restriction) order by f.code), '[]')
         from ledger.published_funds f where f.city_id = ${actor.cityId} and f.book_id = b.id and f.status = 'open') as funds,
      (select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'name', a.name, 'duty', a.duty) order by a.code), '[]')
         from ledger.published_accounts a where a.city_id = ${actor.cityId} and a.book_id = b.id and a.duty in ('cash', 'bank') and a.closed_on is null
          and a.valid_from = (select max(c.valid_from) from ledger.published_accounts c
            where c.city_id = ${actor.cityId} and c.book_id = b.id and c.valid_from <= ${today}::date)) as accounts
    from ledger.published_books b join organization.published_units u on u.city_id = ${actor.cityId} and u.id = b.unit_id
    where b.city_id = ${actor.cityId} and b.status = 'open' order by b.scope_code, b.name`.execute(tx)
  return { items: rows.map(({ scopeCode, ...book }) => ({ ...book, unitCode: codeOfScope(scopeCode) })) }
}

/** A set of books in range that is open; not found otherwise. */
export async function loadGivingBook({ tx, actor }: Context, id: string): Promise<{ id: string; scopeCode: string; unitId: string }> {
  const { rows } = await sql<{ id: string; scopeCode: string; unitId: string }>`select b.id, b.scope_code::text as scope_code, b.unit_id
    from ledger.published_books b where b.city_id = ${actor.cityId} and b.id = ${id} and b.status = 'open'`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** An open fund of a set of books; one of other books is not found, a closed one refused. */
export async function mustBeOpenFund({ tx, actor }: Context, { bookId, fundId }: { bookId: string; fundId: string }): Promise<{ restriction: Restriction }> {
  const { rows } = await sql<{ restriction: Restriction; status: string }>`select f.restriction, f.status from ledger.published_funds f
    where f.city_id = ${actor.cityId} and f.id = ${fundId} and f.book_id = ${bookId}`.execute(tx)
  const [fund] = rows
  if (fund === undefined) throw new Refusal('NOT_FOUND')
  if (fund.status !== 'open') throw new Refusal('FUND_NOT_OPEN')
  return fund
}

/** A fund of the range that is open, whatever its books. */
export async function mustKnowOpenFund({ tx, actor }: Context, fundId: string): Promise<{ bookId: string }> {
  const { rows: [fund] } = await sql<{ status: string; bookId: string }>`select f.status, f.book_id from ledger.published_funds f
    where f.city_id = ${actor.cityId} and f.id = ${fundId}`.execute(tx)
  if (fund === undefined) throw new Refusal('NOT_FOUND')
  if (fund.status !== 'open') throw new Refusal('FUND_NOT_OPEN')
  return fund
}

/**
 * The account that takes lines on a day and that forms know by a number, whatever number the chart of its year gives it. Where it has accounts
 * below, the one whose name says the restriction, else the first.
 */
export async function findAccount(
  { tx, actor }: Context, { bookId, code, on, isRestricted }: { bookId: string; code: string; on: LocalDate; isRestricted: boolean },
): Promise<string> {
  const { rows } = await sql<{ id: string; name: string }>`select a.id, a.name from ledger.published_accounts a
    where a.city_id = ${actor.cityId} and a.book_id = ${bookId} and starts_with(a.form_code, ${code}) and a.closed_on is null
      and a.valid_from = (select max(c.valid_from) from ledger.published_accounts c
        where c.city_id = ${actor.cityId} and c.book_id = ${bookId} and c.valid_from <= ${on}::date) order by a.code`.execute(tx)
  const named = rows.find(({ name }) => (isRestricted ? name.includes('限定') && !name.includes('非限定') : name.includes('非限定')))
  const account = named ?? rows[0]
  if (account === undefined) throw new Refusal('ACCOUNT_MISSING', { code })
  return account.id
}

/** Whether an account of the books holds cash or lies at a bank. */
export async function holdsMoney({ tx, actor }: Context, { bookId, accountId }: { bookId: string; accountId: string }): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger.published_accounts a where a.city_id = ${actor.cityId} and a.book_id = ${bookId} and a.id = ${accountId}
    and a.duty in ('cash', 'bank')`.execute(tx)
  return rows.length > 0
}
