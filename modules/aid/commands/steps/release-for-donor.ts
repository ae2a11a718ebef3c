import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import type { ReleaseReason } from '../../contract.ts'

/** What became of stepping back. */
export type ReleaseAnswer = 'released' | 'ended' | 'begun' | 'gone'

/** A donor with an account steps back from a claim of its own: the wish is free again, and the office that was told of the claim hears why. */
export async function releaseForDonor(context: Context, { claimId, reason }: { claimId: string; reason: ReleaseReason }): Promise<ReleaseAnswer> {
  const { tx, today, now } = context
  const { rows: [row] } = await sql<{ answer: ReleaseAnswer; wishId: string | null }>`select * from access.release_own_claim(${claimId}::uuid, ${reason},
    ${today}::date, ${now}::timestamptz)`.execute(tx)
  if (row === undefined) throw new Error('stepping back was not answered')
  if (row.wishId !== null) {
    await recordAudit(context, { verb: 'wish-claim.released', subjectKind: 'wish', subjectId: row.wishId, details: { reason, isOwn: true } })
  }
  return row.answer
}
