import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { buildServer } from '#platform/http/server.ts'
import { modules } from '#apps/server/modules.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword, testPeople, type PersonName } from '#tests/city/people.ts'
import { findBrowser } from '../../tools/browser.ts'

/** Widths every page must hold at: a desk and a phone. */
export const widths = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A city, its server with the built page, and a browser. */
export type Stage = {
  city: TestCity
  /** http://127.0.0.1:PORT */
  address: string
  /** A page already signed in as one of the named people. */
  enterAs(name: PersonName, options?: { at?: keyof typeof widths; textSize?: string }): Promise<Page>
  /** A page before the door. */
  approach(options?: { at?: keyof typeof widths }): Promise<Page>
  close(): Promise<void>
}

// A closed network refuses the browser's own calls home; without these flags they cost every start some seconds.
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Opens a stage for one test file. */
export async function openStage(): Promise<Stage> {
  await promisify(execFile)(process.execPath, [path.resolve(import.meta.dirname, '../../tools/build-page.ts')])
  const city = await openTestCity()
  const server = await buildServer({ modules, ground: city.ground, pageFolder: path.resolve(import.meta.dirname, '../../dist/web'), requestsPerMinute: 1_000_000 })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('no chromium: see tools/browser.ts')
  const browser = await chromium.launch({ executablePath, args: flags })
  const approach = async (options: { at?: keyof typeof widths } = {}) => (await contextOf(browser, options.at ?? 'desk')).newPage().then((page) => opened(page, address))
  return {
    city, address, approach,
    enterAs: async (name, options = {}) => {
      const context = await contextOf(browser, options.at ?? 'desk')
      const [cookieName = '', value = ''] = (await city.cookieOf(name)).split('=')
      await context.addCookies([{ name: cookieName, value, url: address }])
      if (options.textSize !== undefined) await context.addInitScript((size) => localStorage.setItem('xinhuo.textSize', size), options.textSize)
      return opened(await context.newPage(), address)
    },
    close: async () => {
      await browser.close()
      await server.close()
      await city.close()
    },
  }
}

/** Types name and password of one of the named people into the door. */
export async function signInAs(page: Page, name: PersonName): Promise<void> {
  const person = testPeople.find((candidate) => candidate.name === name)
  await page.getByLabel('用户名').fill(person?.signInName ?? '')
  await page.getByLabel('密码', { exact: true }).fill(testPassword)
  await page.getByRole('button', { name: '登录' }).click()
}

/** What axe (WCAG 2.2 A and AA) finds on the page, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')}`))
}

/** Whether the page is wider than the window. */
export async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
}

async function contextOf(browser: Browser, at: keyof typeof widths): Promise<BrowserContext> {
  return browser.newContext({ viewport: widths[at], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
}

async function opened(page: Page, address: string): Promise<Page> {
  page.setDefaultTimeout(15_000)
  await page.goto(address)
  return page
}
