import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'

/** Somebody of the own range who could be named. */
export type ReaderCandidate = { accountId: string; personName: string; unitName: string }

/** An active account of the range whose role may read reports; not found out of range, READER_UNFIT for another role or a unit that lies elsewhere. */
export async function findReaderCandidate(
  { tx, actor, today }: Context, { accountId, scopeCode }: { accountId: string; scopeCode: string },
): Promise<ReaderCandidate> {
  const { rows } = await sql<ReaderCandidate & { fits: boolean }>`
    select a.id as account_id, a.person_name, unit.name as unit_name,
           (held.permission is not null and unit.scope_lo <= ${scopeCode}::bigint and unit.scope_hi >= ${scopeCode}::bigint) as fits
      from accounts.published_accounts a
      left join accounts.published_rights held on held.city_id = a.city_id and held.account_id = a.id and held.permission = 'safeguarding.read'
       and held.from_on <= ${today}::date and (held.until_on is null or held.until_on >= ${today}::date)
      left join organization.published_units unit on unit.city_id = held.city_id and unit.id = held.unit_id
     where a.city_id = ${actor.cityId} and a.id = ${accountId}
     order by fits desc nulls last limit 1`.execute(tx)
  const [person] = rows
  if (person === undefined) throw new Refusal('NOT_FOUND')
  if (person.fits !== true) throw new Refusal('READER_UNFIT')
  return person
}
