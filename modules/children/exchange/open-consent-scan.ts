import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mustOpenFiles } from '../access.ts'
import { ACCESS_REQUIRED } from '../contract.ts'
import { hideFromStrangers } from '../queries/steps/hide-from-strangers.ts'
import { keyOf } from '../queries/steps/identity.ts'
import { loadSealed } from '../queries/steps/load-child.ts'
import { listLivingAccess } from '../queries/steps/living-access.ts'
import { scanAad } from '../queries/steps/scan-aad.ts'

/**
 * The scanned paper of a consent, under an approval that names the child and its guardians, since both stand on it; without one it says what to ask for,
 * to who sees the card.
 */
export const openConsentScan = download({
  path: '/consent-scan', operationId: 'openConsentScan', summary: '打开同意书扫描件，记入审计', query: z.object({ id }),
  errors: { ACCESS_REQUIRED }, run: openScan,
})

async function openScan(context: Context, input: { id: string }): Promise<Download> {
  mustOpenFiles(context.actor)
  const { tx, actor, installation } = context
  const consent = await tx.selectFrom('children.consents').select(['childId', 'scopeCode', 'kind', 'scanKey', 'scanMediaType', 'scanExtension'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id).executeTakeFirst()
  if (consent?.scanKey == null || consent.scanMediaType === null) throw new Refusal('NOT_FOUND')
  const sealed = await loadSealed(context, consent.childId)
  if (sealed === undefined || sealed.wrapped === null) throw new Refusal('NOT_FOUND')
  const fields = (await listLivingAccess(context, consent.childId)).flatMap((access) => access.fields)
  const missing = (['name', 'guardians'] as const).filter((field) => !fields.includes(field))
  if (missing.length > 0) return hideFromStrangers(context, consent.childId, new Refusal('ACCESS_REQUIRED', { missing }))
  await recordAudit(context, {
    verb: 'consent-scan.opened', subjectKind: 'child', subjectId: consent.childId, scopeCode: consent.scopeCode,
    details: { consentId: input.id, kind: consent.kind },
  })
  const key = keyOf(installation.masterKeys, sealed.wrapped, { cityId: actor.cityId, childId: consent.childId })
  const bytes = openBytes(key, await buffer(await (await filesOf(context)).get(consent.scanKey)), scanAad(actor.cityId, input.id))
  return { fileName: `同意书.${consent.scanExtension ?? ''}`, contentType: consent.scanMediaType, body: (async function* () { yield bytes })() }
}
