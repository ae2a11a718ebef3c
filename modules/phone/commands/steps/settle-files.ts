import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { openBytes, sealBytes } from '#platform/crypto/envelope.ts'
import { newId } from '#platform/crypto/id.ts'
import { newWrappedKey, unwrapKey } from '#platform/crypto/person-key.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import { FileRefusal } from '#platform/files/refusal.ts'
import { sniffFile, type FileKind } from '#platform/files/sniff.ts'
import type { Context } from '#platform/http/context.ts'
import { largestFileBytes } from '../../contract.ts'
import { fileAad } from '../../queries/steps/file-aad.ts'

type Part = {
  id: string; accountId: string; personName: string; fileId: string; part: number; parts: number; sha256: string; wrappedKey: Buffer; sealed: Buffer
}
type OfVisit = { deviceId: string; itemId: string; visitId: string }
type Visit = { scopeCode: string; childId: string }

/**
 * Puts together the files of a visit of which all parts are in, judges them by their bytes and lays them beside the visit. Gives the ids of those that
 * are not taken; what is still on its way waits. Where the visit lies in another range by now, the parts wait too.
 */
export async function settleFiles(context: Context, of: OfVisit): Promise<string[]> {
  const visit = await findVisit(context, of.visitId)
  if (visit === undefined) return []
  const { rows } = await sql<Part>`select * from access.take_file_parts(${of.deviceId}, ${of.itemId})`.execute(context.tx)
  const refused: string[] = []
  for (const [fileId, parts] of Map.groupBy(rows, (row) => row.fileId)) {
    if (parts.length < (parts[0]?.parts ?? 0)) continue
    if (!await settleFile(context, { ...of, visit, parts })) refused.push(fileId)
    await sql`select access.drop_file_parts(${of.deviceId}, ${fileId})`.execute(context.tx)
  }
  return refused
}

async function findVisit({ tx, actor }: Context, visitId: string): Promise<Visit | undefined> {
  const { rows } = await sql<Visit>`select lpad(v.scope_code::text, 18, '0') as scope_code, v.child_id from care.published_visits v
    where v.city_id = ${actor.cityId} and v.id = ${visitId}`.execute(tx)
  return rows[0]
}

async function settleFile(context: Context, { deviceId, visitId, visit, parts }: OfVisit & { visit: Visit; parts: Part[] }): Promise<boolean> {
  const { tx, actor, installation, now } = context
  const [first] = parts
  const bytes = Buffer.concat(parts.map((part) => openPart(context, part)))
  const kind = kindOf(bytes)
  if (first === undefined || kind === undefined || createHash('sha256').update(bytes).digest('hex') !== first.sha256) return false
  const id = newId()
  const { dataKey, wrapped } = newWrappedKey(installation.masterKeys, { cityId: String(actor.cityId), personId: id })
  const { key } = await (await filesOf(context)).put(sealBytes(dataKey, bytes, fileAad(actor.cityId, id)))
  await tx.insertInto('phone.visitFiles').values({
    cityId: actor.cityId, id, scopeCode: visit.scopeCode, visitId, childId: visit.childId, accountId: first.accountId, personName: first.personName, deviceId,
    fileId: first.fileId, mediaType: kind.mediaType, extension: kind.extension, sizeBytes: bytes.length, storeKey: key, wrappedKey: wrapped, addedAt: now,
  }).onConflict((conflict) => conflict.columns(['cityId', 'deviceId', 'fileId']).doNothing()).execute()
  await recordAudit(context, {
    verb: 'visit-file.added', subjectKind: 'visit', subjectId: visitId, scopeCode: visit.scopeCode, details: { fileId: id, extension: kind.extension },
  })
  return true
}

/** A photograph or a page, not too large; undefined for anything else. */
function kindOf(bytes: Buffer): FileKind | undefined {
  try {
    const kind = sniffFile(bytes)
    return kind.family === 'office' || bytes.length > largestFileBytes ? undefined : kind
  } catch (error) {
    if (error instanceof FileRefusal) return undefined
    throw error
  }
}

function openPart({ actor, installation }: Context, { id, wrappedKey, sealed }: Part): Buffer {
  return openBytes(unwrapKey(installation.masterKeys, wrappedKey, { cityId: String(actor.cityId), personId: id }), sealed, partAad(id))
}

/** What the sealed bytes of a part are bound to. */
export const partAad = (id: string): string => `phone.file-part\0${id}`
