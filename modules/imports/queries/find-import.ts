import { Refusal } from '#platform/contract/refusal.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import { mustImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { progressOf } from './progress.ts'
import type { ImportKind, ImportKinds } from './import-kind.ts'

/** A heading of the sheet, as stored. */
export type StoredHeading = { columnIndex: number; text: string; group?: string }

/** An import the actor may handle, with its kind; NOT_FOUND outside the range. */
export async function findImport(context: Context, id: string, kinds: ImportKinds): Promise<{ row: ImportRecord; kind: ImportKind }> {
  return withKind(context, await importsOf(context).where('id', '=', id).executeTakeFirst(), kinds)
}

/** The same, locked until the transaction ends. */
export async function lockImport(context: Context, id: string, kinds: ImportKinds): Promise<{ row: ImportRecord; kind: ImportKind }> {
  return withKind(context, await importsOf(context).where('id', '=', id).forUpdate().executeTakeFirst(), kinds)
}

function withKind({ actor }: Context, row: ImportRecord | undefined, kinds: ImportKinds): { row: ImportRecord; kind: ImportKind } {
  const kind = row === undefined ? undefined : kinds.get(row.kind)
  if (row === undefined || kind === undefined) throw new Refusal('NOT_FOUND')
  mustImport(actor, kind)
  return { row, kind }
}

/** The table of imports, to be narrowed. */
export function importsOf({ tx, actor }: Context) {
  return tx.selectFrom('imports.imports').selectAll().where('cityId', '=', actor.cityId)
}

/** An import as stored. */
export type ImportRecord = Awaited<ReturnType<ReturnType<typeof importsOf>['executeTakeFirstOrThrow']>>

/** An import as it crosses the wire; before it is confirmed the mapping is the proposal handed in. */
export function importOf(row: ImportRecord, proposal: Record<string, number> = {}): Import {
  return {
    id: row.id, unitCode: codeOfScope(row.scopeCode), kind: row.kind, state: row.state as Import['state'], fileName: row.fileName,
    headings: headingsOf(row).map(({ columnIndex, text, group }) => ({ columnIndex, text: group === undefined ? text : `${group}${text}` })),
    mapping: (row.mapping as Record<string, number> | null) ?? proposal, rowCount: row.rowCount, badCount: row.badCount,
    createdCount: row.createdCount, changedCount: row.changedCount, undoneCount: row.undoneCount, progress: progressOf(row.id), failure: row.failure,
    personName: row.personName, uploadedAt: row.uploadedAt.toISOString(),
  }
}

/** The headings as found at the upload. */
export const headingsOf = (row: Pick<ImportRecord, 'headings'>): StoredHeading[] => row.headings as StoredHeading[]
