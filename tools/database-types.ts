import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { startTestServer } from '#platform/database/embedded/test-server.ts'
import { migrateDatabase, prepareDatabase } from '#platform/database/prepare.ts'

// `npm run db:types`: writes platform/database/rows.ts from a database migrated just now. `--check` fails when the file is not what it should be.

const target = path.resolve(import.meta.dirname, '../platform/database/rows.ts')
const server = await startTestServer()
const scratch = await mkdtemp(path.join(tmpdir(), 'xinhuo-types-'))
try {
  const urls = await prepareDatabase(server.superuserUrl, 'types', { app: 'types', worker: 'types' })
  await migrateDatabase(urls)
  const out = path.join(scratch, 'rows.ts')
  await promisify(execFile)(process.execPath, [
    path.resolve(import.meta.dirname, '../node_modules/kysely-codegen/dist/cli/bin.js'), '--url', urls.owner, '--camel-case', '--dialect', 'postgres',
    '--date-parser', 'string', '--exclude-pattern', '(public|graphile_worker).*', '--out-file', out])
  const made = `// Made by \`npm run db:types\` from the migrations; do not edit.\n${await readFile(out, 'utf8')}`
  if (process.argv.includes('--check')) {
    if (made !== await readFile(target, 'utf8')) throw new Error('platform/database/rows.ts is out of date: npm run db:types')
  } else {
    await writeFile(target, made)
  }
} finally {
  await server.stop()
  await rm(scratch, { recursive: true })
}
