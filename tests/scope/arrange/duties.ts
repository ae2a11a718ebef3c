import { scopeLo } from '#platform/values/scope-code.ts'
import type { Recipe, Spot } from './spot.ts'

/** What the law asks of a foundation, beside books of its own. The owner brings it there: nobody in particular prepared it, so that everybody may go on. */
export const dutyRecipes: Record<string, Recipe> = {
  dutybook: { table: 'ledger.books', seenBy: (caller) => (caller.role === 'outside-auditor' ? 'false' : 'true'), arrange: openBooks },
}

/** Runs a statement whose last row tells the id; `$1` is the city, `$2` the scope code. */
async function make(spot: Spot, text: string, more: readonly unknown[] = []): Promise<string> {
  const { rows } = await spot.owner.query<{ id: string }>(text, [spot.cityId, scopeLo(spot.unit.code), ...more])
  return rows[0]?.id ?? ''
}

async function openBooks(spot: Spot): Promise<string> {
  return make(spot, `insert into ledger.books (city_id, id, scope_code, unit_id, name, holder_kind, starts_month, created_at)
    values ($1, gen_random_uuid(), $2, $3, $4, 'public-charity', 202603, now()) returning id`, [spot.unit.id, `${spot.mark}基金会${spot.serial()}`])
}
