import { defineModule, type ModuleDefinition } from '#platform/http/module.ts'
import { commitImport } from './commands/commit-import.ts'
import { setMapping } from './commands/set-mapping.ts'
import { undoImport } from './commands/undo-import.ts'
import { uploadImport } from './commands/upload-import.ts'
import { importsContract } from './contract.ts'
import { annotatedWorkbook } from './exchange/annotated-workbook.ts'
import { templateWorkbook } from './exchange/template-workbook.ts'
import { commitImportJob } from './jobs/commit-import.ts'
import { removeWorkbooks } from './jobs/remove-workbooks.ts'
import { getImport } from './queries/get-import.ts'
import type { ImportKind } from './queries/import-kind.ts'
import { listImportKinds } from './queries/list-import-kinds.ts'
import { listImportProblems } from './queries/list-import-problems.ts'
import { listImports } from './queries/list-imports.ts'

/** 导入, as apps/ assemble it: with the kinds that other modules bring. */
export function makeImportsModule(given: readonly ImportKind[]): ModuleDefinition {
  const kinds = new Map(given.map((kind) => [kind.code, kind]))
  return defineModule({
    name: 'imports',
    contract: importsContract,
    operations: {
      listImportKinds: (context) => listImportKinds(context, kinds),
      uploadImport: (context, input) => uploadImport(context, input, kinds),
      listImports: (context, input) => listImports(context, input, kinds),
      getImport: (context, input) => getImport(context, input, kinds),
      setMapping: (context, input) => setMapping(context, input, kinds),
      listImportProblems: (context, input) => listImportProblems(context, input, kinds),
      commitImport: (context, input) => commitImport(context, input, kinds),
      undoImport: (context, input) => undoImport(context, input, kinds),
    },
    downloads: [annotatedWorkbook(kinds), templateWorkbook(kinds)],
    jobs: [commitImportJob(kinds), removeWorkbooks],
  })
}
