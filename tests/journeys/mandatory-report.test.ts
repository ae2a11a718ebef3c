import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { modules } from '#apps/server/modules.ts'
import { accessibilityProblems, openStage, overflows, type Stage } from './stage.ts'

// 吴老师 sees bruises on a visit and reports from the telephone; 冯科长, who is named, takes it in hand and closes it.

describe('a mandatory report', () => {
  let stage: Stage
  beforeAll(async () => { stage = await openStage() })
  afterAll(() => stage.close())

  it('goes from the telephone of a volunteer to the named officer, who never needs to ask who reported', async () => {
    const phone = await stage.enterAs('吴老师', { at: 'phone' })
    await phone.getByRole('link', { name: '强制报告' }).last().click()
    expect(await phone.getByRole('link', { name: /先拨 110/ }).getAttribute('href')).toBe('tel:110')
    await phone.getByLabel(/身体存在多处损伤/).check()
    await phone.getByLabel('孩子是谁').fill('穿红衣服的男孩，约八岁')
    await phone.getByLabel('看到、听到了什么').fill('胳膊上有多处淤青')
    await phone.getByRole('button', { name: '提交报告' }).click()
    await phone.getByRole('heading', { name: '报告已送出' }).waitFor()
    expect([await overflows(phone), await accessibilityProblems(phone)]).toEqual([false, []])
    await runJobsInline(stage.city, modules)

    const desk = await stage.enterAs('冯科长')
    await desk.goto(`${stage.address}/notices`)
    await desk.getByText('有一份强制报告待您查看').first().waitFor()
    await desk.goto(`${stage.address}/safeguarding/reports`)
    await desk.getByRole('link', { name: /^QB20260316-/ }).click()
    await desk.getByText('胳膊上有多处淤青').waitFor()
    expect(await desk.getByText('吴老师').count()).toBe(0)
    await desk.getByRole('button', { name: '登记处置' }).click()
    await desk.getByLabel('对方人员').fill('东街派出所李警官')
    await desk.getByRole('button', { name: /^登\s*记$/ }).click()
    await desk.getByText('对方：东街派出所李警官').waitFor()
    await desk.getByRole('button', { name: /^办\s*结$/ }).click()
    await desk.getByLabel('公安机关已处理').check()
    await desk.getByLabel('处置情况').fill('已立案，孩子在亲属家')
    await desk.getByRole('dialog').getByRole('button', { name: /^办\s*结$/ }).click()
    await desk.getByRole('button', { name: '重新办理' }).waitFor()
    expect(await accessibilityProblems(desk)).toEqual([])
  })
})
