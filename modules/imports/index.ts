export type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from './queries/import-kind.ts'
