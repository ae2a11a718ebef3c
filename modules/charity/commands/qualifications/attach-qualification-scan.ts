import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustPublishCampaigns } from '../../access.ts'
import type { Qualification } from '../../contract.ts'
import { getQualification } from '../../queries/qualifications/qualification-rows.ts'
import { sealScan } from '../../queries/qualifications/sealed-scan.ts'

/** Attaches the scanned certificate: judged by its bytes, sealed before it reaches the disk. */
export async function attachQualificationScan(context: Context, input: { id: string; file: File }): Promise<Qualification> {
  mustPublishCampaigns(context.actor)
  const { tx, actor } = context
  const held = await tx.selectFrom('charity.qualifications').select(['id', 'scopeCode', 'scanKey']).where('cityId', '=', actor.cityId)
    .where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (held === undefined) throw new Refusal('NOT_FOUND')
  if (held.scanKey !== null) throw new Refusal('SCAN_ATTACHED')
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '证书的')
  const { wrappedKey, sealed } = sealScan(context, held.id, bytes)
  const stored = await (await filesOf(context)).put(sealed)
  await tx.updateTable('charity.qualifications')
    .set({ scanKey: stored.key, scanMediaType: kind.mediaType, scanExtension: kind.extension, wrappedKey })
    .where('cityId', '=', actor.cityId).where('id', '=', held.id).execute()
  await recordAudit(context, {
    verb: 'qualification-scan.attached', subjectKind: 'qualification', subjectId: held.id, scopeCode: held.scopeCode, details: { extension: kind.extension },
  })
  return getQualification(context, held.id)
}
