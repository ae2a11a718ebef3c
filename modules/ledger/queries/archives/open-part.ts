import { buffer } from 'node:stream/consumers'
import { openBytes } from '#platform/crypto/envelope.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import { paperKey } from '../vouchers/paper-key.ts'
import type { MadePart } from './archive-rows.ts'

/** What a sealed file of an archive is bound to: it opens in place of no other. */
export const archivePartAad = (cityId: number, { archiveId,
  seq }: { archiveId: string; seq: number }): string => `ledger.archive_parts/${cityId}/${archiveId}/${seq}`

/** The bytes of a file of an archive. */
export async function openPart(context: Context, archiveId: string, part: MadePart): Promise<Uint8Array> {
  const sealed = await buffer(await (await filesOf(context)).get(part.fileKey))
  return openBytes(paperKey(context, { id: part.id, wrappedKey: part.wrappedKey }), sealed, archivePartAad(context.actor.cityId, { archiveId,
    seq: part.seq }))
}
