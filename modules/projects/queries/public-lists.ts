import { sql } from 'kysely'
import { anyoneMay } from '#platform/access/permission.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { AnonymousContext, Context } from '#platform/http/context.ts'
import { RateLimit } from '#platform/http/rate-limit.ts'
import { addDays } from '#platform/values/local-date.ts'
import type { AidList, Objection } from '../contract.ts'
import type { ShownRow } from '../rules/public-lists.ts'

/** Questions of one address in a minute. */
const asked = new RateLimit(120)
/** A list stays to be seen this many days after its last one. */
const daysAfter = 30

type Stored = {
  id: string; fund_name: string; holder_name: string; opened_on: string; ends_on: string; is_withheld: boolean; total_fen: number | null
  groups: { place: string; isChildren: boolean; atLeast: number }[]; objections: number; answered: number
}

/** Lists of a city that are shown for objections, and those that were lately; without signing in. */
export async function listAidLists({ pool, request, now, today }: AnonymousContext, input: { city: number }): Promise<{
  items: AidList[]; contact: string | null
}> {
  anyoneMay()
  if (!asked.allows(request.address, now.getTime())) throw new Refusal('RATE_LIMITED')
  const { rows } = await pool.query<Stored>('select * from access.list_aid_lists($1, $2)', [input.city, addDays(today, -daysAfter)])
  const { rows: [said] } = await pool.query<{ contact: string | null }>('select access.find_charity_contact($1, $2) as contact', [input.city, today])
  return { contact: said?.contact ?? null, items: rows.map((list) => ({
    id: list.id, fundName: list.fund_name, holderName: list.holder_name, openedOn: list.opened_on, endsOn: list.ends_on, isOver: list.ends_on < today,
    isWithheld: list.is_withheld, totalFen: list.total_fen, groups: list.groups, objections: list.objections, answered: list.answered,
  })) }
}

/** Rows of a batch as the rule of public lists sees them, and for how many days their kinds want to be shown. */
export async function readShownRows({ tx, actor }: Context, batchId: string): Promise<(ShownRow & { days: number; place: string })[]> {
  const { rows } = await sql<ShownRow & { days: number; place: string }>`select u.code as unit_code, u.name as place, a.child_id is not null as is_child,
      a.people_count, x.amount_fen::float8 as amount_fen, coalesce(k.public_days, 0) as days
    from projects.batch_rows x join projects.awards a on a.city_id = x.city_id and a.id = x.award_id
    join organization.published_units u on u.city_id = a.city_id and u.id = a.unit_id
    left join projects.award_kinds k on k.code = a.kind and k.valid_from <= a.applied_on and (k.valid_until is null or k.valid_until >= a.applied_on)
    where x.city_id = ${actor.cityId} and x.batch_id = ${batchId}`.execute(tx)
  return rows
}

/** Names of units by their codes. */
export async function readPlaces({ tx, actor }: Context, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; name: string }>`select u.code, u.name from organization.published_units u
    where u.city_id = ${actor.cityId} and u.code = any (${[...codes]}::text[])`.execute(tx)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Who keeps the books and hears objections, by its full name. */
export async function readHolder({ tx, actor }: Context, bookId: string): Promise<string> {
  const { rows: [book] } = await sql<{ holderName: string }>`select b.holder_name from ledger.published_books b
    where b.city_id = ${actor.cityId} and b.id = ${bookId}`.execute(tx)
  return book?.holderName ?? ''
}

/** Until when a batch is shown; null where it is not. */
export async function findLastDay({ tx, actor }: Context, batchId: string): Promise<{ openedOn: string; endsOn: string } | null> {
  const [found] = await tx.selectFrom('projects.publicLists').select(['openedOn', 'endsOn']).where('cityId', '=', actor.cityId)
    .where('batchId', '=', batchId).execute()
  return found ?? null
}

/** Objections against a batch as it was handed in last, the first that came first. */
export async function listObjections({ tx, actor }: Context, { id, round }: { id: string; round: number }): Promise<Objection[]> {
  const rows = await tx.selectFrom('projects.objections')
    .select(['id', 'cameOn', 'cameBy', 'outcome', 'answeredOn', 'answeredName', 'recordedName', 'number']).where('cityId', '=', actor.cityId)
    .where('batchId', '=', id).where('round', '=', round).orderBy('createdAt').execute()
  return rows as Objection[]
}

/** Objections against a batch as it stands that nobody answered yet. */
export async function listWaitingObjections(context: Context, batch: { id: string; round: number }): Promise<string[]> {
  return (await listObjections(context, batch)).filter(({ outcome }) => outcome === null).map(({ id }) => id)
}
