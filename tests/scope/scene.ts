import type { FastifyInstance } from 'fastify'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { scopeHi } from '#platform/values/scope-code.ts'
import { testPeople } from '#tests/city/people.ts'
import { recipeOf, recipes } from './arrange/recipes.ts'
import type { Kind, Spot } from './arrange/spot.ts'
import { withinRange, type Caller, type Role } from './caller.ts'
import { send } from './desk.ts'
import { addSecondCity } from './second-city.ts'

/** A unit where one record of each kind was arranged. */
export type Place = { name: string; cityId: number; unit: { id: string; code: string }; mark: string; ids: Map<Kind, string> }

/** The city with everything arranged, and everyone who walks through it. */
export type Scene = {
  city: TestCity
  server: FastifyInstance
  /** Sees past the policies: what is to be expected comes from here. */
  owner: Pool
  callers: Caller[]
  /**
   * One of the callers for each city, role and level. What is seen depends on the range, the rights of the role and the own account alone, all of them
   * read by one function of the database; another person of the same role and level differs in the number of the range, which no policy names.
   */
  walkers: Caller[]
  places: Place[]
  /** A record made for one use at a place, with all it stands on. */
  fresh(place: Place): (kind: Kind) => Promise<string>
  /** A spot of the place with nothing arranged yet. */
  spotAt(place: Place): Spot
  /** Ids of a kind that a caller should see, by the owner's word; as they were when first asked for. */
  seen(caller: Caller, kind: Kind, where?: string): Promise<Set<string>>
  close(): Promise<void>
}

/** Where records are arranged, and the surname only people of that place have. */
const marks = { 东一村: '佟', 东二村: '邬', 东街小学: '蔺', 东街镇: '龚', 西街镇: '阮', 甲区: '祁', 北一村: '翟', 乙县: '鲍', 试验市: '缪' } as const

/** Opens the scene: two cities, ten places, a record of each kind at each; with `at`, only at the places named. More comes when it is asked for. */
export async function openScene({ at }: { at?: readonly (keyof typeof marks)[] } = {}): Promise<Scene> {
  const city = await openTestCity()
  const server = await city.serve()
  const owner = openPool(city.urls.owner, { max: 3, pipeline: false, waitMillis: 0 })
  const outsider = await addSecondCity(city.owner, city.ground.pool)
  const callers = [...await Promise.all(testPeople.map((person) => callerOf(city, person))), outsider]
  const [office] = callers
  if (office === undefined) throw new Error('nobody is there')
  const arrange = arranging({ owner, server, callers })
  const asked = new Map<string, Set<string>>()
  const places = await Promise.all(Object.entries(marks).map(async ([name, mark]) => ({
    name, cityId: city.cityId, unit: await unitNamed(city, name), mark, ids: new Map() })))
  const abroad: Place = { name: '外地市', cityId: outsider.cityId, unit: outsider.unit, mark: '桂', ids: new Map() }
  const spotAt = (place: Place) => arrange({ ...place, ids: new Map() }, place === abroad ? outsider : office)
  const filled = places.filter(({ name }) => at?.includes(name as keyof typeof marks) ?? true).map((place) => () => fill(place, arrange(place, office)))
  await threeAtATime(at === undefined ? [...filled, () => fill(abroad, arrange(abroad, outsider))] : filled)
  if (filled.length > 0) await giveVolunteers(city, callers, places)
  return {
    city, server, owner, callers, walkers: oneOfEach(callers), places: [...places, abroad],
    fresh: (place) => spotAt(place).need,
    spotAt,
    seen: async (caller, kind, where) => {
      const known = asked.get(`${caller.name} ${kind} ${where}`)
      if (known !== undefined) return known
      const { table, idColumn, scopeColumn, seenBy } = recipeOf(kind)
      const { rows } = await owner.query<{ id: string }>(
        `select ${idColumn ?? 'id'} as id from ${table}
          where ${withinRange(caller, scopeColumn ?? 'scope_code')} and ${seenBy?.(caller) ?? 'true'} and ${where ?? 'true'}`)
      const ids = new Set(rows.map((row) => row.id))
      asked.set(`${caller.name} ${kind} ${where}`, ids)
      return ids
    },
    close: async () => {
      await owner.end()
      await city.close()
    },
  }
}

