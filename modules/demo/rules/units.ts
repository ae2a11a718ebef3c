import type { DayCounter } from './day-counter.ts'
import type { PlanDivisions, PlannedUnit, UnitLevel } from './plan.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'

/** A town as the rest of the plan sees it: its unit, its villages, its schools. */
export type TownUnits = {
  /** Counted from 1 in the city; number ranges of invented identities hang on it. */
  ordinal: number
  town: PlannedUnit
  countyName: string
  villages: PlannedUnit[]
  schools: PlannedUnit[]
}

export type CityUnits = { city: PlannedUnit, counties: PlannedUnit[], bodies: PlannedUnit[], towns: TownUnits[] }

/** Share of units of each level whose committee still has to be set up. */
const missingShare: Record<UnitLevel, number> = { city: 0, county: 0, town: 0, village: 0.08, school: 0.12, enterprise: 0.3, agency: 0.1 }

const cityAgencies = ['教育和体育局', '民政局', '卫生健康委员会', '司法局', '文化广播电视和旅游局', '退役军人事务局', '总工会', '妇女联合会']
const countyAgencies = ['教育局', '民政局', '司法局', '妇女联合会']
const enterpriseNames = ['惠民粮油公司', '春晖纺织公司', '同心建材公司', '青禾农业公司', '永续包装公司', '明远电器公司']
const schoolNames = ['启明小学', '育苗小学', '向阳小学', '晨光小学', '知行初级中学', '晓园学校']

/** All units of the city, above before below. */
export function planUnits(divisions: PlanDivisions, seed: string, day: DayCounter): CityUnits {
  const random = randomFrom(`${seed} units ${divisions.city.code}`)
  const make = makeUnitPlanner(random, day)
  const city = make({ key: divisions.city.code, level: 'city', name: divisions.city.name, divisionCode: divisions.city.code }, null)
  const bodies = cityAgencies.map((name, index) => make(bodyOf(city, 'agency', index, divisions.city.name + name), city))
  const counties: PlannedUnit[] = []
  const towns: TownUnits[] = []
  for (const division of divisions.counties) {
    const sketch: UnitSketch = { key: division.code, level: 'county', name: division.name, divisionCode: division.code }
    const county = division.isCityItself ? city : make(sketch, city)
    if (county !== city) {
      counties.push(county)
      countyAgencies.forEach((name, index) => bodies.push(make(bodyOf(county, 'agency', index, division.name + name), county)))
    }
    random.some(enterpriseNames, random.whole(2, 4))
      .forEach((name, index) => bodies.push(make(bodyOf(county, 'enterprise', index, division.name + name), county)))
    for (const it of division.towns) {
      const town = make({ key: it.code, level: 'town', name: it.name, divisionCode: it.code }, county)
      const villages = it.villages.map(({ code, name }) => make({ key: code, level: 'village', name, divisionCode: code }, town))
      const schools = random.some(schoolNames, random.whole(1, 2))
        .map((name, index) => make(bodyOf(town, 'school', index, it.name.replace(/(街道办事处|街道|镇|乡)$/, '') + name), town))
      towns.push({ ordinal: towns.length + 1, town, countyName: division.name, villages, schools })
    }
  }
  return { city, counties, bodies, towns }
}

type UnitSketch = Pick<PlannedUnit, 'key' | 'level' | 'name' | 'divisionCode'>

const bodyOf = (parent: PlannedUnit, level: UnitLevel, index: number, name: string): UnitSketch =>
  ({ key: `${parent.key}/${level}-${index + 1}`, level, name, divisionCode: null })

function makeUnitPlanner(random: Random, day: DayCounter) {
  const ageYears: Record<UnitLevel, [number, number]> = {
    city: [34, 34], county: [28, 33], town: [12, 27], village: [1, 20], school: [1, 16], enterprise: [1, 9], agency: [3, 20],
  }
  return (sketch: UnitSketch, parent: PlannedUnit | null): PlannedUnit => {
    const [youngest, oldest] = ageYears[sketch.level]
    const isFounded = !random.chance(missingShare[sketch.level])
    const founded = -Math.round(365.25 * (youngest + random.next() * (oldest - youngest))) - random.whole(0, 180)
    return { kind: 'unit', parentKey: parent?.key ?? null, ...sketch, foundedOn: isFounded ? day(founded) : null }
  }
}
