import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { endCommitment } from '../commands/steps/commitments.ts'

/** Each night: a commitment whose last day passed expires, and what is left of it is free again. */
export const expireCommitments: JobDefinition = {
  name: 'expire-commitments',
  schedule: '20 0 * * *',
  run: async (context) => {
    for (const { id, bookId } of await listLate(context)) await endCommitment(context, { bookId, id, as: 'expired' })
  },
}

async function listLate({ tx, actor, today }: Context): Promise<{ id: string; bookId: string }[]> {
  const { rows } = await sql<{ id: string; bookId: string }>`
    select c.id, c.book_id from ledger.commitments c
     where c.city_id = ${actor.cityId} and c.status = 'reserved' and c.expires_on < ${today}::date order by c.fund_id, c.id`.execute(tx)
  return rows
}
