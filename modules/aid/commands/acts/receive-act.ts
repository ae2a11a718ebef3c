import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { mustGiveAid } from '../../access.ts'
import type { ActRow, NewReceipt } from '../../contract.ts'
import { getActRow } from '../../queries/act-rows.ts'
import { lockAct } from '../../queries/lock-act.ts'
import { sealObject } from '../../queries/row-key.ts'
import { findReceiptIssues } from '../../rules/receipts.ts'
import { fulfilWish } from '../steps/fulfil-wish.ts'
import { writeAct } from '../steps/write-act.ts'
import { moveNeed } from '../steps/write-need.ts'

/** Records that the aid arrived: by a signature on paper, by two witnesses, or with the reason why the family wanted neither. No photograph is asked for. */
export async function receiveAct(context: Context, input: NewReceipt & { id: string; version: number }): Promise<ActRow> {
  mustGiveAid(context.actor)
  const held = await lockAct(context, { step: 'receive', ...input })
  if (held.wrappedKey === null) throw new Refusal('CHILD_ERASED')
  const issues = findReceiptIssues(input, { givenOn: held.givenOn ?? held.offeredOn, today: context.today })
  if (issues.length > 0) throw new InvalidInput(issues)
  await writeAct(context, held, {
    status: 'received', receivedOn: input.receivedOn, proof: input.proof, sealedReceipt: sealObject(context, held, 'act-receipt', receiptOf(input)),
  })
  await moveNeed(context, held.needId, 'received')
  await fulfilWish(context, { wishId: held.wishId, on: input.receivedOn })
  await recordAudit(context, {
    verb: 'aid.received', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode,
    details: { receivedOn: input.receivedOn, proof: input.proof, needId: held.needId, wishId: held.wishId },
  })
  return getActRow(context, held.id)
}

/** Only what belongs to the proof that was chosen is kept. */
function receiptOf({ proof, signedBy, witnesses, unwantedReason }: NewReceipt): object {
  if (proof === 'signature') return { signedBy: signedBy ?? '' }
  return proof === 'witness' ? { witnesses } : { unwantedReason: unwantedReason ?? '' }
}
