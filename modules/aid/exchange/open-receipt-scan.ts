import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustGiveAid } from '../access.ts'
import { loadAct } from '../queries/lock-act.ts'
import { receiptAad } from '../queries/receipt-scan.ts'
import { keyOf } from '../queries/row-key.ts'

/** The scanned receipt of an act, on record; without one there is nothing here. */
export const openReceiptScan = download({
  path: '/aid-acts/receipt-scan', operationId: 'openReceiptScan', summary: '打开签收单扫描件（留痕）', query: z.object({ id }), run: openScan,
})

async function openScan(context: Context, input: { id: string }): Promise<Download> {
  mustGiveAid(context.actor)
  const held = await loadAct(context, input.id)
  const key = keyOf(context, held)
  if (held.scanKey === null || held.scanMediaType === null || key === null) throw new Refusal('NOT_FOUND')
  await recordAudit(context, {
    verb: 'aid-scan.opened', subjectKind: 'aid-act', subjectId: held.id, scopeCode: held.scopeCode, details: { childId: held.childId },
  })
  const sealed = await buffer(await (await filesOf(context)).get(held.scanKey))
  const bytes = openBytes(key, sealed, receiptAad(context.actor.cityId, held.id))
  return { fileName: `签收单.${held.scanExtension ?? ''}`, contentType: held.scanMediaType, body: (async function* () { yield bytes })() }
}
