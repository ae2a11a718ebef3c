import { CompiledQuery } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from './definition.ts'

/**
 * What must be true of the records of a module at any moment: a name, a Chinese sentence, and an SQL that returns the offending rows of a city (`$1`)
 * as `id`, or a function that finds them.
 */
export type Invariant = { name: string; sentence: string } & ({ sql: string } | { find: (context: Context) => Promise<readonly string[]> })

/** Something that is not true and must be. */
export type Broken = { name: string; sentence: string; count: number; ids: string[] }

/** Most offending rows that are named. */
const mostNamed = 20

/** Walks a list of invariants over the city of the context and tells which do not hold. */
export async function walkInvariants(context: Context, invariants: readonly Invariant[]): Promise<{ checked: number; broken: Broken[] }> {
  const broken: Broken[] = []
  for (const invariant of invariants) {
    const ids = await offending(context, invariant)
    if (ids.length > 0) broken.push({ name: invariant.name, sentence: invariant.sentence, count: ids.length, ids: ids.slice(0, mostNamed) })
  }
  return { checked: invariants.length, broken }
}

async function offending(context: Context, invariant: Invariant): Promise<readonly string[]> {
  if ('find' in invariant) return invariant.find(context)
  const { rows } = await context.tx.executeQuery<{ id: string }>(CompiledQuery.raw(invariant.sql, [context.actor.cityId]))
  return rows.map(({ id }) => id)
}

/** Looks at every invariant of a module each night; a job that fails is shown to the system administrator. */
export const nightlyWalk = ({ module, schedule, invariants }: { module: string; schedule: string; invariants: readonly Invariant[] }): JobDefinition => ({
  name: `verify-${module}`, schedule,
  run: async (context) => {
    const { broken } = await walkInvariants(context, invariants)
    if (broken.length > 0) throw new Error(`the records of ${module} are wrong: ${broken.map(({ name, count }) => `${name} (${count})`).join(', ')}`)
  },
})
