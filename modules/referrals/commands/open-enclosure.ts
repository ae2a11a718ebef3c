import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayOpenFields, mustOpenEnclosures } from '../access.ts'
import type { Enclosure } from '../contract.ts'
import { loadReferral, type HeldReferral } from '../queries/lock-referral.ts'
import { openSealedEnclosure, openText, type SealedEnclosure } from '../queries/referral-key.ts'
import { isEnclosureOpen } from '../rules/acting.ts'

/** Opens what travels and what was answered, on record. The fields are for the receiver alone, and for its time; the sender has the file itself. */
export async function openEnclosure(context: Context, input: { id: string }): Promise<Enclosure> {
  mustOpenEnclosures(context.actor)
  const held = await loadReferral(context, input.id)
  const isOpen = held.party === 'sender' || isEnclosureOpen(held, context.today)
  const enclosure = isOpen ? openSealedEnclosure(context, held, held.sealedEnclosure) : null
  const words = { answer: openText(context, held, 'answer', held.sealedAnswer), result: openText(context, held, 'result', held.sealedResult) }
  if (enclosure === null && words.answer === null && words.result === null) throw new Refusal('ENCLOSURE_CLOSED')
  const file = held.party === 'receiver' && mayOpenFields(context.actor) ? enclosure?.file ?? null : null
  await recordOpening(context, held, file)
  return { ...wordsOf(enclosure), ...words, file }
}

const wordsOf = (enclosure: SealedEnclosure | null): Pick<Enclosure, 'need' | 'summary' | 'overrideReason'> =>
  ({ need: enclosure?.need ?? '', summary: enclosure?.summary ?? '', overrideReason: enclosure?.overrideReason ?? null })

/** The child's own log of readings names the sender's side; the receiver's stands under the referral. */
async function recordOpening(context: Context, held: HeldReferral, file: Enclosure['file']): Promise<void> {
  await recordAudit(context, {
    verb: 'referral-enclosure.read', subjectKind: 'referral', subjectId: held.id, scopeCode: held.scopeCode,
    details: { referralId: held.referralId, party: held.party, fields: file === null ? [] : held.fields },
  })
}
