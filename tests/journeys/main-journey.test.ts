import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { arrangeCareInVillage, ask } from './arrange.ts'
import { openStage, signInAs, type Stage } from './stage.ts'

const label = '佟某'

describe('from the village to the yearly report', () => {
  let stage: Stage
  let city: Page
  beforeAll(async () => {
    stage = await openStage()
    await arrangeCareInVillage(stage)
    city = await stage.enterAs('陈主任')
  })
  afterAll(() => stage.close())

  it('a visit recorded in the village is seen by the town, counted by the city, opened from the figure and carried into the report', async () => {
    const before = await visitsMade(city)
    const village = await stage.approach({ at: 'phone' })
    await signInAs(village, '孙主任')
    await village.getByRole('button', { name: `记录走访：${label}` }).first().click()
    await village.getByLabel('走访记录').fill('奶奶身体好，孩子作业写完了。')
    await village.getByRole('button', { name: '记录走访', exact: true }).click()
    await village.getByRole('heading', { name: '走访已记录' }).waitFor()

    const town = await stage.enterAs('赵干事')
    await town.goto(`${stage.address}/visits`)
    await town.getByRole('link', { name: `2026-03-16 ${label}` }).waitFor()

    expect(await visitsMade(city)).toBe(before + 1)
    await expectReport(city, before + 1)
    await city.getByRole('link', { name: `${before + 1}人次` }).first().click()
    await city.getByRole('heading', { level: 1, name: '走访人次' }).waitFor()
    await city.getByRole('link', { name: label }).click()
    await city.getByRole('heading', { level: 1, name: `2026-03-16 走访` }).waitFor()
    expect(await city.textContent('main')).toContain('孙主任')
  })

  it('is recorded without a mouse: Tab, arrows, Enter', async () => {
    const before = await visitsMade(city)
    const page = await stage.approach()
    await page.getByLabel('账号', { exact: true }).waitFor()
    await reach(page, page.getByLabel('账号', { exact: true }))
    await page.keyboard.type('sun')
    await reach(page, page.getByLabel('密码', { exact: true }))
    await page.keyboard.type('xinhuo-2026')
    await page.keyboard.press('Enter')
    await press(page, page.getByRole('navigation').getByRole('link', { name: '走访记录' }))
    await press(page, page.getByRole('main').getByRole('link', { name: '记录走访' }))
    await press(page, page.getByRole('button', { name: label }))
    await recordByKeyboard(page)
    await page.getByRole('heading', { name: '走访已记录' }).waitFor()
    expect(await visitsMade(city)).toBe(before + 1)
    const { items } = await ask(stage, '孙主任', { method: 'GET', path: '/visits?medium=phone' })
    expect(items).toMatchObject([{ medium: 'phone', minutes: 20, outcome: 'made', madeOn: '2026-03-15', hasNote: true }])
  })

  it('on a phone the filters of a list wait behind a button, which says how many are chosen', async () => {
    const page = await stage.enterAs('孙主任', { at: 'phone' })
    await page.goto(`${stage.address}/visits`)
    await page.getByRole('link', { name: `2026-03-16 ${label}` }).waitFor()
    expect(await page.getByLabel('方式', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: '筛选', exact: true }).click()
    await page.getByLabel('方式', { exact: true }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '筛选（已选1项）', expanded: true }).click()
    expect(await page.getByLabel('方式', { exact: true }).count()).toBe(0)
    expect(new URL(page.url()).searchParams.get('medium')).toBe('home')
  })

  async function visitsMade(page: Page): Promise<number> {
    await page.goto(`${stage.address}/figures?period=2026`)
    const link = page.getByRole('link', { name: /^走访人次 .*，看明细$/ })
    return Number(/走访人次 ([\d,]+)/.exec(await link.getAttribute('aria-label') ?? '')?.[1]?.replaceAll(',', ''))
  }

  async function expectReport(page: Page, visits: number): Promise<void> {
    await page.getByRole('link', { name: '年度报告' }).first().click()
    await page.getByRole('link', { name: `${visits}人次` }).first().waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 .docx' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const file = await readFile(await download.path())
    expect(file.subarray(0, 2).toString()).toBe('PK')
    expect(docxParagraphs(file).map(({ text }) => text).join('\n')).toContain(`${visits}人次`)
  }
})

/** One screen: by telephone, yesterday, twenty minutes, a note. */
async function recordByKeyboard(page: Page): Promise<void> {
  const form = page.locator('form')
  await form.waitFor()
  await press(page, form.getByRole('button', { name: '昨天' }))
  await reach(page, form.getByRole('radio', { name: '上门' }))
  await page.keyboard.press('ArrowRight')
  await reach(page, form.getByLabel('时长（分钟）'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('20')
  await reach(page, form.getByLabel('走访记录'))
  await page.keyboard.type('电话里说一切都好。')
  await press(page, form.getByRole('button', { name: '记录走访', exact: true }))
}

/** Goes to an element by Tab and presses Enter on it. */
async function press(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  await reach(page, wanted)
  await page.keyboard.press('Enter')
}

/** Presses Tab until the element has the focus; fails when the keyboard cannot get there. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(wanted)}`)
}
