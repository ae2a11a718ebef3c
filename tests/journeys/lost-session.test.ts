import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { arrangeCareInVillage, ask, recordVisit } from './arrange.ts'
import { openStage, signInAs, type Stage } from './stage.ts'

describe('what was typed is neither lost nor counted twice', () => {
  let stage: Stage
  let caseId: string
  beforeAll(async () => {
    stage = await openStage()
    caseId = (await arrangeCareInVillage(stage)).caseId
  })
  afterAll(() => stage.close())

  it('when the session ends while a form is open, one signs in over it and it is saved as it stood', async () => {
    const page = await stage.approach()
    await signInAs(page, '孙主任')
    await page.getByRole('heading', { level: 1, name: '孙主任' }).waitFor()
    await page.goto(`${stage.address}/visits/record?case=${caseId}`)
    await page.getByLabel('时长（分钟）').fill('35')
    const ended = await page.request.delete(`${stage.address}/api/sessions/current`, { headers: { origin: stage.address } })
    expect(ended.ok()).toBe(true)
    await page.getByLabel('走访记录').fill('写了很久的一段话，不能丢。')
    await page.getByRole('button', { name: '记录走访', exact: true }).click()
    const door = page.getByRole('dialog', { name: '登录已过期' })
    await door.waitFor()
    expect(await page.locator('#visit_note').inputValue()).toBe('写了很久的一段话，不能丢。')
    await signInAs(page, '孙主任')
    await page.getByRole('heading', { name: '走访已记录' }).waitFor()
    expect(await visits()).toMatchObject([{ minutes: 35, hasNote: true }])
  })

  it('one signs in over whatever is open, also a dialog that was opened from a dialog, and both stand as they were', async () => {
    const page = await stage.approach()
    await signInAs(page, '安全员')
    await page.getByRole('heading', { level: 1, name: '安全员' }).waitFor()
    await page.goto(`${stage.address}/accounts`)
    await page.getByRole('button', { name: '开设账号' }).click()
    const form = page.getByRole('dialog', { name: '开设账号' })
    await form.getByLabel('姓名').fill('何新')
    const ended = await page.request.delete(`${stage.address}/api/sessions/current`, { headers: { origin: stage.address } })
    expect(ended.ok()).toBe(true)
    await form.getByLabel('所在单位').click()
    await page.getByRole('dialog', { name: '登录已过期' }).waitFor()
    await signInAs(page, '安全员')
    const picker = page.getByRole('dialog', { name: '选择单位' })
    await picker.getByRole('treeitem', { name: /试验市/ }).waitFor()
    await picker.getByRole('button', { name: '取消' }).click()
    expect(await form.getByLabel('姓名').inputValue()).toBe('何新')
  })

  it('a double click on save records one visit', async () => {
    const before = (await visits()).length
    const page = await stage.enterAs('孙主任', { at: 'phone' })
    await page.goto(`${stage.address}/visits/record?case=${caseId}`)
    await page.getByRole('button', { name: '记录走访', exact: true }).dblclick()
    await page.getByRole('heading', { name: '走访已记录' }).waitFor()
    expect(await visits()).toHaveLength(before + 1)
  })

  it('of two who correct one visit the second sees both values and keeps either', async () => {
    const visit = await recordVisit(stage, '孙主任', { caseId, madeOn: '2026-03-12' })
    const [first, second] = [await correcting('赵干事', visit), await correcting('孙主任', visit)]
    await first.getByLabel('时长（分钟）').fill('50')
    await first.getByText('到校', { exact: true }).click()
    await save(first)
    await first.getByRole('dialog').waitFor({ state: 'hidden' })
    await second.getByLabel('时长（分钟）').fill('65')
    await second.getByRole('textbox', { name: '走访记录' }).fill('重新写过。')
    await save(second)
    const choice = second.getByRole('dialog', { name: '这条记录刚刚被别人改过' })
    const minutes = choice.getByRole('group', { name: '时长' })
    await minutes.getByRole('radio').nth(1).waitFor({ state: 'attached' })
    expect(await minutes.getByRole('radio').count()).toBe(2)
    expect(await minutes.textContent()).toMatch(/我填写的65.*现在系统里的50/)
    expect(await choice.getByRole('group', { name: '方式' }).textContent()).toMatch(/我填写的上门.*现在系统里的到校/)
    await minutes.getByRole('radio', { name: /现在系统里的/ }).check()
    await choice.getByRole('button', { name: '按选择保存' }).click()
    await choice.waitFor({ state: 'hidden' })
    await second.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await ask(stage, '孙主任', { method: 'GET', path: `/visits/${visit}` })).toMatchObject({ minutes: 50, medium: 'school', note: '重新写过。' })
  })

  async function visits(): Promise<unknown[]> {
    const { items } = await ask(stage, '赵干事', { method: 'GET', path: `/visits?caseId=${caseId}` })
    return items as unknown[]
  }

  async function correcting(name: '赵干事' | '孙主任', visit: string): Promise<Page> {
    const page = await stage.enterAs(name)
    await page.goto(`${stage.address}/visits/${visit}`)
    await page.getByRole('button', { name: '更正' }).click()
    await page.getByLabel('更正原因').fill('核对后更正')
    return page
  }

  const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '更正' }).click()
})
