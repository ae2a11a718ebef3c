import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { cleanName } from '#platform/values/chinese-name.ts'
import { mustReadDuties } from '../../access.ts'
import type { Relation } from '../../contract.ts'
import { loadBody } from '../bodies.ts'
import { identityTermOf } from '../sealed-contact.ts'

/** Whom one asks about: any of these. */
export type Asked = {
  name?: string | undefined; names?: readonly string[] | undefined; creditCode?: string | undefined; identityNumber?: string | undefined
  on?: string | undefined
}

/** Who of the related parties and the board of a body somebody is. */
export async function searchRelations(context: Context, { bookId, ...asked }: Asked & { bookId: string }): Promise<{ items: Relation[] }> {
  mustReadDuties(context.actor)
  await loadBody(context, bookId)
  return { items: await findRelations(context, { ...asked, bookId }) }
}

/**
 * Related parties and members of the board that fit a credit code, an identity number or one of some whole names on a day, within
 * what the actor sees; the surest first. Callers check their own permission.
 */
export async function findRelations(
  context: Context, { name, names = [], creditCode, identityNumber, on, bookId }: Asked & { bookId?: string },
): Promise<Relation[]> {
  const { tx, actor, today } = context
  const term = identityNumber === undefined ? null : identityTermOf(context, identityNumber)
  const whole = [...(name === undefined ? [] : [name]), ...names].map((one) => cleanName(one)).filter((one) => one !== '')
  if (term === null && whole.length === 0 && creditCode === undefined) return []
  const day = sql`${on ?? today}::date`
  const ofBook = bookId === undefined ? sql`` : sql`and r.book_id = ${bookId}`
  const matched = (code: RawBuilder<unknown>) => sql`case when ${code} = ${creditCode ?? null}::text then 'code'
    when r.identity_term = ${term}::bytea then 'identity' when r.name = any (${whole}::text[]) then 'name' end`
  const { rows } = await sql<Relation>`select * from (
      select r.id as party_id, r.member_id, r.book_id, r.name, r.ground, r.words, ${matched(sql`r.credit_code`)} as matched_by
        from duties.related_parties r
       where r.city_id = ${actor.cityId} and r.from_on <= ${day} and (r.until_on is null or r.until_on >= ${day}) ${ofBook}
      union all
      select null, r.id, r.book_id, r.name, 'board', '', ${matched(sql`null::text`)}
        from duties.board_members r
       where r.city_id = ${actor.cityId} and r.from_on <= ${day} and coalesce(r.ended_on, r.until_on) >= ${day} ${ofBook}) found
    where found.matched_by is not null order by array_position(array['code', 'identity', 'name'], found.matched_by), found.name, found.party_id`.execute(tx)
  return rows
}
