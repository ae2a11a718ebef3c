import { sql } from 'kysely'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import type { Context } from '#platform/http/context.ts'
import { giveChildAccess } from '../commands/steps/child-access.ts'

type Lasting = { childId: string; volunteerId: string; untilOn: string | null }

/**
 * A pairing opens to the volunteer's account what a visit needs: whom, where, whom to call. A job does it, because the account may belong
 * to a unit outside the range of the person who pairs.
 */
export const givePairedVolunteerAccess: JobDefinition = {
  name: 'give-paired-volunteer-access',
  listensTo: ['pairing.made'],
  run: async (context, event) => {
    if (event === null || event.subjectId === null) return
    const pairing = await findLasting(context, event.subjectId)
    if (pairing === undefined) return
    const { rows } = await sql<{ accountId: string }>`select account_id from access.list_volunteer_accounts(${pairing.volunteerId})`.execute(context.tx)
    const accountIds = rows.map(({ accountId }) => accountId)
    await giveChildAccess(context, { childId: pairing.childId, accountIds, ground: { kind: 'pairing', id: event.subjectId }, untilOn: pairing.untilOn })
  },
}

async function findLasting({ tx, actor, today }: Context, id: string): Promise<Lasting | undefined> {
  return tx.selectFrom('care.pairings').select(['childId', 'volunteerId', 'untilOn']).where('cityId', '=', actor.cityId).where('id', '=', id)
    .where((is) => is.or([is('untilOn', 'is', null), is('untilOn', '>=', today)])).executeTakeFirst()
}
