import { isRefusal, Refusal } from '#platform/ui/api/refusal.ts'
import { uploadFile } from '#platform/ui/api/upload.ts'
import type { ImportCallbacks, ImportSheet } from '#platform/ui/wizard/import-wizard.ts'
import type { importsContract } from '../contract.ts'
import type { z } from 'zod'
import { client, type ShownImport } from './api.ts'
import type { words } from './words.ts'

type Uploaded = z.infer<NonNullable<(typeof importsContract.uploadImport)['~orpc']['outputSchema']>>
type Named = { key: string; label: string }

/** The way to where differences are decided before anything is written; undefined for kinds that are imported at once. */
export type OpenComparison = ((importId: string) => Promise<void>) | undefined

/** What the wizard of the kit asks for, answered by the imports of this server. */
export const callbacksFor = (
  kind: string, fields: readonly Named[], texts: (typeof words)['en'], openComparison?: OpenComparison,
): ImportCallbacks => ({
  upload: async (file, onProgress) => sheetOf(await say(uploadFile('/imports', file, { fields: { kind }, onProgress })) as Uploaded),
  preview: async (importId, mapping) => {
    const checked = await say(client.setMapping({ id: importId, mapping: Object.fromEntries(fields.map(({ key }) => [key, columnOf(mapping[key])])) }))
    const { items } = await client.listImportProblems({ id: importId, limit: 50 })
    const problems = items.flatMap(({ rowNumber, problems: found }) =>
      found.map(({ column, message }) => ({ row: rowNumber, column: column ?? undefined, message })))
    const bad = checked.badCount ?? 0
    const { created, changed, unchanged } = checked.preview
    const note = texts.previewNote(created, changed, unchanged)
    return {
      good: created + changed, bad, problems, ...(openComparison !== undefined ? { note: texts.comparisonNote(created, changed), next: texts.compare }
        : changed + unchanged > 0 ? { note } : {}),
      ...(bad > 0 ? { markedFileUrl: `/api/import-workbook?id=${importId}` } : {}),
    }
  },
  commit: async (importId, _mapping, onProgress) => {
    if (openComparison !== undefined) {
      await openComparison(importId)
      return { created: 0, updated: 0, canUndo: false }
    }
    const done = await untilCommitted(await say(client.commitImport({ id: importId })), onProgress)
    return { created: done.createdCount, updated: done.changedCount, canUndo: true }
  },
  undo: async (importId) => {
    const { undoneCount, kept } = await say(client.undoImport({ id: importId }))
    return { undone: undoneCount, left: kept.map(({ rowNumber, why }) => ({ label: texts.row(rowNumber), reason: why })) }
  },
})

const columnOf = (key: string | undefined) => (key === undefined || key === '' ? null : Number(key))

function sheetOf(uploaded: Uploaded): ImportSheet {
  return {
    importId: uploaded.id,
    columns: uploaded.headings.map(({ columnIndex, text }) => ({ key: String(columnIndex), heading: text, sample: uploaded.samples[String(columnIndex)] })),
    suggested: Object.fromEntries(Object.entries(uploaded.mapping).map(([field, columnIndex]) => [field, String(columnIndex)])),
  }
}

/** A large import runs in the background; its progress is asked for until it has ended. */
async function untilCommitted(started: ShownImport, onProgress: (percent: number) => void): Promise<ShownImport> {
  let now = started
  while (now.state === 'committing') {
    onProgress(now.progress === null ? 0 : Math.round((now.progress.done / Math.max(now.progress.total, 1)) * 100))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    now = await client.getImport({ id: now.id })
  }
  if (now.failure !== null) throw new Refusal({ code: 'IMPORT_FAILED', message: now.failure, status: 409 })
  return now
}

/** The wizard shows one sentence: that of the first wrong field says more than that there is one. */
async function say<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (problem) {
    if (!isRefusal(problem, 'INVALID_INPUT') || problem.issues?.[0] === undefined) throw problem
    throw new Refusal({ code: problem.code, message: problem.issues[0].message, status: problem.status, data: problem.data })
  }
}
