import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { readRows } from '#platform/sheets/read-rows.ts'
import { mustImport } from '../access.ts'
import { importsOf, type ImportRecord } from './find-import.ts'
import type { ImportKind, ImportRow } from './import-kind.ts'
import { readStoredSheet } from './workbook-store.ts'

/** The rows of an import under its mapping. */
export async function readImportRows(context: Context, row: ImportRecord, kind: Pick<ImportKind, 'columns'>): Promise<ImportRow[]> {
  const sheet = await readStoredSheet(context, row.rowsKey)
  return [...readRows(sheet, { rowNumber: row.headerRow }, (row.mapping ?? {}) as Record<string, number>, [...kind.columns])]
}

/** What has to be known of a kind to open one of its imports. */
export type ImportForm = Pick<ImportKind, 'code' | 'columns' | 'permission'>

/** An import as the module that brings its kind knows it. */
export type KnownImport = {
  id: string; kind: string; state: ImportRecord['state']; scopeCode: string; fileName: string
  /** Opens the sealed workbook; empty when it was removed. */
  readRows: () => Promise<readonly ImportRow[]>
  /** What taking the import back did to these of its rows, by number: undone, or kept and why. Rows that made nothing are not among them. */
  readUndone: (rowNumbers: readonly number[]) => Promise<Map<number, { outcome: 'undone' | 'kept'; why: string | null }>>
}

/** For the module that brings the kinds: what the workbook of one of its imports says, while it is kept. NOT_FOUND outside the range. */
export async function openImport(context: Context, id: string, kinds: readonly ImportForm[]): Promise<KnownImport> {
  const row = await importsOf(context).where('id', '=', id).executeTakeFirst()
  const kind = kinds.find(({ code }) => code === row?.kind)
  if (row === undefined || kind === undefined) throw new Refusal('NOT_FOUND')
  mustImport(context.actor, kind)
  return {
    id: row.id, kind: row.kind, state: row.state, scopeCode: row.scopeCode.padStart(18, '0'), fileName: row.fileName,
    readRows: async () => (row.rowsKey === null ? [] : readImportRows(context, row, kind)),
    readUndone: (rowNumbers) => readUndone(context, row, rowNumbers),
  }
}

async function readUndone({ tx, actor }: Context, { id, state }: ImportRecord, rowNumbers: readonly number[]): ReturnType<KnownImport['readUndone']> {
  if (state !== 'undone' || rowNumbers.length === 0) return new Map()
  const rows = await tx.selectFrom('imports.importRows').select(['rowNumber', 'state', 'why']).where('cityId', '=', actor.cityId)
    .where('importId', '=', id).where('rowNumber', 'in', [...rowNumbers]).where('state', 'in', ['undone', 'kept']).execute()
  return new Map(rows.map((row) => [row.rowNumber, { outcome: row.state === 'kept' ? 'kept' : 'undone', why: row.why }]))
}
