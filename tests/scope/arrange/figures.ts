import { idOf, type Recipe, type Spot } from './spot.ts'

/** Closed months: the city's own, so nobody below has one. */
export const figureRecipes: Record<string, Recipe> = {
  closing: {
    table: 'figures.closings', arrange: closeMonth,
    scopeColumn: 'case city_id when 990100 then 990100000000000000 else 990200000000000000 end',
  },
}

async function closeMonth(spot: Spot): Promise<string> {
  if (spot.unit.code.length > 4) return '00000000-0000-4000-8000-000000000000'
  const { rows } = await spot.owner.query<{ count: number }>('select count(*)::int as count from figures.closings where city_id = $1', [spot.cityId])
  return idOf(await spot.ask('POST', '/closings', { month: `2019-${String((rows[0]?.count ?? 0) + 1).padStart(2, '0')}` }))
}