/** Fewer at once than the program has connections: on a busy machine the others would wait for one longer than it lets them. */
async function threeAtATime(work: (() => Promise<void>)[]): Promise<void> {
  const one = async () => { for (let next = work.shift(); next !== undefined; next = work.shift()) await next() }
  await Promise.all([one(), one(), one()])
}

function oneOfEach(callers: readonly Caller[]): Caller[] {
  const kindOf = ({ cityId, role, unit }: Caller) => `${cityId} ${role} ${unit.code.length}`
  return callers.filter((caller, index) => callers.findIndex((first) => kindOf(first) === kindOf(caller)) === index)
}

async function callerOf(city: TestCity, person: (typeof testPeople)[number]): Promise<Caller> {
  // Whoever acts as a donor has the range of one place at which no unit is.
  const code = person.role === 'donor' ? scopeHi(person.unit) : person.unit
  return {
    name: person.name, role: person.role as Role, cityId: city.cityId, accountId: await city.accountId(person.name), volunteerId: null,
    unit: { id: await city.unitId(person.unit), code }, cookie: await city.cookieOf(person.name),
  }
}

async function unitNamed(city: TestCity, name: string): Promise<{ id: string; code: string }> {
  const { rows } = await city.owner.query<{ id: string; code: string }>(
    'select id, code from organization.units where city_id = $1 and name = $2', [city.cityId, name])
  if (rows[0] === undefined) throw new Error(`no unit ${name}`)
  return rows[0]
}

/** Makes the spot of a place, where records are arranged through the product by the office of the city. */
function arranging({ owner, server, callers }: Pick<Scene, 'owner' | 'server' | 'callers'>) {
  let serial = 0
  const offices = callers.filter(({ role }) => role === 'office')
  return (place: Place, office: Caller): Spot => {
    const pending = new Map<Kind, Promise<string>>()
    const askBy = async (caller: Caller, method: string, path: string, body: Record<string, unknown>): Promise<Record<string, unknown>> => {
      const { status, body: answer } = await send(server, caller, { method, path, input: body })
      if (status >= 300) throw new Error(`${place.name}: ${method} ${path} was answered ${status} ${JSON.stringify(answer)}`)
      return answer as Record<string, unknown>
    }
    const spot: Spot = {
      cityId: place.cityId, unit: place.unit, mark: place.mark, owner,
      serial: () => { serial += 1; return serial },
      ask: (method, path, body) => askBy(office, method, path, body),
      askAs: (unitCode, method, path, body) => askBy(offices.find(({ unit }) => unit.code === unitCode) ?? office, method, path, body),
      need: (kind) => {
        const known = pending.get(kind) ?? recipeOf(kind).arrange(spot)
        pending.set(kind, known)
        return known
      },
    }
    return spot
  }
}

async function fill(place: Place, spot: Spot): Promise<void> {
  for (const kind of Object.keys(recipes)) place.ids.set(kind, await spot.need(kind))
}

/** The accounts of volunteers belong to volunteers of their own unit and of the neighbour's. */
async function giveVolunteers(city: TestCity, callers: Caller[], places: Place[]): Promise<void> {
  for (const caller of callers.filter(({ role }) => role === 'volunteer')) {
    const filled = places.filter(({ ids }) => ids.has('volunteer'))
    const place = filled.find(({ unit }) => unit.code === caller.unit.code) ?? filled.find(({ unit }) => unit.code.startsWith(caller.unit.code))
    caller.volunteerId = place?.ids.get('volunteer') ?? null
    await city.owner.query('update accounts.accounts set volunteer_id = $3 where city_id = $1 and id = $2', [city.cityId, caller.accountId, caller.volunteerId])
  }
}
