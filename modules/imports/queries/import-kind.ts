import type { Context } from '#platform/http/context.ts'
import type { ColumnSpec } from '#platform/sheets/find-header.ts'
import type { TableRow } from '#platform/sheets/read-rows.ts'

/** A row of the user's table by the keys of the kind's columns. */
export type ImportRow = TableRow

/** Why a row cannot be imported; the message names no value of the row, because it is stored. */
export type RowProblem = {
  rowNumber: number
  /** Key of the column; absent when the whole row is meant. */
  key?: string
  message: string
}

/** A record a row made, or one that stood already and the row changed, as it was after that. */
export type MadeRecord = {
  rowNumber: number
  recordId: string
  version: number
  /** What a changed record was before, as its kind needs it to set it back; absent where the row made the record. */
  before?: Readonly<Record<string, unknown>>
}

/** What the good rows would do; the others of them say what is registered already. */
export type ImportPreview = { created: number; changed: number }

/**
 * What can be imported. The module that owns the records describes it and apps/ hands it to the imports module, which knows
 * no register. Access has been checked and the rows belong to the unit of `context.actor` whenever these functions are called;
 * a commit may run in the background under the same person and unit.
 */
export type ImportKind = {
  /** Name in addresses, e.g. volunteers. */
  code: string
  /** Chinese name of the records. */
  title: string
  columns: readonly ColumnSpec[]
  permission: string
  /** Problems of all rows at once: also those between rows, and with what is registered already, by few statements. */
  checkRows: (context: Context, rows: readonly ImportRow[]) => Promise<RowProblem[]>
  /** What the rows without problems would do; without it each makes a record. */
  previewRows?: (context: Context, rows: readonly ImportRow[]) => Promise<ImportPreview>
  /** Writes rows without problems, with facts and one audit row each. A row that says what is registered already is left out of the answer. */
  commitRows: (context: Context, rows: readonly ImportRow[], importId: string) => Promise<MadeRecord[]>
  /** Takes or sets back what nobody has changed or used since; the figures follow. */
  undoRows: (context: Context, made: readonly MadeRecord[]) => Promise<{ kept: { rowNumber: number; why: string }[] }>
  /** For a kind whose differences are decided one by one, by people and over days, between check and commit. */
  comparison?: ImportComparison
}

/** Rows are compared with the register first and written as somebody decided. */
export type ImportComparison = {
  /** Page on which the differences are decided; `$id` stands for the import. */
  page: string
  /** Compares the rows without problems at each check, what was decided before is kept; answers what there is to decide. */
  prepare: (context: Context, importId: string, rows: readonly ImportRow[]) => Promise<ImportPreview>
  /** How many differences still wait for a decision. */
  countUndecided: (context: Context, importId: string) => Promise<number>
  /** Carries out what was decided about records that stand on no row; their row numbers begin at `firstRestRow`. */
  commitRest: (context: Context, importId: string) => Promise<MadeRecord[]>
}

/** No workbook has so many rows: from here on stand the records that no row names. */
export const firstRestRow = 2_000_001

/** The kinds of this program, by their codes. */
export type ImportKinds = ReadonlyMap<string, ImportKind>
