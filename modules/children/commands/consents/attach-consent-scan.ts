import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { scanKindOf } from '#platform/files/scan-kind.ts'
import type { Context } from '#platform/http/context.ts'
import { mustCorrectChildren } from '../../access.ts'
import { scanAad } from '../../queries/steps/scan-aad.ts'
import { keyOf } from '../../queries/steps/identity.ts'
import { isOfChild } from '../../queries/steps/merged-records.ts'
import { loadSealed, lockOpenChild } from '../../queries/steps/load-child.ts'

/** Attaches the scanned paper to a consent: judged by its bytes, sealed under the child's key before it reaches the disk. */
export async function attachConsentScan(context: Context, input: { id: string; consentId: string; file: File }): Promise<{ id: string }> {
  mustCorrectChildren(context.actor)
  const { tx, actor } = context
  const child = await lockOpenChild(context, input.id)
  const consent = await tx.selectFrom('children.consents').select(['scanKey', 'kind', 'childId']).where('cityId', '=', actor.cityId)
    .where('id', '=', input.consentId).where(isOfChild(context, child.id)).executeTakeFirst()
  if (consent === undefined) throw new Refusal('NOT_FOUND')
  if (consent.scanKey !== null) throw new Refusal('SCAN_ATTACHED')
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const kind = scanKindOf(bytes, '同意书的')
  const scanKey = await storeSealed(context, { childId: consent.childId, consentId: input.consentId, bytes })
  await tx.updateTable('children.consents').set({ scanKey, scanMediaType: kind.mediaType, scanExtension: kind.extension })
    .where('cityId', '=', actor.cityId).where('id', '=', input.consentId).execute()
  await recordAudit(context, {
    verb: 'consent-scan.attached', subjectKind: 'child', subjectId: child.id, scopeCode: child.scopeCode,
    details: { consentId: input.consentId, kind: consent.kind, extension: kind.extension },
  })
  return { id: child.id }
}

async function storeSealed(context: Context, { childId, consentId, bytes }: { childId: string; consentId: string; bytes: Uint8Array }): Promise<string> {
  const sealed = await loadSealed(context, childId)
  if (sealed === undefined || sealed.wrapped === null) throw new Refusal('NOT_FOUND')
  const cityId = context.actor.cityId
  const key = keyOf(context.installation.masterKeys, sealed.wrapped, { cityId, childId })
  const store = await filesOf(context)
  return (await store.put(sealBytes(key, bytes, scanAad(cityId, consentId)))).key
}
