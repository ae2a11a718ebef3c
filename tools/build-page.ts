import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

// Builds the page into dist/web, during `npm ci` and by `npm run build`. What the page is made of is hashed: the same content is not built twice.

const root = path.resolve(import.meta.dirname, '..')
const stamp = path.join(root, 'dist', 'web.hash')
const hash = await hashOfSources()
const isBuilt = existsSync(path.join(root, 'dist/web/index.html')) && await readFile(stamp, 'utf8').catch(() => '') === hash

if (!isBuilt || process.argv.includes('--always')) {
  process.stdout.write('正在生成网页…  Building the page…\n')
  await promisify(execFile)(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'apps/web/vite.config.ts',
    // A test runner calls this too: without the word, the page would be one for tests, with ids that are not unique.
    '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
}

async function hashOfSources(): Promise<string> {
  const files = ['package-lock.json']
  for await (const file of glob(['apps/web/**/*', 'modules/*/{contract.ts,index.ts,rules/**/*.ts,web/**/*}', 'platform/{ui,values,contract}/**/*'],
    { cwd: root, withFileTypes: true })) {
    if (file.isFile() && !file.name.includes('.test.')) files.push(path.relative(root, path.join(file.parentPath, file.name)))
  }
  const digest = createHash('sha256')
  for (const file of files.toSorted()) digest.update(file).update('\0').update(await readFile(path.join(root, file))).update('\0')
  return digest.digest('hex')
}
