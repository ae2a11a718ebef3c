// The trail is reckoned the same way for staff and for the public, through the same named functions of the database; only who asks differs.
import { runPrepared } from '#platform/database/prepared.ts'
import type { AnonymousContext, Context } from '#platform/http/context.ts'
import type { Movement } from '../../rules/trail.ts'

/** The gift a trail begins with. */
export type TracedGift = {
  giftId: string; form: 'money' | 'goods' | 'service'; status: 'confirmed' | 'refunded'; amountFen: number; receivedOn: string; item: string | null
  quantity: number | null; countedIn: string | null; projectLabel: string | null; holderName: string
}
/** A group of a published cell; no place where the cell is withheld. */
export type PublishedGroup = { month: number; isWithheld: boolean } & (
  { place: string; isMerged: boolean; children: number; households: number } | { place: null; isMerged: null; children: null; households: null })
/** A fund as it was published. */
export type PublishedFund = { id: string; fundId: string; name: string; holderName: string; words: string; publishedOn: string }
/** Asks one of the functions by which a trail leaves the database. */
type Ask = <R>(text: string, values: readonly (string | number | string[] | number[])[]) => Promise<R[]>
/** What a trail is read through, for one city. */
export type TrailSource = { ask: Ask; cityId: number; today: string }

/** Asks without a session. */
export function asPublic({ pool, today }: AnonymousContext, cityId: number): TrailSource {
  const ask: Ask = async (text, values) => {
    const { rows } = await pool.query<Record<string, unknown>>(text, [...values])
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]))) as never
  }
  return { ask, cityId, today }
}

/** Asks within the transaction of somebody signed in, who has seen the gift before. */
export function asStaff({ tx, actor, today }: Context): TrailSource {
  return { ask: (text, values) => runPrepared(tx, { sql: text, parameters: values }), cityId: actor.cityId, today }
}

const camel = (column: string) => column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The gift of a code; undefined where there is none. */
export async function findTracedGift({ ask, cityId }: TrailSource, code: string): Promise<TracedGift | undefined> {
  const [gift] = await ask<TracedGift>('select * from access.find_traced_gift($1, $2)', [cityId, code])
  return gift
}

/** A gift the actor sees, as a trail begins with it; undefined where it is none of theirs, or in no books yet. */
export async function findSeenGift({ ask, cityId }: TrailSource, id: string): Promise<TracedGift | undefined> {
  const [gift] = await ask<TracedGift>(`select t.* from charity.gifts g cross join lateral access.find_traced_gift(g.city_id, g.trace_code) t
    where g.city_id = $1 and g.id = $2`, [cityId, id])
  return gift
}

/** What changed a fund. */
export const listFundMovements = ({ ask, cityId }: TrailSource, fundId: string): Promise<Movement[]> =>
  ask('select * from access.list_fund_movements($1, $2)', [cityId, fundId])

/** Entries that brought in what a fund held when its books began. */
export async function listFundOpenings({ ask, cityId }: TrailSource, fundId: string): Promise<Set<string>> {
  const rows = await ask<{ originId: string }>('select * from access.list_fund_openings($1, $2)', [cityId, fundId])
  return new Set(rows.map(({ originId }) => originId))
}

/** How many a fund reached, month by month, as it was published. */
export const listFundCells = ({ ask, cityId }: TrailSource, fundId: string): Promise<PublishedGroup[]> =>
  ask('select * from access.list_fund_cells($1, $2)', [cityId, fundId])

/** How many a fund reached in some months. */
export const listCellsOfMonths = ({ ask, cityId }: TrailSource, fundId: string, months: readonly number[]): Promise<PublishedGroup[]> =>
  ask('select * from access.list_cells_of_months($1, $2, $3)', [cityId, fundId, [...months]])

/** Names of units and of all above them, by code. */
export async function listUnitNames({ ask, cityId }: TrailSource, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await ask<{ code: string; name: string }>('select * from access.list_units_above($1, $2)', [cityId, [...codes]])
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Goods of a gift that were handed out, month by month. */
export async function listGiftHandOuts({ ask, cityId }: TrailSource, giftId: string): Promise<{ month: number; quantity: number; amountFen: number }[]> {
  const rows = await ask<{ month: number; quantity: number; valueFen: number }>('select * from access.list_gift_hand_outs($1, $2)', [cityId, giftId])
  return rows.map(({ month, quantity, valueFen }) => ({ month, quantity, amountFen: valueFen })).toSorted((one, other) => one.month - other.month)
}

/** What of a gift went back to its donor, in the order of the days. */
export const listGiftRefunds = ({ ask, cityId }: TrailSource, giftId: string): Promise<{ onDay: string; amountFen: number }[]> =>
  ask('select * from access.list_gift_refunds($1, $2)', [cityId, giftId])

/** Funds of the city that everybody may look at. */
export const listPublishedFunds = ({ ask, cityId }: TrailSource): Promise<PublishedFund[]> => ask('select * from access.list_published_funds($1)', [cityId])
