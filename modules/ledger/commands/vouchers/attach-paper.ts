import { Refusal } from '#platform/contract/refusal.ts'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { newId } from '#platform/crypto/id.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustAttachPapers } from '../../access.ts'
import { countPapers } from '../../queries/vouchers/count-papers.ts'
import { lockVoucher } from '../../queries/vouchers/lock-voucher.ts'
import { newPaperKey, paperAad, paperKey } from '../../queries/vouchers/paper-key.ts'
import { recordVoucher } from '../steps/write-voucher.ts'

/** Most papers of one voucher. */
const mostPapers = 50

/** Attaches a paper to a voucher: judged by its bytes, sealed before it reaches the disk. Also after it was posted: papers come late. */
export async function attachPaper(context: Context, input: { id: string; title: string; file: File }): Promise<{ id: string }> {
  mustAttachPapers(context.actor)
  const { tx, actor, now } = context
  const held = await lockVoucher(context, { step: 'attach', id: input.id })
  if (await countPapers(context, held.id) >= mostPapers) throw new Refusal('TOO_MANY_PAPERS')
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '单据的')
  const id = newId()
  const wrappedKey = newPaperKey(context, id)
  const stored = await (await filesOf(context)).put(sealBytes(paperKey(context, { id, wrappedKey }), bytes, paperAad(actor.cityId, id)))
  await tx.insertInto('ledger.attachments').values({
    cityId: actor.cityId, id, scopeCode: held.scopeCode, voucherId: held.id, wrappedKey, fileKey: stored.key, mediaType: kind.mediaType,
    extension: kind.extension, title: input.title, attachedBy: actor.accountId, attachedAt: now,
  }).execute()
  await recordVoucher(context, held, { verb: 'voucher-paper.attached', details: { extension: kind.extension } })
  return { id }
}
