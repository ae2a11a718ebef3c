import { openPool } from '#platform/database/pool.ts'
import { recipeOf, recipes } from '#tests/scope/arrange/recipes.ts'
import type { Kind, Spot } from '#tests/scope/arrange/spot.ts'
import { send } from '#tests/scope/desk.ts'
import { testPeople, type PersonName } from '#tests/city/people.ts'
import type { Caller, Role } from '#tests/scope/caller.ts'
import type { Stage } from './stage.ts'

/** A record of each kind at one unit, arranged through the product, so that no page is empty. Gives their ids by kind. */
export async function arrangeEverything(stage: Stage, unitCode: string): Promise<ReadonlyMap<Kind, string>> {
  const owner = openPool(stage.city.urls.owner, { max: 2, pipeline: false, waitMillis: 0 })
  const server = await stage.city.serve()
  const [office, local] = await Promise.all([callerOf(stage, '陈主任'), callerOf(stage, '赵干事')])
  const ids = new Map<Kind, Promise<string>>()
  let serial = 0
  const askBy = async (caller: Caller, method: string, path: string, input: Record<string, unknown>) => {
    const { status, body } = await send(server, caller, { method, path, input })
    if (status >= 300) throw new Error(`${caller.name}: ${method} ${path} was answered ${status} ${JSON.stringify(body)}`)
    return body as Record<string, unknown>
  }
  const spot: Spot = {
    cityId: stage.city.cityId, unit: { id: await stage.city.unitId(unitCode), code: unitCode }, mark: '龚', owner,
    serial: () => { serial += 1; return serial },
    ask: (method, path, body) => askBy(office, method, path, body),
    askAs: (_code, method, path, body) => askBy(local, method, path, body),
    need: (kind) => {
      const known = ids.get(kind) ?? recipeOf(kind).arrange(spot)
      ids.set(kind, known)
      return known
    },
  }
  for (const kind of Object.keys(recipes)) await spot.need(kind)
  await owner.end()
  return new Map(await Promise.all([...ids].map(async ([kind, id]): Promise<[Kind, string]> => [kind, await id])))
}

async function callerOf(stage: Stage, name: PersonName): Promise<Caller> {
  const person = testPeople.find((candidate) => candidate.name === name)
  const unit = { id: await stage.city.unitId(person?.unit ?? ''), code: person?.unit ?? '' }
  const [accountId, cookie] = await Promise.all([stage.city.accountId(name), stage.city.cookieOf(name)])
  return { name, role: person?.role as Role, cityId: stage.city.cityId, accountId, volunteerId: null, unit, cookie }
}
