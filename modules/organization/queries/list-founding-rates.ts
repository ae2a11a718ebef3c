import { sql } from 'kysely'
import type { z } from 'zod'
import { rangeOf } from '#platform/access/range.ts'
import type { Context } from '#platform/http/context.ts'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import { mustReadUnits } from '../access.ts'
import { unitSorts, type FoundingRate, type LevelFounding, type organizationContract } from '../contract.ts'

type Input = z.output<NonNullable<(typeof organizationContract.listFoundingRates)['~orpc']['inputSchema']>>
type Row = z.infer<typeof FoundingRate> & { scopeLo: string }
type LevelRow = z.infer<typeof LevelFounding>

/** 应建 and 已建 today: of each unit directly below the asked one (all below included), and of the whole range by what units count as. */
export async function listFoundingRates(context: Context, input: Input) {
  mustReadUnits(context.actor)
  const { lo, hi } = rangeOf(context.actor, input.unit)
  const [below, levels] = await Promise.all([sumBelow(context, { lo, hi }, input), sumLevels(context, { lo, hi })])
  const items = below.slice(0, input.limit)
  const last = below.length > input.limit ? items.at(-1) : undefined
  return { items: items.map(({ scopeLo: _place, ...item }) => item), next: last === undefined ? null : encodeCursor([last.scopeLo]), levels }
}

type Range = { lo: string; hi: string }

async function sumBelow({ tx, actor }: Context, { lo, hi }: Range, input: Input): Promise<Row[]> {
  const after = cursorOf(input.after, 'scopeCode')?.[0] ?? '0'
  const { rows } = await sql<Row>`
    with top as (select id from organization.units where city_id = ${actor.cityId} and scope_lo between ${lo} and ${hi} order by scope_lo limit 1),
    heads as (select head.id, head.code, head.name, head.scope_lo, head.scope_hi from organization.units head, top
               where head.city_id = ${actor.cityId} and head.parent_id = top.id and head.closed_on is null and head.kind = 'division'
                 and head.scope_lo > ${after}
               order by head.scope_lo limit ${input.limit + 1})
    select heads.id, heads.code as unit_code, heads.name, heads.scope_lo::text as scope_lo, counted.due, counted.established
      from heads cross join lateral (
        select count(*)::int as due, count(unit.established_on)::int as established from organization.units unit
         where unit.city_id = ${actor.cityId} and unit.scope_lo between heads.scope_lo and heads.scope_hi and unit.closed_on is null) counted
     order by heads.scope_lo`.execute(tx)
  return rows
}

/** The province stands above the city as a place in the tree; no committee of it is due here, as the figures say too. */
async function sumLevels({ tx, actor }: Context, { lo, hi }: Range): Promise<LevelRow[]> {
  const { rows } = await sql<LevelRow>`
    select sort, count(*)::int as due, count(established_on)::int as established
      from (select case kind when 'division' then level else kind end as sort, established_on from organization.units
             where city_id = ${actor.cityId} and scope_lo between ${lo} and ${hi} and closed_on is null and level <> 'province') unit
     group by sort order by array_position(${[...unitSorts]}::text[], sort)`.execute(tx)
  return rows
}
