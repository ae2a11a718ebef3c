import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishDisclosures } from '../../access.ts'
import type { DisclosureRow } from '../../contract.ts'
import { lockDisclosure } from '../../queries/disclosures/disclosure-rows.ts'
import { writeDisclosure } from '../steps/write-disclosure.ts'

type Changed = { id: string; version: number }

type Correction = Changed & { words: string; publishedOn: string; publishedWhere: string }

/** Appends a 更正说明 to what was published; the document itself stays as it went out. */
export async function correctDisclosure(context: Context, input: Correction): Promise<DisclosureRow> {
  mustPublishDisclosures(context.actor)
  const { tx, actor, today, now } = context
  const held = await lockDisclosure(context, { step: 'correct', ...input })
  if (input.publishedOn > today) throw new InvalidInput([{ path: ['publishedOn'], message: '公开日期不能晚于今天' }])
  if (held.publishedOn !== null && input.publishedOn < held.publishedOn) {
    throw new InvalidInput([{ path: ['publishedOn'], message: `更正说明的日期不能早于原来公开的日期${held.publishedOn}，请核对` }])
  }
  const { words, publishedOn, publishedWhere } = input
  await tx.insertInto('duties.disclosureNotes').values({
    cityId: actor.cityId, id: newId(), scopeCode: held.scopeCode, disclosureId: held.id, words, publishedOn, publishedWhere, notedBy: actor.accountId,
    notedName: actor.personName, notedAt: now,
  }).execute()
  return writeDisclosure(context, held, { verb: 'disclosure.corrected', columns: {}, details: { publishedOn, publishedWhere } })
}
