import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { addDays } from '#platform/values/local-date.ts'
import type { PayerKind } from '../../contract.ts'
import { findClaimDays } from '../../queries/find-claim-days.ts'
import { newRowKey, sealObject } from '../../queries/row-key.ts'
import { mostOwnClaims } from '../../rules/acting.ts'

/** What became of the attempt. */
export type ClaimAnswer = 'claimed' | 'taken' | 'gone' | 'too-many' | 'no-donor'

/**
 * A donor with an account takes on a published wish. The donor names the publication; the wish, its child and its unit stay with the database, which also
 * knows by the account who asks.
 */
export async function claimForDonor(
  context: Context, { publicationId, donorKind, name, contact }: { publicationId: string; donorKind: PayerKind; name: string; contact: string },
): Promise<ClaimAnswer> {
  const { tx, today, now } = context
  const id = newId()
  const wrappedKey = newRowKey(context, id)
  const sealedDonor = sealObject(context, { id, wrappedKey }, 'donor', { name, contact })
  if (sealedDonor === null) throw new Error('a key made just now seals')
  const untilOn = addDays(today, await findClaimDays(context))
  const { rows: [row] } = await sql<{ answer: ClaimAnswer; wishId: string | null }>`select * from access.claim_own_wish(${publicationId}::uuid, ${id}::uuid,
    ${donorKind}, ${wrappedKey}, ${sealedDonor}, ${today}::date, ${untilOn}::date, ${now}::timestamptz, ${mostOwnClaims}::int)`.execute(tx)
  if (row === undefined) throw new Error('the claim was not answered')
  if (row.wishId !== null) {
    await recordAudit(context, { verb: 'wish.claimed', subjectKind: 'wish', subjectId: row.wishId, details: { donorKind, untilOn, isOwn: true } })
  }
  return row.answer
}
