import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { testPassword } from '#tests/city/people.ts'
import { modules } from '#apps/server/modules.ts'
import { registerVolunteer } from './arrange.ts'
import { openStage, type Stage } from './stage.ts'

const child = { name: '佟小川', label: '佟某', birthOn: '2014-05-06' }
const note = '奶奶身体好，孩子作业写完了。'
const thanks = '辛苦了，谢谢您去看孩子。'

/*
 * One child, from the day it is registered in a village until another county closes its case. 孙主任 of the village writes, 赵干事 of the town decides,
 * 吴老师 goes there with a telephone, 卫干事 of the other county takes over, 陈主任 of the city counts.
 */
describe('the care of one child', () => {
  let stage: Stage
  let village: Page
  let town: Page
  let phone: Page
  let elsewhere: Page
  const work = () => runJobsInline(stage.city, modules)
  beforeAll(async () => {
    stage = await openStage()
    // Another volunteer is further away: the one passed over.
    const [mentor] = await Promise.all([
      registerVolunteer(stage, '赵干事', { name: '吴老师', unit: '990100100010001' }),
      registerVolunteer(stage, '赵干事', { name: '龚桂英', unit: '99010010001' }),
    ])
    await stage.city.owner.query('update accounts.accounts set volunteer_id = $2 where id = $1', [await stage.city.accountId('吴老师'), mentor])
    await stage.city.owner.query("update organization.units set phone = '0817-2223344' where city_id = $1 and code = '99010010001'", [stage.city.cityId])
    village = await stage.enterAs('孙主任')
  })
  afterAll(() => stage.close())

  it('is registered after a look whether it is there already; what is known gives its types', async () => {
    await choose(village, '关爱对象')
    await village.getByRole('main').getByRole('link', { name: '登记孩子' }).click()
    await village.getByLabel('姓名').fill(child.name)
    await village.getByLabel('出生日期').fill(child.birthOn)
    await press(village, '查重')
    await village.getByText('没有发现相同的孩子，可以登记。').waitFor()
    await press(village, '继续登记')
    expect(await village.getByLabel('姓名', { exact: true }).first().inputValue()).toBe(child.name)
    await village.getByLabel('男', { exact: true }).check()
    const guardian = village.getByRole('group', { name: '监护人 1' })
    await guardian.getByLabel('姓名').fill('佟祖母')
    await select(guardian.getByLabel('与孩子的关系'), '祖母')
    for (const [at, parent] of ['父亲', '母亲'].entries()) await addWorkAway(village, at + 1, parent)
    await village.getByLabel('同意日期').fill('2026-03-16')
    await press(village, '登记')
    await village.getByRole('heading', { level: 1, name: child.label }).waitFor()
    await village.getByText('农村留守儿童').first().waitFor()
    town = await stage.enterAs('赵干事')
    await choose(town, '关爱对象')
    await town.getByRole('link', { name: child.label }).waitFor()
  })

  it('is assessed by three scales when its case is opened; the colour says how often somebody goes', async () => {
    await village.getByRole('link', { name: '开案' }).click()
    await village.getByLabel('帮扶需求').fill('父母外出，需要陪伴。')
    for (const [scale, score] of [['监护风险', 2], ['生理风险', 0], ['行为风险', 1]] as const) {
      await village.getByRole('radiogroup', { name: scale }).getByLabel(`${score}分`).check()
    }
    await village.getByText('按量表：').waitFor()
    await press(village, '开案')
    await village.getByRole('heading', { level: 1, name: `${child.label} · 6—13岁的个案` }).waitFor()
    await village.getByText('每30天').waitFor()
  })

  it('has a plan that another person than the author approves, who is told that it waits', async () => {
    await village.getByRole('link', { name: '拟订方案' }).click()
    await press(village, '添加目标')
    await village.getByLabel('目标1', { exact: true }).fill('每周有人陪着写作业')
    await village.getByLabel('目标1完成日期').fill('2026-06-30')
    await press(village, '添加服务')
    await village.getByLabel('服务1', { exact: true }).fill('上门陪伴，每两周一次')
    await village.getByLabel('服务1负责人').fill('吴老师')
    await press(village, '保存草稿')
    await press(village, '提交审批')
    await confirm(village, '提交审批')
    await village.getByText('待审批').first().waitFor()
    expect(await village.getByRole('button', { name: '核定方案' }).count()).toBe(0)
    await work()
    await openNotice(town, /方案/)
    await press(town, '核定方案')
    await confirm(town, '核定方案')
    await town.getByText('执行中').waitFor()
    await village.reload()
    await village.getByText('执行中').waitFor()
  })

  it('is paired with the volunteer the optimiser proposes, once a person has looked at the reasons', async () => {
    await choose(town, '结对推荐')
    await press(town, '开始推荐')
    await confirm(town, '开始推荐')
    await town.getByText('等待开始').waitFor()
    await work()
    const proposal = town.getByRole('row', { name: /佟某.*吴老师/ })
    await proposal.getByText(/^共 .* 分$/).click()
    await proposal.getByText(/备选：龚桂英（东街镇）.*距离/).waitFor()
    await proposal.getByRole('button', { name: '采纳', exact: true }).click()
    await confirm(town, '结对')
    await proposal.getByText('已结对').waitFor()
    await village.getByRole('link', { name: '个案', exact: true }).click()
    await village.getByText('主要结对，2026-03-16 起').waitFor()
    await work()
    await press(village, '安排走访')
    await village.getByLabel('哪一天').fill('2026-03-16')
    await village.getByLabel('有工作人员同去').check()
    await confirm(village, '安排走访')
    await village.getByText('已安排走访：2026-03-16（吴老师）').waitFor()
  })

  it('is visited where there is no signal; the visit arrives by itself as soon as there is some', async () => {
    phone = await stage.approach({ at: 'phone' })
    await signInOnPhone(phone)
    await phone.context().setOffline(true)
    await press(phone, /^记一次走访：佟/)
    for (const answer of [/已走访/, /上门/, /30分钟/]) await press(phone, answer)
    await phone.getByLabel('想写几句').fill(note)
    await press(phone, /保存/)
    await phone.getByRole('heading', { name: '记好了' }).waitFor()
    await press(phone, /回到今天的走访/)
    await phone.getByRole('button', { name: '1条待上传' }).waitFor()
    await choose(town, '走访记录')
    await town.getByText('还没有走访记录').waitFor()
    await phone.context().setOffline(false)
    await phone.getByText('1条待上传').waitFor({ state: 'hidden' })
    await town.reload()
    await town.getByRole('link', { name: `2026-03-16 ${child.label}` }).waitFor()
  })

  it('the supervisor reads the visit and says a word; the volunteer sees it, and the supervisor that it was read', async () => {
    await town.getByRole('link', { name: `2026-03-16 ${child.label}` }).click()
    await town.getByText(note).waitFor()
    await town.getByLabel('给走访人留言').fill(thanks)
    await press(town, '留言')
    await town.getByText('还没有读').waitFor()
    await work()
    const mentor = await stage.enterAs('吴老师', { at: 'phone' })
    await openNotice(mentor, /留言/)
    await mentor.getByText(thanks).waitFor()
    await town.reload()
    await town.getByText('已读').waitFor()
  })

  it('moves to another county, which asks for it, sees nothing before, and goes on with everything afterwards', async () => {
    await town.getByRole('link', { name: '个案', exact: true }).click()
    await press(town, '交接走访记录')
    await confirm(town, '交接走访记录')
    await town.getByText('对方可以看到此前的走访记录').waitFor()
    elsewhere = await stage.enterAs('卫干事')
    await choose(elsewhere, '关爱对象')
    await elsewhere.getByRole('main').getByRole('link', { name: '登记孩子' }).click()
    await elsewhere.getByLabel('姓名').fill(child.name)
    await elsewhere.getByLabel('出生日期').fill(child.birthOn)
    await press(elsewhere, '查重')
    await elsewhere.getByText('东一村').waitFor()
    await press(elsewhere, '申请转接')
    await elsewhere.getByLabel('转接原因').fill('随父母迁来本乡居住')
    await confirm(elsewhere, '申请转接')
    await work()
    await openNotice(village, /转接/)
    await press(village, '同意转出')
    await confirm(village, '同意转出')
    await village.getByText('已同意，档案正在转出。').waitFor()
    await work()
    await choose(village, '关爱对象')
    await village.getByText('还没有登记孩子').waitFor()
    await choose(elsewhere, '关爱对象')
    await elsewhere.getByRole('link', { name: child.label }).click()
    await elsewhere.getByRole('link', { name: /开案$/ }).click()
    await elsewhere.getByRole('link', { name: /上门，见到孩子.*吴老师/ }).click()
    await elsewhere.getByText(note).waitFor()
    await elsewhere.getByRole('link', { name: '个案', exact: true }).click()
  })

  it('is closed there with a reason and a result, once the plan has ended', async () => {
    await press(elsewhere, '结案')
    await elsewhere.getByRole('dialog').getByRole('link', { name: '打开方案' }).click()
    await press(elsewhere, '结束方案')
    await elsewhere.getByRole('dialog').getByLabel('情况变化').check()
    await confirm(elsewhere, '结束方案')
    await elsewhere.getByText('已于 2026-03-16 结束').waitFor()
    await elsewhere.getByRole('link', { name: '个案', exact: true }).click()
    await press(elsewhere, '结案')
    await elsewhere.getByRole('dialog').getByLabel('父母返乡').check()
    await elsewhere.getByLabel('帮扶结果').fill('父母都在身边，作业有人管。')
    await confirm(elsewhere, '结案')
    await elsewhere.getByText('已于 2026-03-16 结案').waitFor()
    await elsewhere.getByText('父母都在身边，作业有人管。').waitFor()
  })

  it('is counted by the city: each figure opens the record it counted', async () => {
    const city = await stage.enterAs('陈主任')
    for (const figure of ['走访人次', '结案数']) {
      await city.goto(`${stage.address}/figures?period=2026`)
      await city.getByRole('link', { name: new RegExp(`^${figure} 1 .*，看明细$`) }).click()
      await city.getByRole('heading', { level: 1, name: figure }).waitFor()
      await city.getByRole('link', { name: child.label }).click()
    }
    await city.getByText('已于 2026-03-16 结案').waitFor()
    expect(await city.textContent('body')).not.toContain(child.name)
  })
})

