import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPrefecture } from '#database/divisions/read-extract.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { divisionSketches, setUpCity } from './set-up-city.ts'
import { unitRows } from './steps/unit-rows.ts'

describe('a city from its real divisions', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('has a unit for each division, all of them still to be founded and counted as due', async () => {
    await city.owner.query(`insert into organization.cities (city_id, name, division_code) values (469000, '海南省直辖县级行政区划', '469000')`)
    const made = await asWorker({ ...city, cityId: 469000 }, (run) => run((context) => setUpCity(context, readPrefecture('469000'))))
    const { rows } = await city.owner.query(`select level, count(*)::int as n, count(established_on)::int as founded
      from organization.units where city_id = 469000 group by level order by level`)
    expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(made.units)
    expect(rows.every((row) => row.founded === 0)).toBe(true)
    const facts = await city.owner.query(`select count(*)::int as n from figures.facts where city_id = 469000 and measure = 'unit.due'`)
    expect(facts.rows[0].n).toBe(made.units - 1)
  })

  it('puts towns under the city where the county only repeats it', () => {
    const { units } = unitRows(441900, divisionSketches(readPrefecture('441900')))
    const city = units.find(({ level }) => level === 'city')
    expect(units.some(({ level }) => level === 'county')).toBe(false)
    expect(units.filter(({ level }) => level === 'town').every(({ parentId, code }) => parentId === city?.id && code.startsWith('4419999'))).toBe(true)
  })

  it('never gives two units one code, and every code begins with the code above', () => {
    const { units } = unitRows(511300, divisionSketches(readPrefecture('511300')))
    const byId = new Map(units.map((unit) => [unit.id, unit]))
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length)
    expect(units.every((unit) => unit.parentId === null || unit.code.startsWith(byId.get(unit.parentId)?.code ?? '?'))).toBe(true)
  })
})
