import { sql } from 'kysely'
import { claimForDonor } from '#modules/aid/index.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustActAsDonor } from '../../access.ts'
import type { DonorKind } from '../../contract.ts'
import { openIdentity } from '../../queries/row-key.ts'

type Own = { id: string; kind: DonorKind; label: string; wrappedKey: Buffer | null; sealedIdentity: Buffer | null }
/** Letters a claim has for name and contact each. */
const mostLetters = 60

/** A donor takes on a wish of the wall itself. It is the office that hears who it is; the donor hears nothing about the child. */
export async function claimOwnWish(context: Context, input: { id: string }): Promise<{ id: string }> {
  mustActAsDonor(context.actor)
  const { tx, actor } = context
  const { rows: shown } = await sql`select 1 from aid.published_wishes p where p.city_id = ${actor.cityId} and p.id = ${input.id}`.execute(tx)
  if (shown.length === 0) throw new Refusal('NOT_FOUND')
  const { rows: [own] } = await sql<Own>`select * from access.find_own_identity()`.execute(tx)
  if (own?.wrappedKey == null || own.sealedIdentity === null || own.kind === 'anonymous') throw new Refusal('NOT_LINKED')
  const { name, phone, contactName } = openIdentity(context, { id: own.id, wrappedKey: own.wrappedKey, sealedIdentity: own.sealedIdentity })
  const answer = await claimForDonor(context, {
    publicationId: input.id, donorKind: own.kind, name: (name === '' ? own.label : name).slice(0, mostLetters),
    contact: [contactName, phone].filter((part) => part !== '').join(' ').slice(0, mostLetters),
  })
  if (answer !== 'claimed') throw new Refusal(refusals[answer])
  return { id: input.id }
}

const refusals = { 'taken': 'WISH_TAKEN', 'gone': 'NOT_FOUND', 'too-many': 'TOO_MANY_CLAIMS', 'no-donor': 'NOT_LINKED' } as const
