import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

// Builds the two pages into dist/web, during `npm ci` and by `npm run build`. What a page is made of is hashed: the same content is not built twice.

/** A page: where it is assembled, where it lies when built, what it is made of. */
type BuiltPage = { app: string; folder: string; sources: string[] }

const root = path.resolve(import.meta.dirname, '..')
const desk: BuiltPage = {
  app: 'web', folder: 'dist/web',
  sources: ['apps/web/**/*', 'modules/*/{contract.ts,index.ts,rules/**/*.ts,web/**/*}', 'platform/{ui,values,contract}/**/*'],
}
const phone: BuiltPage = {
  app: 'phone', folder: 'dist/web/m',
  sources: ['apps/phone/**/*', 'modules/phone/contract/**/*.ts', 'platform/{ui/api,values}/**/*.ts'],
}
const always = process.argv.includes('--always')
// The desk page is built into the folder around the phone page and empties it first.
const isDeskNew = await build(desk, always)
await build(phone, always || isDeskNew)

async function build(page: BuiltPage, isWanted: boolean): Promise<boolean> {
  const stamp = path.join(root, 'dist', `${page.app}.hash`)
  const hash = await hashOf(page)
  const isBuilt = existsSync(path.join(root, page.folder, 'index.html')) && await readFile(stamp, 'utf8').catch(() => '') === hash
  if (isBuilt && !isWanted) return false
  process.stdout.write(page === desk ? '正在生成网页…  Building the page…\n' : '正在生成手机页面…  Building the phone page…\n')
  const config = `apps/${page.app}/vite.config.ts`
  await promisify(execFile)(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', config,
    // A test runner calls this too: without the word, the page would be one for tests, with ids that are not unique.
    '--logLevel', 'warn'], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  await mkdir(path.dirname(stamp), { recursive: true })
  await writeFile(stamp, hash)
  return true
}

async function hashOf(page: BuiltPage): Promise<string> {
  const files = ['package-lock.json']
  for await (const file of glob(page.sources, { cwd: root, withFileTypes: true })) {
    if (file.isFile() && !file.name.includes('.test.')) files.push(path.relative(root, path.join(file.parentPath, file.name)))
  }
  const digest = createHash('sha256')
  for (const file of new Set(files.toSorted())) digest.update(file).update('\0').update(await readFile(path.join(root, file))).update('\0')
  return digest.digest('hex')
}
