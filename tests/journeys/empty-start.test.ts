import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { modules } from '#apps/server/modules.ts'
import { prepareActivation } from '#modules/accounts/index.ts'
import { buildServer } from '#platform/http/server.ts'
import { openEmptyInstallation, type EmptyInstallation } from '#tests/city/empty.ts'
import { testNow } from '#tests/city/people.ts'
import { buildPage, openBrowser } from './browser.ts'
import { accessibilityProblems, contextOf } from './stage.ts'

const password = 'xinhuo2026'
const administrators = [['system-admin', '严工', 'yan'], ['security-admin', '华工', 'hua'], ['audit-admin', '金工', 'jin']] as const

describe('an empty installation', () => {
  let installation: EmptyInstallation
  let browser: Browser
  let codes: Map<string, string>
  let address: string
  let stop: () => Promise<unknown>
  beforeAll(async () => {
    installation = await openEmptyInstallation(testNow)
    codes = new Map((await prepareActivation(installation.ground)).map(({ role, code }) => [role, code]))
    const server = await buildServer({ modules, ground: installation.ground, pageFolder: await buildPage(), requestsPerMinute: 1_000_000 })
    address = await server.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
    stop = () => server.close()
  })
  afterAll(async () => {
    await browser.close()
    await stop()
    await installation.close()
  })

  it('is set up by three people with three codes, gets its city, and its first office worker begins', async () => {
    const page = await (await contextOf(browser, 'desk')).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(address)
    await page.getByRole('heading', { level: 1, name: '初始设置' }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    for (const [role, personName, signInName] of administrators) await activate(page, { code: codes.get(role) ?? '', personName, signInName })
    await chooseCity(page)
    await signIn(page, { name: 'hua', password })
    await page.getByRole('heading', { level: 1, name: '华工' }).waitFor()
    await page.getByRole('link', { name: '人员与账号' }).click()
    await page.getByRole('button', { name: '表格导入' }).click()
    await page.getByRole('heading', { level: 1, name: '导入工作人员' }).waitFor()

    const first = await openAccount(page)
    const office = await (await contextOf(browser, 'phone')).newPage()
    await office.goto(address)
    await signIn(office, { name: 'tao', password: first })
    await office.getByRole('heading', { level: 1, name: '请先设置您自己的密码' }).waitFor()
    await office.getByLabel('现在的密码').fill(first)
    await office.getByLabel('新密码', { exact: true }).fill('guangong2026')
    await office.getByLabel('再输一次新密码').fill('guangong2026')
    await office.getByRole('button', { name: '修改密码' }).click()
    await office.getByRole('heading', { level: 1, name: '陶干事，您好' }).waitFor()
    expect(await office.textContent('main')).toContain('南充市')
  })

  /** The security administrator opens the first account and gives it the office of the city. */
  async function openAccount(page: Page): Promise<string> {
    const post = async (path: string, data: object) => {
      const answer = await page.request.post(`${address}/api${path}`, { data, headers: { origin: address } })
      expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true)
      return answer.json() as Promise<{ account: { id: string }; firstPassword: string }>
    }
    const units = await (await page.request.get(`${address}/api/units?limit=1`)).json() as { items: { id: string }[] }
    const unitId = units.items[0]?.id
    const { account, firstPassword } = await post('/accounts', { personName: '陶干事', signInName: 'tao', unitId })
    await post(`/accounts/${account.id}/grants`, { unitId, roleCode: 'office' })
    return firstPassword
  }
})

async function activate(page: Page, who: { code: string; personName: string; signInName: string }): Promise<void> {
  const form = page.locator('form#activate')
  await form.getByLabel('激活码').fill(who.code)
  await form.getByLabel('姓名').fill(who.personName)
  await form.getByLabel('用户名').fill(who.signInName)
  await form.getByLabel('密码', { exact: true }).fill(password)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/setup/activate'))
  await form.getByRole('button', { name: '激活管理员' }).click()
  expect((await answered).status()).toBe(201)
}

async function chooseCity(page: Page): Promise<void> {
  const form = page.locator('form#city')
  await form.getByLabel('城市').fill('南充')
  await page.getByRole('option', { name: /南充市/ }).or(page.locator('.ant-select-item-option', { hasText: '南充市' })).last().click()
  await form.getByLabel('用户名').fill('Yan')
  await form.getByLabel('密码', { exact: true }).fill(password)
  await form.getByRole('button', { name: '建立' }).click()
  await page.getByText(/南充市已建立，共 \d{4,5} 个单位/).waitFor()
  await page.getByRole('button', { name: '去登录' }).click()
}

async function signIn(page: Page, who: { name: string; password: string }): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(who.name)
  await page.getByLabel('密码', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
