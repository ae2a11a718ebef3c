import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase, registerChild } from './arrange.ts'
import { openStage, type Stage } from './stage.ts'

// A number beyond what may be is not quietly made a smaller one: it stands as it was typed, and the sentence beside it says what may be.
describe('a number that is too large', () => {
  let stage: Stage
  let page: Page
  let child = ''
  beforeAll(async () => {
    stage = await openStage()
    child = await registerChild(stage, '孙主任', { name: '佟小川', unit: '990100100010001' })
    page = await stage.enterAs('孙主任')
  })
  afterAll(() => stage.close())

  it('stays as typed where access to a file is asked for', async () => {
    await page.goto(`${stage.address}/children/${child}`)
    await page.getByRole('button', { name: '申请查阅完整档案' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('需要几天').fill('400')
    await dialog.getByRole('button', { name: '提交申请' }).click()
    await dialog.getByText('请填1至90之间的整数。').waitFor()
    expect(await dialog.getByLabel('需要几天').inputValue()).toBe('400')
  })

  it('stays as typed where a visit is recorded', async () => {
    const id = await openCase(stage, '孙主任', child)
    await page.goto(`${stage.address}/visits/record?case=${id}`)
    await page.getByLabel('时长').first().fill('999')
    await page.getByLabel('时长').first().press('Tab')
    await page.getByText('请填1至720之间的整数。').waitFor()
    expect(await page.getByLabel('时长').first().inputValue()).toBe('999')
  })
})
