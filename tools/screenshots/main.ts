import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { loadDemoCity } from '#modules/demo/index.ts'
import { buildServer } from '#platform/http/server.ts'
import { openGround } from '#apps/server/ground.ts'
import { modules } from '#apps/server/modules.ts'
import { buildPage, openBrowser } from '#tests/journeys/browser.ts'
import { shots, type Shot } from './shots.ts'

// `npm run screenshots`: a small demo city in a folder of its own, the real server, and every picture of docs/screenshots taken anew.
// Names after the command take only these: `npm run screenshots -- child case`.

const target = path.resolve(import.meta.dirname, '../../docs/screenshots')
const limitBytes = 300_000
const wanted = process.argv.slice(2)

const folder = await mkdtemp(path.join(tmpdir(), 'xinhuo-screenshots-'))
// Started by root, PostgreSQL runs as somebody else, who has to find the way in.
await chmod(folder, 0o711)
const pageFolder = await buildPage()
const ground = await openGround({ dataFolder: folder, databaseUrl: undefined, say: ({ en }) => process.stdout.write(`${en}\n`) })
try {
  const { accounts } = await loadDemoCity({
    ownerUrl: ground.database.urls.owner, installation: ground.installation, cityCode: '511300', seed: '1', scale: 0.05,
    today: ground.clock.today(), onProgress: () => undefined,
  })
  const server = await buildServer({ modules, ground, pageFolder, requestsPerMinute: 100_000 })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser({ isLight: false })
  try {
    await mkdir(target, { recursive: true })
    for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      await take(browser, address, { shot, password: accounts.find(({ name }) => name === shot.as)?.password })
    }
  } finally {
    await browser.close()
    await server.close()
  }
} finally {
  await ground.stop()
  await rm(folder, { recursive: true, force: true })
}

async function take(browser: Browser, address: string, { shot, password }: { shot: Shot; password: string | undefined }): Promise<void> {
  const viewport = shot.at === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 800 }
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(address)
  if (password !== undefined) await signIn(page, { name: shot.as ?? '', password })
  if (shot.path !== undefined) await page.goto(`${address}${shot.path}`)
  await settle(page)
  for (const step of shot.steps ?? []) {
    await step(page)
    await settle(page)
  }
  // Nothing is drawn as if the mouse were on it.
  await page.mouse.move(0, 0)
  await page.waitForTimeout(200)
  const file = path.join(target, `${shot.name}.png`)
  await page.screenshot({ path: file })
  await context.close()
  const { size } = await stat(file)
  process.stdout.write(`${shot.name}.png  ${Math.round(size / 1000)} kB\n`)
  if (size > limitBytes) throw new Error(`${shot.name}.png is larger than ${limitBytes / 1000} kB`)
}

async function signIn(page: Page, { name, password }: { name: string; password: string }): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(name)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: '您好' }).waitFor()
}

/** Nothing is loading any more, and what appears has appeared. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('.ant-skeleton, .ant-spin-spinning, .xh-figure-waiting') === null)
  await page.waitForTimeout(300)
}
