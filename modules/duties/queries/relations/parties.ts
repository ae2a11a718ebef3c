import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInDuties, mustReadDuties } from '../../access.ts'
import type { RelatedParty } from '../../contract.ts'
import { loadBody } from '../bodies.ts'
import type { SealedContact } from '../sealed-contact.ts'

const columns = sql`r.id, r.book_id, r.kind, r.name, r.credit_code, r.ground, r.words, r.member_id, m.name as member_name, r.from_on, r.until_on,
  r.sealed_identity is not null as has_contact, r.version`
const joins = (cityId: number) => sql`left join duties.board_members m on m.city_id = ${cityId} and m.id = r.member_id`

/** Related parties of a body, those that last first. */
export async function listRelatedParties(
  context: Context, { bookId }: { bookId: string },
): Promise<{ items: RelatedParty[]; mayWrite: boolean; mayOpen: boolean }> {
  const { tx, actor, today } = context
  mustReadDuties(actor)
  const body = await loadBody(context, bookId)
  const { rows } = await sql<RelatedParty>`select ${columns} from duties.related_parties r ${joins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId} order by (r.until_on is null or r.until_on >= ${today}::date) desc, r.name, r.id`.execute(tx)
  return { items: rows, mayWrite: mayInDuties(actor, 'board.write') && body.kind !== null, mayOpen: mayInDuties(actor, 'board.open') }
}

/** One related party; not found out of range. */
export async function getRelatedParty({ tx, actor }: Context, id: string): Promise<RelatedParty> {
  const { rows } = await sql<RelatedParty>`select ${columns} from duties.related_parties r ${joins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** A related party of this very body; not found otherwise. */
export async function mustBePartyOf(context: Context, { partyId, bookId }: { partyId: string; bookId: string }): Promise<void> {
  if ((await getRelatedParty(context, partyId)).bookId !== bookId) throw new Refusal('NOT_FOUND')
}

/** A related party, locked for a change, with what is sealed of it. */
export async function lockRelatedParty(
  context: Context, { id, version }: { id: string; version?: number },
): Promise<RelatedParty & { scopeCode: string; wrappedKey: SealedContact['wrappedKey']; sealedIdentity: SealedContact['sealed'] }> {
  const { tx, actor } = context
  const { rows: [found] } = await sql<Awaited<ReturnType<typeof lockRelatedParty>>>`select ${columns}, r.scope_code::text as scope_code, r.wrapped_key,
      r.sealed_identity
    from duties.related_parties r ${joins(actor.cityId)} where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (version !== undefined && found.version !== version) throw new Refusal('STALE', { version: found.version, current: { name: found.name } })
  return found
}
