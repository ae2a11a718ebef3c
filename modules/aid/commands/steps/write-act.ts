import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import type { ActStatus, NewShare, Proof } from '../../contract.ts'
import { isSealedPayer } from '../../rules/shares.ts'
import { newRowKey, sealText } from '../../queries/row-key.ts'

type Change = Partial<{
  status: ActStatus; givenOn: string; receivedOn: string; proof: Proof; sealedReceipt: Buffer | null; scanKey: string; scanMediaType: string
  scanExtension: string; voidedOn: string; voidReason: string
}>

/** Writes a step of an act's life; its version goes on. */
export async function writeAct({ tx, actor, now }: Context, act: { id: string; version: number }, change: Change): Promise<void> {
  await tx.updateTable('aid.acts').set({ ...change, version: act.version + 1, updatedAt: now })
    .where('cityId', '=', actor.cityId).where('id', '=', act.id).execute()
}

/** Records what payers give; a person's name is sealed under a key of its own, so that it outlives the child's. */
export async function insertShares(context: Context, act: { id: string; scopeCode: string }, shares: readonly NewShare[]): Promise<void> {
  const { tx, actor, now } = context
  const rows = shares.map((share) => {
    const id = newId()
    const isSealed = isSealedPayer(share.payerKind)
    const wrappedKey = isSealed ? newRowKey(context, id) : null
    return {
      cityId: actor.cityId, id, scopeCode: act.scopeCode, actId: act.id, payerKind: share.payerKind, payerName: isSealed ? null : share.payerName, wrappedKey,
      sealedPayer: isSealed ? sealText(context, { id, wrappedKey }, 'payer', share.payerName) : null, form: share.form, amountFen: share.amount ?? null,
      item: share.item ?? null, quantity: share.quantity ?? null, countedIn: share.countedIn ?? null, minutes: share.minutes ?? null,
      times: share.times ?? null, createdAt: now,
    }
  })
  await tx.insertInto('aid.shares').values(rows).execute()
}
