import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { DatedKind } from '../../contract.ts'

/** What was recorded of the kind of a body, the latest first, with what was withdrawn. */
export async function listDatedKinds({ tx, actor }: Context, bookId: string): Promise<DatedKind[]> {
  const { rows } = await sql<DatedKind>`select k.id, k.kind, k.from_on, k.source, k.recorded_name, k.withdrawn_on, k.withdrawn_reason, k.withdrawn_name
    from duties.body_kinds k where k.city_id = ${actor.cityId} and k.book_id = ${bookId}::uuid order by k.from_on desc, k.id desc`.execute(tx)
  return rows
}
