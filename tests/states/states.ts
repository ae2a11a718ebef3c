import { recipeOf } from '../scope/arrange/recipes.ts'
import type { Spot } from '../scope/arrange/spot.ts'
import type { Machine } from './machine.ts'
import type { Person } from './people.ts'
import type { Stage } from './stage.ts'

/** A way into a state. */
type Way = Machine['states'][string]
/** An operation by somebody, with what its input says otherwise than in the walk. */
type Step = [operation: string, person: Person, more?: Record<string, unknown>]

/** The record that the others stand on. */
export const shared = (kind: string): Way => ({ spot }) => spot.need(kind)
/** A new record beside the others of the same child, after these steps. */
export const beside = (kind: string, ...steps: Step[]): Way => (stage) => arranged(stage, stage.spot, kind, steps)
/** A new record of a child of its own, after these steps. */
export const apart = (kind: string, ...steps: Step[]): Way => (stage) => arranged(stage, stage.fresh(), kind, steps)
/** A new record that the owner of the database brought into a state, which only a job or the passing of days could. */
export const moved = (kind: string, change: string): Way => async (stage) => {
  const id = await recipeOf(kind).arrange(stage.fresh())
  await stage.scene.owner.query(`update ${recipeOf(kind).table} set ${change} where city_id = $1 and id = $2`, [stage.spot.cityId, id])
  return id
}

async function arranged(stage: Stage, spot: Spot, kind: string, steps: readonly Step[]): Promise<string> {
  const id = await recipeOf(kind).arrange(spot)
  for (const [operation, person, more] of steps) await stage.act(operation, id, person, more)
  return id
}
