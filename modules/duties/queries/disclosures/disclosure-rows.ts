import { sql } from 'kysely'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import type { DisclosureRow, DisclosureStatus } from '../../contract.ts'
import { mayFollow, type DisclosureStep, type DocumentField } from '../../rules/disclosures.ts'

/** Columns of a disclosure in the calendar; `r` is the disclosure, `b` the books, `k` the kind. */
export const disclosureColumns = (today: string) => sql`
  r.id, r.book_id, b.name as body_name, r.kind, k.audience, r.title, r.due_on, (r.due_on - ${today}::date) as days_left, r.status, r.responsible_name,
  r.published_on, r.published_where, r.version`
/** What the calendar is joined with. */
export const disclosureJoins = (cityId: number) => sql`
  join ledger.published_books b on b.city_id = ${cityId} and b.id = r.book_id
  join duties.disclosure_kinds k on k.code = r.kind and k.valid_from = r.kind_from`

/** One row as the calendar shows it; what a command answers with. */
export async function getDisclosureRow({ tx, actor, today }: Context, id: string): Promise<DisclosureRow> {
  const { rows } = await sql<DisclosureRow>`select ${disclosureColumns(today)} from duties.disclosures r ${disclosureJoins(actor.cityId)}
    where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** A disclosure with everything its steps ask. */
export type HeldDisclosure = {
  id: string; scopeCode: string; unitId: string; bookId: string; kind: string; kindFrom: string; subject: string; occasionId: string | null; year: number
  title: string; dueOn: string; status: DisclosureStatus; content: DocumentField[] | null; preparedBy: string | null; publishedOn: string | null
  version: number
}

const held = sql`r.id, r.scope_code::text as scope_code, r.unit_id, r.book_id, r.kind, r.kind_from, r.subject, r.occasion_id, r.year, r.title, r.due_on,
  r.status, r.content, r.prepared_by, r.published_on, r.version`

/** A disclosure the actor can see; not found otherwise. */
export async function loadDisclosure({ tx, actor }: Context, id: string): Promise<HeldDisclosure> {
  const { rows } = await sql<HeldDisclosure>`select ${held} from duties.disclosures r where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  return rows[0]
}

/** Loads and locks a disclosure for a step, and refuses what the step does not follow from. */
export async function lockDisclosure(
  { tx, actor }: Context, { step, id, version }: { step: DisclosureStep; id: string; version: number },
): Promise<HeldDisclosure> {
  const { rows: [found] } = await sql<HeldDisclosure>`select ${held} from duties.disclosures r
    where r.city_id = ${actor.cityId} and r.id = ${id} for update of r`.execute(tx)
  if (found === undefined) throw new Refusal('NOT_FOUND')
  if (!mayFollow(step, found.status)) throw new Refusal('WRONG_STATUS', { status: found.status })
  if (found.version !== version) throw new Refusal('STALE', { version: found.version, current: { status: found.status } })
  return found
}
