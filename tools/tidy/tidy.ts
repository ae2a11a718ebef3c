import { pathToFileURL } from 'node:url'
import { cityId } from './database/city-id.ts'
import { comments } from './database/comments.ts'
import { concatenatedSql } from './database/concatenated-sql.ts'
import { migrationNames } from './database/migration-names.ts'
import { ownSchema } from './database/own-schema.ts'
import { unchangedMigrations } from './database/unchanged-migrations.ts'
import { fileLength } from './files/file-length.ts'
import { fileNames } from './files/file-names.ts'
import { folderSize } from './files/folder-size.ts'
import { functionLength } from './files/function-length.ts'
import { lineLength } from './files/line-length.ts'
import { toDos } from './files/to-dos.ts'
import { commandHasTest } from './modules/command-has-test.ts'
import { commandNamesAccess } from './modules/command-names-access.ts'
import { indexExports } from './modules/index-exports.ts'
import { operationBound } from './modules/operation-bound.ts'
import { pureRules } from './modules/pure-rules.ts'
import { standardParts } from './modules/standard-parts.ts'
import { readTree, type Check, type Finding, type Tree } from './tree.ts'
import { bothLanguages } from './words/both-languages.ts'
import { glossary } from './words/glossary.ts'

/** What tidy looks at, in the order in which it reports. */
const checks: Record<string, Check> = {
  'file-length': fileLength, 'function-length': functionLength, 'line-length': lineLength, 'folder-size': folderSize,
  'file-names': fileNames, 'to-dos': toDos,
  'standard-parts': standardParts, 'command-has-test': commandHasTest, 'command-names-access': commandNamesAccess,
  'operation-bound': operationBound, 'index-exports': indexExports, 'pure-rules': pureRules,
  comments, 'migration-names': migrationNames, 'unchanged-migrations': unchangedMigrations,
  'own-schema': ownSchema, 'city-id': cityId, 'concatenated-sql': concatenatedSql,
  glossary, 'both-languages': bothLanguages,
}

/** Everything that is not tidy, each with the name of the check that says so. */
export const untidy = (tree: Tree): (Finding & { check: string })[] =>
  Object.entries(checks).flatMap(([name, check]) => check(tree).map(finding => ({ ...finding, check: name })))

function main() {
  const findings = untidy(readTree('.'))
  for (const { check, file, line, message } of findings) console.log(`${file}${line ? `:${line}` : ''} ${message} (${check})`)
  console.log(findings.length === 0 ? `tidy: ${Object.keys(checks).length} checks, nothing to say` : `tidy: ${findings.length} findings`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main()
