export type { ImportKind, ImportRow, MadeRecord, RowProblem } from './queries/import-kind.ts'
