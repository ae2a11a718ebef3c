import { writeFileSync } from 'node:fs'
import { migrationsOf } from './tidy/sql.ts'
import { readTree } from './tidy/tree.ts'
import { CHECKSUMS, checksumOf, readChecksums, unchangedMigrations } from './tidy/database/unchanged-migrations.ts'

// Run when a branch is merged: from now on its migrations may not change. Refuses when a merged one has changed.
const tree = readTree('.')
const findings = unchangedMigrations(tree)
if (findings.length > 0) {
  for (const { file, message } of findings) console.error(`${file}: ${message}`)
  process.exitCode = 1
} else {
  const sealed = readChecksums(tree)
  const fresh = migrationsOf(tree).filter(file => !((file.split('/').at(-1) ?? '') in sealed))
  for (const file of fresh) sealed[file.split('/').at(-1) ?? ''] = checksumOf(tree.text(file))
  writeFileSync(CHECKSUMS, `${JSON.stringify(sealed, null, 2)}\n`)
  console.log(`${fresh.length} new migrations sealed, ${Object.keys(sealed).length} in all`)
}
