export type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from './queries/import-kind.ts'
export { checkAgainOn } from './commands/steps/check-again.ts'
export { firstRestRow } from './queries/import-kind.ts'
export { openImport, type KnownImport } from './queries/read-import-rows.ts'
