import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustOpenAid } from '../../access.ts'
import type { NeedWords } from '../../contract.ts'
import { loadNeed } from '../../queries/lock-need.ts'
import { openText } from '../../queries/row-key.ts'

/** Opens what was written in a need, on record. */
export async function openNeed(context: Context, input: { id: string }): Promise<NeedWords> {
  mustOpenAid(context.actor)
  const held = await loadNeed(context, input.id)
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  await recordAudit(context, { verb: 'need.read', subjectKind: 'need', subjectId: held.id, scopeCode: held.scopeCode, details: { childId: held.childId } })
  return {
    words: openText(context, held, 'need-words', held.sealedWords) ?? '', answer: openText(context, held, 'need-answer', held.sealedAnswer),
  }
}
