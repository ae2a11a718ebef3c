import { sql } from 'kysely'
import { recordAudit } from '#platform/audit/record.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { sealBytes } from '#platform/crypto/envelope.ts'
import { countPages, pdfRefusals, toPdf } from '#platform/documents/paper/pdf.ts'
import { filesOf } from '#platform/files/installation-files.ts'
import type { Context } from '#platform/http/context.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { sheetsOf } from '../exchange/archives/archive-sheets.ts'
import { findOpenPart, loadArchive, type HeldArchive, type OpenPart } from '../queries/archives/archive-rows.ts'
import { newPaperKey, paperKey } from '../queries/vouchers/paper-key.ts'
import { archivePartAad } from '../queries/archives/open-part.ts'

/** Makes the next file of an archive; each is there as soon as it is made, and the next one follows. */
export const makeArchivePart: JobDefinition = {
  name: 'make-archive-part', listensTo: ['ledger-archive.requested', 'ledger-archive.part-made'],
  run: async (context, event) => {
    if (event?.subjectId == null) return
    const archive = await loadArchive(context, event.subjectId, { isLocked: true })
    const next = archive.status === 'making' ? await findOpenPart(context, archive.id) : undefined
    if (next === undefined) return
    await sql`savepoint before_part`.execute(context.tx)
    try {
      await makePart(asReader(context), archive, next)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint before_part`.execute(context.tx)
      await fail(context, archive, error)
    }
  },
}

/** A job holds no permission; what it draws was asked for by somebody who may read the books. */
const asReader = (context: Context): Context => ({ ...context, actor: { ...context.actor, permissions: new Set(['ledger.read']) } })

async function makePart(context: Context, archive: HeldArchive, { part, firstPage }: { part: OpenPart; firstPage: number }): Promise<void> {
  const { tx, actor, now } = context
  const sheets = await sheetsOf(context, archive, part)
  // Read when there is something to lay out, not at the start of the program.
  const { renderBookPages } = await import('#platform/documents/paper/book-pages.ts')
  const pdf = await toPdf(await renderBookPages({ title: part.title, paper: part.kind === 'vouchers' ? 'half' : 'lying', firstPage, sheets }))
  const wrappedKey = newPaperKey(context, part.id)
  const sealed = sealBytes(paperKey(context, { id: part.id, wrappedKey }), pdf, archivePartAad(actor.cityId, { archiveId: archive.id, seq: part.seq }))
  const { key: fileKey } = await (await filesOf(context)).put(sealed)
  await tx.updateTable('ledger.archiveParts').set({ firstPage, pageCount: countPages(pdf), wrappedKey, fileKey })
    .where('cityId', '=', actor.cityId).where('archiveId', '=', archive.id).where('seq', '=', part.seq).execute()
  const isLast = await findOpenPart(context, archive.id) === undefined
  if (isLast) await tx.updateTable('ledger.archives').set({ status: 'ready', readyAt: now }).where('cityId', '=', actor.cityId).where('id', '=',
    archive.id).execute()
  await recordAudit(context, {
    verb: isLast ? 'ledger-archive.ready' : 'ledger-archive.part-made', subjectKind: 'ledger-archive', subjectId: archive.id, scopeCode: archive.scopeCode,
    details: { month: archive.month, part: part.seq },
  })
}

/** What a person reads where no page could be drawn. */
async function fail({ tx, actor }: Context, archive: HeldArchive, { code }: Refusal): Promise<void> {
  const known = code === 'PDF_CONVERTER_ABSENT' ? '服务器没有安装 LibreOffice，不能生成 PDF，请联系系统管理员安装后重新生成。' : pdfRefusals.PDF_CONVERSION_FAILED.message
  await tx.updateTable('ledger.archives').set({ status: 'failed', failure: known }).where('cityId', '=', actor.cityId).where('id', '=', archive.id).execute()
}
