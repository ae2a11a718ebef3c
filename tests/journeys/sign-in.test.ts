import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityProblems, openStage, overflows, signInAs, type Stage } from './stage.ts'

describe('a village worker comes in by the door', () => {
  let stage: Stage
  beforeAll(async () => { stage = await openStage() })
  afterAll(() => stage.close())

  it('types name and password with the keyboard and stands in her own village', async () => {
    const page = await stage.approach({ at: 'phone' })
    await signInAs(page, '孙主任')
    await page.getByRole('heading', { level: 1, name: '孙主任' }).waitFor()
    expect(await page.textContent('body')).toContain('东一村')
    expect(await overflows(page)).toBe(false)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('an address that was cut off or typed wrongly is not found, and leads home', async () => {
    const page = await stage.enterAs('孙主任')
    for (const path of ['/units/abc', '/visits/new', '/figures?unit=abc']) {
      await page.goto(stage.address + path)
      await page.getByRole('heading', { level: 1, name: '没有找到这个页面' }).waitFor()
    }
    await page.getByRole('link', { name: '回到首页' }).click()
    await page.getByRole('heading', { level: 1, name: '孙主任' }).waitFor()
  })

  it('a wrong password keeps the name and says what is wrong', async () => {
    const page = await stage.approach()
    await page.getByLabel('账号', { exact: true }).fill('sun')
    await page.getByLabel('密码', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('用户名或密码不正确').waitFor()
    expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe('sun')
  })
})