/** Opens a page by its entry of the navigation. */
async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: entry, exact: true }).click()
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
}

/** Answers the dialog that is open, and waits until it has gone. */
async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function select(field: Locator, option: string): Promise<void> {
  await field.click()
  await field.page().locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}

/** A parent who works away, as a fact of the form of registration. */
async function addWorkAway(page: Page, at: number, parent: string): Promise<void> {
  await press(page, '添加情况')
  const fact = page.getByRole('group', { name: `情况 ${at}` })
  await select(fact.getByLabel('哪方面'), '务工')
  await select(fact.getByLabel('谁'), parent)
  await select(fact.getByLabel('情况', { exact: true }), '外出')
  await fact.getByLabel('从哪天起').fill('2024-01-01')
  await select(fact.getByLabel('依据'), '走访')
}

/** From the bell over a notice to the page it is about. */
async function openNotice(page: Page, title: RegExp): Promise<void> {
  await page.getByRole('link', { name: /^消息和待办，/ }).click()
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await press(page, '打开相关页面')
}

/** Signs 吴老师 in once, with six digits chosen twice. */
async function signInOnPhone(phone: Page): Promise<void> {
  const origin = new URL(phone.url()).origin
  await phone.goto(`${origin}/m`)
  await phone.getByLabel('账号', { exact: true }).fill('wu')
  await phone.getByLabel('密码', { exact: true }).fill(testPassword)
  await press(phone, '登录')
  await press(phone, /我的手机/)
  for (const heading of ['设一个6位数字密码', '再输一遍']) {
    await phone.getByRole('heading', { name: heading }).waitFor()
    for (const digit of '314159') await press(phone, `数字${digit}`)
  }
  await phone.getByRole('heading', { name: '您好' }).waitFor()
}
