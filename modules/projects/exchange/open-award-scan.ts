import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustOpenAwards } from '../access.ts'
import { recordAward } from '../commands/steps/write-award.ts'
import { awardScanAad } from '../queries/award-scan.ts'
import { loadAward } from '../queries/lock-award.ts'
import { keyOf } from '../queries/row-key.ts'

/** The scanned receipt of an award, on record; without one there is nothing here. */
export const openAwardScan = download({
  path: '/awards/receipt-scan', operationId: 'openAwardScan', summary: '打开资助签收单扫描件（留痕）', query: z.object({ id }), run: openScan,
})

async function openScan(context: Context, input: { id: string }): Promise<Download> {
  mustOpenAwards(context.actor)
  const held = await loadAward(context, input.id)
  const key = keyOf(context, held)
  if (held.scanKey === null || held.scanMediaType === null || key === null) throw new Refusal('NOT_FOUND')
  await recordAward(context, held, { verb: 'award-scan.opened' })
  const sealed = await buffer(await (await filesOf(context)).get(held.scanKey))
  const bytes = openBytes(key, sealed, awardScanAad(context.actor.cityId, held.id))
  return { fileName: `资助签收单.${held.scanExtension ?? ''}`, contentType: held.scanMediaType, body: (async function* () { yield bytes })() }
}
