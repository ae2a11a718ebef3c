import { CompiledQuery } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import { invariants } from './invariants/invariants.ts'

/** Something that is not true of the books and must be. */
export type Broken = { name: string; sentence: string; count: number; ids: string[] }

/** Most offending rows that are named. */
const mostNamed = 20

/** Walks the list of invariants over a city and tells which do not hold. */
export async function verifyLedger({ tx, actor }: Pick<Context, 'tx' | 'actor'>): Promise<{ checked: number; broken: Broken[] }> {
  const broken: Broken[] = []
  for (const { name, sentence, sql } of invariants) {
    const { rows } = await tx.executeQuery<{ id: string }>(CompiledQuery.raw(sql, [actor.cityId]))
    if (rows.length > 0) broken.push({ name, sentence, count: rows.length, ids: rows.slice(0, mostNamed).map(({ id }) => id) })
  }
  return { checked: invariants.length, broken }
}
