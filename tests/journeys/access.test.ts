import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { testNow } from '#tests/city/people.ts'
import { modules } from '#apps/server/modules.ts'
import { registerChild } from './arrange.ts'
import { accessibilityProblems, openStage, type Stage } from './stage.ts'

const child = { name: '佟小川', label: '佟某' }
const refusal = '核对地址请先问村里，不需要打开档案。'

// 赵干事 of the town wants to read what the village sealed; 冯科长 of the county answers for the data of minors, sees who read, and accounts for it once a year.
describe('access to the full file of a child', () => {
  let stage: Stage
  let town: Page
  let officer: Page
  const work = () => runJobsInline(stage.city, modules)
  beforeAll(async () => {
    stage = await openStage()
    await registerChild(stage, '孙主任', { name: child.name, unit: '990100100010001' })
    town = await stage.enterAs('赵干事')
    officer = await stage.enterAs('冯科长')
  })
  afterAll(() => stage.close())

  it('is asked for with a purpose and refused with a sentence, which the asker reads', async () => {
    await choose(town, '关爱对象')
    await town.getByRole('link', { name: child.label }).click()
    await town.getByText('您目前没有查阅许可').waitFor()
    await askFor(town, '核对信息', '核对孩子的住址')
    await openNotice(officer, /查阅/)
    const row = officer.getByRole('row', { name: /赵干事.*佟某/ })
    await row.getByRole('button', { name: '不批准', exact: true }).click()
    await officer.getByRole('dialog').getByLabel('理由').fill(refusal)
    await confirm(officer, '不批准')
    await row.getByText(refusal).waitFor()
    await work()
    await readNotice(town, /查阅佟某档案的申请未获批准/)
    await town.getByText(refusal).waitFor()
    await press(town, '打开相关页面')
    await town.getByText('您目前没有查阅许可').waitFor()
  })

  it('is approved when the purpose needs it, and opens what was asked for and no more', async () => {
    await askFor(town, '个案帮扶', '联系监护人安排走访')
    await openNotice(officer, /查阅/)
    const waiting = officer.getByRole('row', { name: /联系监护人安排走访/ })
    await waiting.getByRole('button', { name: '批准', exact: true }).click()
    await waiting.getByText('冯科长').waitFor()
    await town.reload()
    const approval = town.getByRole('region', { name: '查阅许可：个案帮扶' })
    await approval.waitFor()
    expect(await approval.getByRole('checkbox').count()).toBe(1)
    await press(town, '打开所选内容（将记录）')
    await approval.getByText(child.name).waitFor()
    await town.reload()
    await approval.waitFor()
    expect(await town.textContent('main')).not.toContain(child.name)
  })

  it('opens at once in an emergency; the officer is told at once and may end it', async () => {
    await press(town, '紧急查阅')
    const dialog = town.getByRole('dialog')
    await dialog.getByText('孩子有危险请先拨打110。').waitFor()
    expect(await accessibilityProblems(town)).toEqual([])
    await dialog.getByLabel('紧急情况').fill('孩子走失，需要联系监护人')
    await confirm(town, '立即查阅')
    const approval = town.getByRole('region', { name: '查阅许可：紧急情况' })
    await approval.getByLabel('监护人').check()
    await approval.getByRole('button', { name: '打开所选内容（将记录）' }).click()
    await approval.getByText('佟祖母').waitFor()
    await work()
    await openNotice(officer, /紧急/)
    await officer.getByText('孩子走失，需要联系监护人').first().waitFor()
    await officer.getByRole('button', { name: '不同意，立即终止' }).first().click()
    await officer.getByRole('dialog').getByLabel('理由').fill('已经找到孩子，不再需要')
    await confirm(officer, '不同意，立即终止')
    await town.reload()
    await town.getByRole('region', { name: '查阅许可：个案帮扶' }).waitFor()
    expect(await approval.count()).toBe(0)
  })

  it('stands in the log of the file, with who, when and what for, also where the officer looks it up', async () => {
    await officer.getByRole('link', { name: '赵干事（东街镇）查阅佟某' }).first().click()
    for (const page of [town, officer]) {
      const log = page.locator('section', { has: page.getByRole('heading', { name: '谁看过这份档案' }) })
      for (const purpose of ['紧急情况', '个案帮扶']) {
        await log.getByRole('listitem').filter({ hasText: '赵干事' }).filter({ hasText: `用途：${purpose}` }).first().waitFor()
      }
    }
  })

  it('is accounted for once a year: each figure opens its records, and the document says the same', async () => {
    await choose(officer, '合规报告')
    await officer.getByRole('heading', { level: 1, name: '2026年合规报告' }).waitFor()
    expect(await accessibilityProblems(officer)).toEqual([])
    for (const figure of ['查阅申请获批准', '查阅申请未批准', '紧急查阅', '其中复核不同意']) {
      await officer.getByRole('link', { name: new RegExp(`${figure} 不满十四周岁 1次`) }).waitFor()
    }
    const [download] = await Promise.all([officer.waitForEvent('download'), officer.getByRole('link', { name: '下载 .docx' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const text = docxParagraphs(await readFile(await download.path())).map((paragraph) => paragraph.text).join('\n')
    expect(text).toMatch(/紧急查阅.{0,20}1/s)
    expect(text).not.toContain(child.name)
    await officer.getByRole('link', { name: /紧急查阅 不满十四周岁 1次/ }).click()
    await officer.getByText(child.label).first().waitFor()
  })

  async function askFor(page: Page, purpose: string, explanation: string): Promise<void> {
    await press(page, '申请查阅完整档案')
    await page.getByRole('dialog').getByLabel('用途').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: purpose }).click()
    await page.getByRole('dialog').getByTitle(purpose).waitFor()
    await page.getByRole('dialog').getByLabel('说明').fill(explanation)
    await confirm(page, '提交申请')
    await page.getByText('您的申请正在等待审批。').waitFor()
    await work()
  }
})

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: entry, exact: true }).click()
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

/** Answers the dialog that is open, and waits until it has gone. */
async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

let minutes = 0

/** A minute later, when what the page showed before counts as old: from the bell to a notice. */
async function readNotice(page: Page, title: RegExp): Promise<void> {
  minutes += 1
  await page.clock.setFixedTime(Date.parse(testNow) + minutes * 60_000)
  await page.getByRole('link', { name: /^消息和待办，/ }).click()
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
}

/** From the bell over a notice to the page it is about. */
async function openNotice(page: Page, title: RegExp): Promise<void> {
  await readNotice(page, title)
  await press(page, '打开相关页面')
}
