import type { z } from 'zod'
import { cursorOf, encodeCursor } from '#platform/contract/paging.ts'
import type { Context } from '#platform/http/context.ts'
import { codeOfScope } from '#platform/values/scope-code.ts'
import type { ImportProblem, importsContract } from '../contract.ts'
import { findImport, type ImportRecord } from './find-import.ts'
import type { ImportKind, ImportKinds } from './import-kind.ts'

type Input = z.output<NonNullable<(typeof importsContract.listImportProblems)['~orpc']['inputSchema']>>
type StoredProblem = { key?: string; message: string }

/** Bad rows in the order of the sheet. */
export async function listImportProblems(context: Context, input: Input,
  kinds: ImportKinds): Promise<{ items: ImportProblem[]; next: string | null; total: number }> {
  const { row, kind } = await findImport(context, input.id, kinds)
  const after = Number(cursorOf(input.after, 'number')?.[0] ?? 0)
  const rows = await context.tx.selectFrom('imports.importRows').select(['rowNumber', 'problems'])
    .where('cityId', '=', context.actor.cityId).where('importId', '=', row.id).where('state', '=', 'bad').where('rowNumber', '>', after)
    .orderBy('rowNumber').limit(input.limit + 1).execute()
  const shown = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? shown.at(-1) : undefined
  const titleOf = titlesOf(kind)
  return {
    items: shown.map(({ rowNumber, problems }) => ({
      id: String(rowNumber), unitCode: codeOfScope(row.scopeCode), rowNumber,
      problems: (problems as StoredProblem[]).map(({ key, message }) => ({ column: key === undefined ? null : titleOf(key), message })),
    })),
    next: last === undefined ? null : encodeCursor([last.rowNumber]), total: row.badCount ?? 0,
  }
}

/** All problems with the column of the user's sheet in which each stands, to mark the workbook. */
export async function readSheetProblems({ tx, actor }: Context, row: ImportRecord): Promise<{ rowNumber: number; columnIndex?: number; message: string }[]> {
  const mapping = (row.mapping ?? {}) as Record<string, number>
  const rows = await tx.selectFrom('imports.importRows').select(['rowNumber', 'problems'])
    .where('cityId', '=', actor.cityId).where('importId', '=', row.id).where('state', '=', 'bad').orderBy('rowNumber').execute()
  return rows.flatMap(({ rowNumber, problems }) => (problems as StoredProblem[]).map(({ key, message }) => {
    const columnIndex = key === undefined ? undefined : mapping[key]
    return { rowNumber, message, ...(columnIndex === undefined ? {} : { columnIndex }) }
  }))
}

const titlesOf = (kind: ImportKind) => (key: string) => kind.columns.find((column) => column.key === key)?.title ?? null
