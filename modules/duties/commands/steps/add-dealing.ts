import { recordAudit } from '#platform/audit/record.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { Dealing } from '../../contract.ts'
import type { HeldBody } from '../../queries/bodies.ts'
import { dealingKindWords } from '../../rules/words.ts'
import { addOccasion } from './add-occasion.ts'
import { deriveDisclosures } from './derive-disclosures.ts'

/** Appends a dealing and brings its disclosure about. */
export async function addDealing(
  context: Context, body: HeldBody, { source, sourceId, ...dealing }: Omit<Dealing, 'id'> & { source: string; sourceId: string | null },
): Promise<Dealing> {
  const { tx, actor, now } = context
  const id = newId()
  const { partyName, amountFen, ...row } = dealing
  await tx.insertInto('duties.dealings').values({
    ...row, cityId: actor.cityId, id, scopeCode: body.scopeCode, bookId: body.id, amountFen: String(amountFen), source, sourceId,
    recordedBy: actor.accountId === '' ? null : actor.accountId, recordedAt: now,
  }).execute()
  await addOccasion(context, body, {
    kind: 'dealing', title: `${partyName}（${dealingKindWords[dealing.kind]}）`, startsOn: dealing.happenedOn, endsOn: null, source: 'duties.dealing',
      sourceId: id,
  })
  await recordAudit(context, {
    verb: 'dealing.recorded', subjectKind: 'related-party', subjectId: dealing.partyId, scopeCode: body.scopeCode,
    details: { kind: dealing.kind, amountFen, happenedOn: dealing.happenedOn, matchedBy: dealing.matchedBy },
  })
  await deriveDisclosures(context, [body])
  return { id, ...dealing }
}
