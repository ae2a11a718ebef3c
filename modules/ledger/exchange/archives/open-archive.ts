import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { id } from '#platform/contract/fields.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { download } from '#platform/http/module.ts'
import { zipParts, type ZipPart } from '#platform/sheets/zip-stream.ts'
import { mustReadBooks } from '../../access.ts'
import { listMadeParts, loadArchive, type MadePart } from '../../queries/archives/archive-rows.ts'
import { openPart } from '../../queries/archives/open-part.ts'
import { loadBook } from '../../queries/load-book.ts'

const Query = z.object({ id, seq: z.coerce.number().int().min(1).optional() })

/** An archive as one .zip, file by file as it is sent; or one of its files. */
export const openArchive = download({
  path: '/ledger-archive', operationId: 'openArchive', summary: '下载会计档案', query: Query,
  run: async (context, query) => {
    mustReadBooks(context.actor)
    const archive = await loadArchive(context, query.id)
    await loadBook(context, archive.bookId)
    const parts = await listMadeParts(context, archive.id)
    const one = parts.find(({ seq }) => seq === query.seq)
    if (query.seq === undefined ? archive.status !== 'ready' : one === undefined) throw new Refusal('NOT_FOUND')
    await recordAudit(context, {
      verb: 'statement.exported', subjectKind: 'book', subjectId: archive.bookId, scopeCode: archive.scopeCode,
      details: { table: 'archive', month: archive.month, format: one === undefined ? 'zip' : 'pdf' },
    })
    if (one !== undefined) {
      const bytes = await openPart(context, archive.id, one)
      return { fileName: `${archive.month}${one.title}.pdf`, contentType: 'application/pdf', body: (async function* () { yield bytes })() }
    }
    return { fileName: `会计档案${archive.month}.zip`, contentType: 'application/zip', body: zipParts(filesOf(context, archive.id, parts)) }
  },
})

async function* filesOf(context: Context, archiveId: string, parts: readonly MadePart[]): AsyncGenerator<ZipPart> {
  for (const part of parts) {
    const bytes = await openPart(context, archiveId, part)
    yield { name: `${String(part.seq).padStart(3, '0')}-${part.title}.pdf`, content: (async function* () { yield bytes })() }
  }
}
