import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustMatch } from '../access.ts'
import type { OneMoreRow, Round, Weights } from '../contract.ts'
import { roundColumns, roundJoins, roundOf, type RoundRecord } from './round-rows.ts'

type Detail = { weights: Weights; oneMore: z.infer<typeof OneMoreRow>[] }

/** One round with its weights and what one more volunteer would change. */
export async function getRound({ tx, actor }: Context, { id }: { id: string }): Promise<Round & Detail> {
  mustMatch(actor)
  const { rows } = await sql<RoundRecord & { weights: Weights; oneMore: Detail['oneMore'] | null }>`
    select ${roundColumns}, r.weights, r.one_more from matching.rounds r ${roundJoins} where r.city_id = ${actor.cityId} and r.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new Refusal('NOT_FOUND')
  const { weights, oneMore, ...record } = rows[0]
  return { ...roundOf(record), weights, oneMore: oneMore ?? [] }
}
