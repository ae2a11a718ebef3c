import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { BodyKind, BodyLeave } from '../../contract.ts'
import { findLeaveConflict } from '../../rules/ratios.ts'

/** By which recorded certificate a body may ask the public on a day, and whether what the law takes it for agrees. */
export async function readLeave({ tx, actor }: Context, body: { id: string; kind: BodyKind | null }, on: string): Promise<BodyLeave> {
  const { rows: [held] } = await sql<{ number: string }>`select q.number from charity.published_qualifications q
    where q.city_id = ${actor.cityId} and q.book_id = ${body.id}::uuid and q.granted_on <= ${on}::date
      and (q.valid_until is null or q.valid_until >= ${on}::date) and (q.ended_on is null or q.ended_on > ${on}::date)
    order by q.granted_on desc, q.id desc limit 1`.execute(tx)
  return { number: held?.number ?? null, conflict: findLeaveConflict(body.kind, held !== undefined) }
}
