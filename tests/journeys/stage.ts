import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildServer } from '#platform/http/server.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { verifyEverything } from '#apps/server/invariants.ts'
import { modules } from '#apps/server/modules.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testNow, testPassword, testPeople, type PersonName } from '#tests/city/people.ts'
import { buildPage, openBrowser } from './browser.ts'

export { accessibilityProblems } from './accessibility.ts'

/** Widths every page must hold at: a desk and a phone. */
export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A city, its server with the built page, and a browser. */
export type Stage = {
  city: TestCity
  /** http://127.0.0.1:PORT */
  address: string
  /** A page already signed in as one of the named people. */
  enterAs(name: PersonName, options?: { at?: keyof typeof widths }): Promise<Page>
  /** A page before the door. */
  approach(options?: { at?: keyof typeof widths }): Promise<Page>
  close(): Promise<void>
}

/**
 * Opens a stage for one test file. Where the records were laid out past the program, as no work of people
 * would leave them, `isArranged` says so: what must be true of the program's records is then not asked at the end.
 */
export async function openStage(options: { isArranged?: boolean } = {}): Promise<Stage> {
  const pageFolder = await buildPage()
  const city = await openTestCity()
  const server = await buildServer({ modules, ground: city.ground, pageFolder, requestsPerMinute: 1_000_000 })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await openBrowser()
  const approach = async (to: { at?: keyof typeof widths } = {}) => {
    const context = await contextOf(browser, to.at ?? 'desk')
    return opened(await context.newPage(), address)
  }
  return {
    city, address, approach,
    enterAs: async (name, to = {}) => {
      const context = await contextOf(browser, to.at ?? 'desk')
      const [cookieName = '', value = ''] = (await city.cookieOf(name)).split('=')
      await context.addCookies([{ name: cookieName, value, url: address }])
      return opened(await context.newPage(), address)
    },
    close: async () => {
      await tellOfOpenDialogs(browser)
      await photograph(browser)
      await browser.close()
      await server.close()
      const { broken } = options.isArranged === true ? { broken: [] } : await asWorker(city, (run) => run(verifyEverything))
      await city.close()
      // Whatever people did, what must be true at any moment is true at the end.
      if (broken.length > 0) throw new Error(`after the journey: ${broken.map(({ sentence, ids }) => `${sentence} ${ids.join(' ')}`).join('; ')}`)
    },
  }
}

/** Dialogs that nobody has closed at the end: where a journey failed, they say why. */
async function tellOfOpenDialogs(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const texts = await page.getByRole('dialog').allInnerTexts().catch(() => [])
    if (texts.length > 0) console.warn(`${new URL(page.url()).pathname}: a dialog is still open\n${texts.join('\n')}`)
  }
}

/** Whoever looks for the cause of a failure names a folder in XINHUO_PHOTOS: how every page still open looked at the end lies there. */
async function photograph(browser: Browser): Promise<void> {
  const folder = process.env['XINHUO_PHOTOS']
  if (folder === undefined) return
  const pages = browser.contexts().flatMap((context) => context.pages())
  await Promise.all(pages.map((page, at) => page.screenshot({ path: path.join(folder, `page-${at + 1}.png`) }).catch(() => undefined)))
}

/** Types name and password of one of the named people into the door. */
export async function signInAs(page: Page, name: PersonName): Promise<void> {
  const person = testPeople.find((candidate) => candidate.name === name)
  await page.getByLabel('账号', { exact: true }).fill(person?.signInName ?? '')
  await page.getByLabel('密码', { exact: true }).fill(testPassword)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Whether the page is wider than the window. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}

/** A browser as a person of the city has it: Chinese, and with the day on which tests happen on its clock. */
export async function contextOf(browser: Browser, at: keyof typeof widths): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: widths[at], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  await context.clock.setFixedTime(testNow)
  return context
}

async function opened(page: Page, address: string): Promise<Page> {
  page.setDefaultTimeout(30_000)
  page.setDefaultNavigationTimeout(60_000)
  await page.goto(address)
  return page
}
