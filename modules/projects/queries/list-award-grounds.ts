import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { LocalDate } from '#platform/values/local-date.ts'
import { mustListAwards } from '../access.ts'
import type { AwardGround } from '../contract.ts'

/** Open books of the range with their open funds and the bank accounts of today's chart. */
export async function listAwardGrounds(context: Context): Promise<AwardGround> {
  const { tx, actor, today } = context
  mustListAwards(actor)
  const { rows } = await sql<AwardGround['items'][number]>`select b.id, b.name,
      (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) order by f.code), '[]')
         from ledger.published_funds f where f.city_id = ${actor.cityId} and f.book_id = b.id and f.status = 'open') as funds,
      (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name) order by a.code), '[]')
         from ledger.published_accounts a where a.city_id = ${actor.cityId} and a.book_id = b.id and a.duty = 'bank' and a.closed_on is null
          and a.valid_from = ${chartOn(actor.cityId, today)}) as banks
    from ledger.published_books b where b.city_id = ${actor.cityId} and b.status = 'open' order by b.scope_code, b.name`.execute(tx)
  return { items: rows }
}

/** First day of the chart that holds on a day for the books `b`. */
const chartOn = (cityId: number, on: LocalDate) => sql`(select max(c.valid_from) from ledger.published_accounts c
  where c.city_id = ${cityId} and c.book_id = b.id and c.valid_from <= ${on}::date)`

/** Books, fund and bank of a batch belong together and are open; what lies outside the range is not found. */
export async function loadGround(
  { tx, actor }: Context, { bookId, fundId, bankAccountId }: { bookId: string; fundId: string; bankAccountId: string },
): Promise<{ scopeCode: string; unitId: string; isRestricted: boolean }> {
  const { rows } = await sql<{ scopeCode: string; unitId: string; isRestricted: boolean; fits: boolean }>`
    select b.scope_code::text as scope_code, b.unit_id, f.restriction <> 'none' as is_restricted,
        f.book_id = b.id and f.status = 'open' and a.book_id = b.id and a.duty is not distinct from 'bank' and a.closed_on is null as fits
      from ledger.published_books b
      join ledger.published_funds f on f.city_id = ${actor.cityId} and f.id = ${fundId}
      join ledger.published_accounts a on a.city_id = ${actor.cityId} and a.id = ${bankAccountId}
     where b.city_id = ${actor.cityId} and b.id = ${bookId} and b.status = 'open'`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (!found.fits) throw new Refusal('NO_SUCH_GROUND')
  return { scopeCode: found.scopeCode, unitId: found.unitId, isRestricted: found.isRestricted }
}

/** Number under which forms know the account of costs of charity, as the rule of 2004 has it. */
const costCode = '5101'

/** The account of costs of these books on a day. */
export async function findCostAccount({ tx, actor }: Context, { bookId, on }: { bookId: string; on: LocalDate }): Promise<string> {
  const { rows } = await sql<{ id: string }>`select a.id from ledger.published_books b
    join ledger.published_accounts a on a.city_id = ${actor.cityId} and a.book_id = b.id and starts_with(a.form_code, ${costCode}) and a.kind = 'cost'
      and a.closed_on is null and a.valid_from = ${chartOn(actor.cityId, on)}
    where b.city_id = ${actor.cityId} and b.id = ${bookId} order by a.code limit 1`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('COST_ACCOUNT_MISSING', { code: costCode })
  return rows[0].id
}

/** Name of a fund, as it is today. */
export async function findFundName({ tx, actor }: Context, fundId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select f.name from ledger.published_funds f where f.city_id = ${actor.cityId} and f.id = ${fundId}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0].name
}
