import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mayGiveAid, mustOpenAid } from '../../access.ts'
import type { ActWords } from '../../contract.ts'
import { readShares } from '../../queries/act-rows.ts'
import { loadAct } from '../../queries/lock-act.ts'
import { openObject, openText } from '../../queries/row-key.ts'

/** Opens what was written about an act, on record: the words, the receipt, and for who gives aid the names of persons who pay. */
export async function openAct(context: Context, input: { id: string }): Promise<ActWords> {
  mustOpenAid(context.actor)
  const held = await loadAct(context, input.id)
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  const shares = mayGiveAid(context.actor) ? await readShares(context, held.id) : []
  const receipt = openObject(context, held, 'act-receipt', held.sealedReceipt) ?? {}
  await recordAudit(context, { verb: 'aid.read', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { childId: held.childId } })
  return {
    words: openText(context, held, 'act-words', held.sealedWords) ?? '', signedBy: textIn(receipt, 'signedBy'), witnesses: textsIn(receipt, 'witnesses'),
    unwantedReason: textIn(receipt, 'unwantedReason'),
    payers: shares.flatMap((share) => {
      const name = openText(context, share, 'payer', share.sealedPayer)
      return name === null ? [] : [{ id: share.id, name }]
    }),
  }
}

function textIn(receipt: Record<string, unknown>, field: string): string | null {
  const value = receipt[field]
  return typeof value === 'string' ? value : null
}

function textsIn(receipt: Record<string, unknown>, field: string): string[] {
  const value = receipt[field]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
