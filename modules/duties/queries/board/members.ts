import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayInDuties, mustReadDuties } from '../../access.ts'
import type { BoardMember, BoardWarning } from '../../contract.ts'
import { findBoardWarnings } from '../../rules/board.ts'
import { loadBody } from '../bodies.ts'
import type { SealedContact } from '../sealed-contact.ts'

const columns = (today: string) => sql`r.id, r.book_id, r.name, r.role, r.from_on, r.until_on, r.ended_on, r.end_reason, r.is_paid,
  (r.from_on <= ${today}::date and coalesce(r.ended_on, r.until_on) >= ${today}::date) as is_in_office, r.sealed_contact is not null as has_contact, r.version`

/** The board of a body: every term, those in office first, and what the law says that does not hold. */
export async function listBoard(
  context: Context, { bookId }: { bookId: string },
): Promise<{ items: BoardMember[]; warnings: BoardWarning[]; mayWrite: boolean; mayOpen: boolean }> {
  const { actor, today } = context
  mustReadDuties(actor)
  const body = await loadBody(context, bookId)
  const items = await readBoard(context, bookId)
  return {
    items, warnings: findBoardWarnings(items, today), mayWrite: mayInDuties(actor, 'board.write') && body.kind !== null, mayOpen: mayInDuties(actor,
      'board.open'),
  }
}

/** All terms of a board, those in office first. */
export async function readBoard({ tx, actor, today }: Context, bookId: string): Promise<BoardMember[]> {
  const { rows } = await sql<BoardMember>`select ${columns(today)} from duties.board_members r
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId}
    order by is_in_office desc, array_position(array['chair', 'vice-chair', 'secretary-general', 'member', 'supervisor'], r.role), r.from_on desc,
      r.id`.execute(tx)
  return rows
}

/** One term; not found out of range. */
export async function getBoardMember({ tx, actor, today }: Context, id: string): Promise<BoardMember> {
  const { rows } = await sql<BoardMember>`select ${columns(today)} from duties.board_members r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** A term, locked for a change, with what is sealed of it. */
export async function lockBoardMember(
  { tx, actor }: Context, { id, version }: { id: string; version?: number },
): Promise<BoardMember & { scopeCode: string; wrappedKey: SealedContact['wrappedKey']; sealedContact: SealedContact['sealed'] }> {
  const { rows: [found] } = await sql<Awaited<ReturnType<typeof lockBoardMember>>>`select ${columns('2000-01-01')}, r.scope_code::text as scope_code,
      r.wrapped_key, r.sealed_contact from duties.board_members r where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (version !== undefined && found.version !== version) throw new Refusal('STALE', { version: found.version, current: { name: found.name,
    role: found.role } })
  return found
}
