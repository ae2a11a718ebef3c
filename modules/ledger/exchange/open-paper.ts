import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { recordAudit } from '#platform/audit/record.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { mustReadBooks } from '../access.ts'
import { loadVoucher } from '../queries/vouchers/lock-voucher.ts'
import { paperAad, paperKey } from '../queries/vouchers/paper-key.ts'

/** A paper of a voucher, on record. */
export const openPaper = download({
  path: '/vouchers/paper', operationId: 'openPaper', summary: '打开凭证附件（留痕）', query: z.object({ id, paperId: id }), run: openOne,
})

async function openOne(context: Context, input: { id: string; paperId: string }): Promise<Download> {
  mustReadBooks(context.actor)
  const { tx, actor } = context
  const voucher = await loadVoucher(context, input.id)
  const paper = await tx.selectFrom('ledger.attachments').select(['id', 'wrappedKey', 'fileKey', 'mediaType', 'extension'])
    .where('cityId', '=', actor.cityId).where('voucherId', '=', voucher.id).where('id', '=', input.paperId).where('removedAt', 'is', null).executeTakeFirst()
  if (paper === undefined) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'voucher-paper.opened', subjectKind: 'voucher', subjectId: voucher.id, scopeCode: voucher.scopeCode })
  const sealed = await buffer(await (await filesOf(context)).get(paper.fileKey))
  const bytes = openBytes(paperKey(context, paper), sealed, paperAad(actor.cityId, paper.id))
  return { fileName: `附件.${paper.extension}`, contentType: paper.mediaType, body: (async function* () { yield bytes })() }
}
