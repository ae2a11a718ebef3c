import { sql } from 'kysely'
import type { Prefecture } from '#database/divisions/read-extract.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { recordFacts } from '#modules/figures/index.ts'
import { unitRows, type UnitSketch } from './steps/unit-rows.ts'

/** Facts go out so many at a time: a statement takes 65,535 values. */
const factsAtOnce = 1000

/**
 * Makes all units of a city from its real divisions; every committee is still to be founded (应建未建). The city's own row is there and the
 * transaction is open to it. Returns the unit of the city itself and the number of units.
 */
export async function setUpCity(context: Context, prefecture: Prefecture): Promise<{ cityUnitId: string; units: number }> {
  const sketches = divisionSketches(prefecture)
  const { units, terms, facts } = unitRows(context.actor.cityId, sketches)
  await sql`insert into organization.units
      (city_id, id, parent_id, code, scope_lo, scope_hi, level, kind, name, short_name, pinyin, pinyin_initials, division_code)
    select ${context.actor.cityId}, id, "parentId", code, "scopeLo", "scopeHi", level, kind, name, "shortName", pinyin, "pinyinInitials", "divisionCode"
      from json_to_recordset(${JSON.stringify(units)}::json) as made(id uuid, "parentId" uuid, code text, "scopeLo" bigint, "scopeHi" bigint,
        level text, kind text,
        name text, "shortName" text, pinyin text, "pinyinInitials" text, "divisionCode" text)`.execute(context.tx)
  await sql`insert into organization.unit_search_terms (city_id, term, scope_lo, unit_id)
    select distinct ${context.actor.cityId}::int, term, "scopeLo", "unitId"
      from json_to_recordset(${JSON.stringify(terms)}::json) as made(term text, "scopeLo" bigint, "unitId" uuid)`.execute(context.tx)
  for (let at = 0; at < facts.length; at += factsAtOnce) await recordFacts(context, facts.slice(at, at + factsAtOnce))
  const city = units.find(({ level }) => level === 'city')
  if (city === undefined) throw new Error('a prefecture without a city')
  await recordAudit(context, { verb: 'city.created', subjectKind: 'unit', subjectId: city.id, scopeCode: city.scopeLo,
    details: { divisionCode: prefecture.city.code, units: units.length } })
  return { cityUnitId: city.id, units: units.length }
}

/** Units of a city's real divisions, above before below. A county that only repeats its city is no unit: its towns stand under the city. */
export function divisionSketches(prefecture: Prefecture): UnitSketch[] {
  const make = (level: UnitSketch['level'], parentId: string | null, { code, name }: { code: string; name: string }): UnitSketch =>
    ({ id: newId(), parentId, level, kind: 'division', name, divisionCode: code, establishedOn: null })
  const province = make('province', null, prefecture.province)
  const city = make('city', province.id, prefecture.city)
  const below = prefecture.counties.flatMap((division) => {
    const county = division.isCityItself ? city : make('county', city.id, division)
    const towns = division.towns.flatMap((it) => {
      const town = make('town', county.id, it)
      return [town, ...it.villages.map((village) => make('village', town.id, village))]
    })
    return county === city ? towns : [county, ...towns]
  })
  return [province, city, ...below]
}
