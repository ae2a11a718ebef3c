export type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from './queries/import-kind.ts'
export { firstRestRow } from './queries/import-kind.ts'
export { openImport, type KnownImport } from './queries/read-import-rows.ts'
export { importsContract, type Import } from './contract.ts'
