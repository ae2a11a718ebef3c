import type pg from 'pg'
import type { LoadFrame } from './frame.ts'

/** A unit in which somebody signs in. */
export type Place = { id: string; code: string; scopeCode: string; name: string }

/** Where the people of the demo sign in; a place that the city does not have is left out. */
export type DemoPlaces = {
  city: Place
  counties: Place[]
  /** Counties in which nobody else signs in. */
  otherCounties: Place[]
  /** Two of the first county, one of the second. */
  towns: Place[]
  /** Two of the first town, one of the second, one of the third. */
  villages: Place[]
  bodies: Place[]
}

/** Chooses the places where most is to be seen: the towns with visits that became overdue lately and the most open cases, in them the villages. */
export async function choosePlaces(client: pg.Client, frame: LoadFrame): Promise<DemoPlaces> {
  const city = await placesOf(client, frame, `select id, code, scope_lo, name from organization.units where city_id = $1 and level = 'city'`, [])
  const ranked = await rankTowns(client, frame)
  const countyOf = (town: RankedTown) => town.county?.id ?? city[0]?.id
  const first = ranked.find((town) => ranked.filter((other) => countyOf(other) === countyOf(town)).length > 1) ?? ranked[0]
  const beside = ranked.find((town) => town !== first && first !== undefined && countyOf(town) === countyOf(first))
  const elsewhere = ranked.find((town) => first !== undefined && countyOf(town) !== countyOf(first)) ?? ranked.find((town) => town !== first && town !== beside)
  const towns = [first, beside, elsewhere].filter((town) => town !== undefined)
  const villages: Place[] = []
  for (const town of towns) villages.push(...await chooseVillages(client, frame, { town, count: town === first ? 2 : 1 }))
  const counties = new Map(towns.flatMap((town) => (town.county === null ? [] : [[town.county.id, town.county] as const])))
  return {
    city: city[0] ?? { id: '', code: '', scopeCode: '', name: '' }, counties: [...counties.values()],
    otherCounties: (await placesOf(client, frame, `
      select id, code, scope_lo, name from organization.units where city_id = $1 and level = 'county' and kind = 'division' order by code`, []))
      .filter(({ id }) => !counties.has(id)),
    towns, villages,
    bodies: first === undefined ? [] : await chooseBodies(client, frame, { town: first, countyCode: first.county?.code ?? city[0]?.code ?? '' }),
  }
}

type Found = { id: string; code: string; scope_lo: string; name: string }
type RankedTown = Place & { county: Place | null }

async function rankTowns(client: pg.Client, { cityId, today }: LoadFrame): Promise<RankedTown[]> {
  const { rows } = await client.query<Found & { p_id: string; p_code: string; p_lo: string; p_name: string; p_level: string }>(`
    select t.id, t.code, t.scope_lo, t.name, p.id as p_id, p.code as p_code, p.scope_lo as p_lo, p.name as p_name, p.level as p_level
      from organization.units t join organization.units p on p.city_id = t.city_id and p.id = t.parent_id
     cross join lateral (
       select count(*) as open, least(count(*) filter (where c.next_visit_due_on between $2::date - 7 and $2::date - 1), 3) as overdue from care.cases c
        where c.city_id = $1 and c.status = 'open' and c.scope_code between t.scope_lo and t.scope_hi) work
     where t.city_id = $1 and t.level = 'town' and t.kind = 'division'
     order by work.overdue desc, work.open desc, t.code`, [cityId, today])
  return rows.map((row) => ({
    id: row.id, code: row.code, scopeCode: row.scope_lo, name: row.name,
    county: row.p_level === 'county' ? { id: row.p_id, code: row.p_code, scopeCode: row.p_lo, name: row.p_name } : null,
  }))
}

/** Villages with somebody to sign in, those with something overdue and the most open cases first. */
const chooseVillages = (client: pg.Client, frame: LoadFrame, { town, count }: { town: Place; count: number }) => placesOf(client, frame, `
  select v.id, v.code, v.scope_lo, v.name from organization.units v
   where v.city_id = $1 and v.parent_id = $2 and v.kind = 'division' and exists (
     select 1 from organization.posts p where p.city_id = $1 and p.unit_id = v.id and p.title_code = 'staff' and p.vacant_since is null)
   order by (select least(count(*) filter (where c.next_visit_due_on between $4::date - 7 and $4::date - 1), 1) * 1000 + count(*) from care.cases c
              where c.city_id = $1 and c.unit_id = v.id and c.scope_code = v.scope_lo and c.status = 'open') desc, v.code limit $3`,
[town.id, count, frame.today])

/** A school of the town, an enterprise of the county and an agency of the city, each with its committee set up. */
async function chooseBodies(client: pg.Client, frame: LoadFrame, { town, countyCode }: { town: Place; countyCode: string }): Promise<Place[]> {
  const chosen: Place[] = []
  for (const kind of ['school', 'enterprise', 'agency']) {
    chosen.push(...await placesOf(client, frame, `
      select id, code, scope_lo, name from organization.units where city_id = $1 and kind = $2 and established_on is not null
       order by code like $3 || '%' desc, code like $4 || '%' desc, length(code), code limit 1`, [kind, town.code, kind === 'agency' ? '' : countyCode]))
  }
  return chosen
}

async function placesOf(client: pg.Client, { cityId }: LoadFrame, text: string, values: unknown[]): Promise<Place[]> {
  const { rows } = await client.query<Found>(text, [cityId, ...values])
  return rows.map((row) => ({ id: row.id, code: row.code, scopeCode: row.scope_lo, name: row.name }))
}
