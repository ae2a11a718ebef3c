import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustReadGifts } from '../access.ts'
import { openSealedScan } from '../queries/qualifications/sealed-scan.ts'

/** The scanned certificate of a qualification, on record. */
export const openQualificationScan = download({
  path: '/qualification-scan', operationId: 'openQualificationScan', summary: '打开公开募捐资格证书扫描件（留痕）', query: z.object({ id }), run: openScan,
})

async function openScan(context: Context, input: { id: string }): Promise<Download> {
  mustReadGifts(context.actor)
  const { tx, actor } = context
  const held = await tx.selectFrom('charity.qualifications').select(['id', 'scopeCode', 'scanKey', 'scanMediaType', 'scanExtension', 'wrappedKey'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (held === undefined || held.scanKey === null || held.wrappedKey === null) throw new Refusal('NOT_FOUND')
  await recordAudit(context, { verb: 'qualification-scan.opened', subjectKind: 'qualification', subjectId: held.id, scopeCode: held.scopeCode })
  const sealed = await buffer(await (await filesOf(context)).get(held.scanKey))
  const bytes = openSealedScan(context, { id: held.id, wrappedKey: held.wrappedKey }, sealed)
  return {
    fileName: `公开募捐资格证书.${held.scanExtension}`, contentType: held.scanMediaType ?? 'application/octet-stream',
    body: (async function* () { yield bytes })(),
  }
}
