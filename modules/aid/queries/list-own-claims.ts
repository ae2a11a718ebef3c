import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** A wish a donor claimed by the own account, as the public sees it. */
export type OwnClaim = {
  id: string; status: 'living' | 'lapsed' | 'released' | 'fulfilled'; claimedOn: string; untilOn: string; endedOn: string | null
  area: string | null; ageBand: string | null; text: string | null; amountFen: number | null; thanks: string | null
}

/** What the donor of the account that asks claimed, the latest first; the account is known to the database alone. */
export async function listOwnClaims({ tx }: Context): Promise<OwnClaim[]> {
  const { rows } = await sql<OwnClaim>`select * from access.list_own_claims()`.execute(tx)
  return rows
}
