import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { openBytes } from '#platform/crypto/envelope.ts'
import { unwrapKey } from '#platform/crypto/person-key.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { download, type Download } from '#platform/http/module.ts'
import { mayReadFilesOfOthers, mustReadVisitFiles } from '../access.ts'
import { fileAad } from '../queries/steps/file-aad.ts'

/** A file of a visit; that it was opened is recorded with the child. */
export const openVisitFile = download({
  path: '/phone/visit-file', operationId: 'openVisitFile', summary: '打开走访的照片或纸件，记入审计', query: z.object({ id }), run: openFile,
})

async function openFile(context: Context, input: { id: string }): Promise<Download> {
  mustReadVisitFiles(context.actor)
  const { tx, actor, installation } = context
  let asked = tx.selectFrom('phone.visitFiles').select(['childId', 'scopeCode', 'visitId', 'mediaType', 'extension', 'storeKey', 'wrappedKey'])
    .where('cityId', '=', actor.cityId).where('id', '=', input.id)
  if (!mayReadFilesOfOthers(actor)) asked = asked.where('accountId', '=', actor.accountId)
  const file = await asked.executeTakeFirst()
  if (file === undefined || file.wrappedKey === null) throw new Refusal('NOT_FOUND')
  await recordAudit(context, {
    verb: 'visit-file.opened', subjectKind: 'child', subjectId: file.childId, scopeCode: file.scopeCode, details: { visitId: file.visitId, fileId: input.id },
  })
  const key = unwrapKey(installation.masterKeys, file.wrappedKey, { cityId: String(actor.cityId), personId: input.id })
  const bytes = openBytes(key, await buffer(await (await filesOf(context)).get(file.storeKey)), fileAad(actor.cityId, input.id))
  return { fileName: `走访附件.${file.extension}`, contentType: file.mediaType, body: (async function* () { yield bytes })() }
}
