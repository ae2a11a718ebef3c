import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustReadDuties } from '../../access.ts'
import type { Occasion } from '../../contract.ts'
import { loadBody } from '../bodies.ts'

const columns = (cityId: number) => sql`r.id, r.book_id, r.kind, r.title, r.starts_on, r.ends_on, r.source = 'duties.desk' as is_typed, r.recorded_name,
  r.version, (select count(*)::int from duties.disclosures d where d.city_id = ${cityId} and d.occasion_id = r.id and d.status <> 'void') as due_count,
  (select count(*)::int from duties.disclosures d where d.city_id = ${cityId} and d.occasion_id = r.id
    and d.status in ('due', 'prepared', 'approved')) as open_count`

/** What brings disclosures of a body about, the latest first. */
export async function listOccasions(context: Context, { bookId }: { bookId: string }): Promise<{ items: Occasion[] }> {
  const { tx, actor } = context
  mustReadDuties(actor)
  await loadBody(context, bookId)
  const { rows } = await sql<Occasion>`select ${columns(actor.cityId)} from duties.occasions r
    where r.city_id = ${actor.cityId} and r.book_id = ${bookId} order by r.starts_on desc, r.id desc limit 200`.execute(tx)
  return { items: rows }
}

/** One occasion; not found out of range. */
export async function getOccasion({ tx, actor }: Context, id: string): Promise<Occasion> {
  const { rows } = await sql<Occasion>`select ${columns(actor.cityId)} from duties.occasions r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}
