import { coverage } from '../scope/coverage/index.ts'
import type { Look, OneEntry, WriteEntry } from '../scope/coverage/entry.ts'
import { recipeOf } from '../scope/arrange/recipes.ts'
import type { Spot } from '../scope/arrange/spot.ts'
import { send } from '../scope/desk.ts'
import { readOperations, type Operation } from '../scope/document.ts'
import { openScene, type Scene } from '../scope/scene.ts'
import { people, type Person } from './people.ts'

/** Where records are brought into their states, by the commands of the product. */
export type Stage = {
  scene: Scene
  operations: Map<string, Operation>
  /** The spot that the records share; what it arranged once is there for all. */
  spot: Spot
  /** A spot with nothing arranged. */
  fresh(): Spot
  look: Look
  /** Does an operation of the walk to a record as somebody, for good. */
  act(operation: string, id: string, person: Person, more?: Record<string, unknown>): Promise<Record<string, unknown>>
}

/** Opens the scene with one unit, one paired volunteer and one who is not. */
export async function openStage(): Promise<Stage> {
  const scene = await openScene({ at: [] })
  const place = scene.places.find(({ name }) => name === '东一村')
  if (place === undefined) throw new Error('no place')
  const spot = scene.spotAt(place)
  const operations = new Map((await readOperations(scene.server)).map((operation) => [operation.id, operation]))
  const look: Look = async (kind, id, column = 'version') => {
    const { table, idColumn } = recipeOf(kind)
    return (await scene.owner.query<{ value: unknown }>(`select ${column} as value from ${table} where ${idColumn ?? 'id'} = $1`, [id])).rows[0]?.value ?? 1
  }
  const stage: Stage = {
    scene, operations, spot, look, fresh: () => scene.spotAt(place),
    act: async (name, id, person, more = {}) => {
      const entry = writeOf(name)
      const input = { ...await entry.input?.({ id }, look), ...more, id }
      const { status, body } = await send(scene.server, callerOf(stage, person), { ...operationOf(stage, name), input })
      if (status >= 300) throw new Error(`${name} by ${people[person]} was answered ${status} ${JSON.stringify(body)}`)
      return body as Record<string, unknown>
    },
  }
  await giveVolunteers(stage)
  return stage
}

/** The entry of the walk for an operation on a record. */
export function writeOf(name: string): WriteEntry | OneEntry {
  const entry = coverage[name]
  if (entry?.walk !== 'write' && entry?.walk !== 'one') throw new Error(`${name} is walked as no operation on a record`)
  return entry
}

/** An operation of the document. */
export function operationOf(stage: Stage, name: string): Operation {
  const operation = stage.operations.get(name)
  if (operation === undefined) throw new Error(`no operation ${name}`)
  return operation
}

/** Somebody of the tables, signed in. */
export function callerOf(stage: Stage, person: Person) {
  const caller = stage.scene.callers.find(({ name }) => name === people[person])
  if (caller === undefined) throw new Error(`nobody is ${person}`)
  return caller
}

/** Both volunteers belong to the town of the unit; one is the volunteer who is paired. */
async function giveVolunteers({ scene, spot }: Stage): Promise<void> {
  await spot.need('pairing')
  const give = async (name: string, volunteerId: string) => {
    const caller = scene.callers.find((candidate) => candidate.name === name)
    await scene.owner.query('update accounts.accounts set volunteer_id = $3 where city_id = $1 and id = $2', [spot.cityId, caller?.accountId, volunteerId])
  }
  await give('吴老师', await spot.need('volunteer'))
  await give('沈老师', await spot.need('othervolunteer'))
  await scene.owner.query(`
    update accounts.grants moved set unit_id = town.unit_id, scope_code = town.scope_code
      from accounts.grants town, accounts.accounts theirs, accounts.accounts ours
     where moved.city_id = $1 and town.city_id = $1 and theirs.city_id = $1 and ours.city_id = $1 and moved.account_id = theirs.id
       and town.account_id = ours.id and theirs.sign_in_name = 'shen' and ours.sign_in_name = 'wu'`, [spot.cityId])
}
