import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { testPassword } from '#tests/city/people.ts'
import { ask, openCase, pair, registerChild, registerVolunteer } from './arrange.ts'
import { accessibilityProblems, openStage, overflows, type Stage } from './stage.ts'

const pin = '314159'
const bytesOf = (text: string) => new TextEncoder().encode(text).length
const children = ['佟小川', '柏小林', '葛小云', '元小禾'] as const

// 吴老师, 74, with his telephone: signs in once, goes where there is no signal, and nothing he writes is lost or doubled.
describe('the telephone of a volunteer', () => {
  let stage: Stage
  let phone: Page
  let signal: BrowserContext
  let cases: string[]
  let unplanned = ''
  beforeAll(async () => {
    stage = await openStage()
    const volunteerId = await registerVolunteer(stage, '赵干事', { name: '吴老师', unit: '99010010001' })
    await stage.city.owner.query('update accounts.accounts set volunteer_id = $2 where id = $1', [await stage.city.accountId('吴老师'), volunteerId])
    await stage.city.owner.query("update organization.units set phone = '0817-2223344' where city_id = $1 and code = '99010010001'", [stage.city.cityId])
    cases = await Promise.all(children.map(async (name) => {
      const caseId = await openCase(stage, '孙主任', await registerChild(stage, '孙主任', { name, unit: '990100100010001' }))
      await pair(stage, '赵干事', { caseId, volunteerId })
      return caseId
    }))
    // Nobody has to visit this one before May.
    unplanned = await openCase(stage, '孙主任', await registerChild(stage, '孙主任', { name: '庄小芽', unit: '990100100010001' }))
    await pair(stage, '赵干事', { caseId: unplanned, volunteerId })
    await stage.city.owner.query(`update care.cases set next_visit_due_on = '2026-05-01' where id = $1`, [unplanned])
    phone = await stage.approach({ at: 'phone' })
    signal = phone.context()
  })
  afterAll(() => stage.close())

  it('is signed in once; six digits chosen twice show the visits', async () => {
    await phone.goto(`${stage.address}/m`)
    await expectFit(phone, '登录')
    await signIn()
    await expectFit(phone, '您好')
    // No session stays: who finds the telephone does not open the full page with it.
    expect(await phone.evaluate(() => fetch('/api/sessions/current').then(({ status }) => status))).toBe(401)
    expect(await phone.getByRole('link', { name: '打电话问人' }).getAttribute('href')).toBe('tel:08172223344')
    for (const name of children) expect(await phone.getByRole('button', { name: new RegExp(`^记一次走访：${name.slice(0, 1)}`) }).count()).toBe(1)
  })

  it('records two visits without signal in six taps at most and without a key pressed, and sends each once', async () => {
    await signal.setOffline(true)
    const taps = [await record(children[0], ['已走访', '上门', '30分钟']), await record(children[1], ['没见到人', '上门'])]
    expect(taps).toEqual([5, 4])
    await phone.getByRole('button', { name: '2条待上传' }).waitFor()
    await phone.reload()
    await enterPin(pin)
    await tap('2条待上传')
    await expectFit(phone, '待上传')
    expect(await visits()).toEqual([])
    await signal.setOffline(false)
    await phone.getByText('没有待上传的，都办好了。').waitFor()
    expect(await visits()).toEqual([
      { caseId: cases[0], madeOn: '2026-03-16', medium: 'home', minutes: 30, outcome: 'made' },
      { caseId: cases[1], madeOn: '2026-03-16', medium: 'home', minutes: 0, outcome: 'attempted' },
    ])
    const desk = await ask(stage, '赵干事', { method: 'GET', path: '/visits' })
    expect((desk['items'] as { childLabel: string }[]).map(({ childLabel }) => childLabel.slice(0, 2)).toSorted()).toEqual(['佟某', '柏某'])
    await tap('返回')
  })

  it('every screen has letters of 18 px, targets of 60 px and no finding of axe, at the usual and the largest size', async () => {
    await tap('更多')
    await expectFit(phone, '更多')
    await tap('最大')
    await expectFit(phone, '更多')
    await tap('返回')
    await expectFit(phone, '您好')
    for (const [name, title] of [[/：柏/, '柏'], ['已走访', '怎么走访的'], ['电话', '走访了多长时间'], ['15分钟', '请看一看']] as const) {
      await tap(name)
      await expectFit(phone, title)
    }
    await tap('返回', 4)
    await tap('强制报告')
    await expectFit(phone, '发现孩子受到伤害')
    expect(await phone.getByRole('link', { name: '拨打 110' }).getAttribute('href')).toBe('tel:110')
    await tap('写报告')
    await phone.getByText('是哪种情形').waitFor()
    await expectFit(phone, '写报告')
    await tap('返回', 2)
    await tap('更多')
    await tap(/^大$/)
    await tap('返回')
  })

  it('is told in plain words what became of a visit when the pairing has ended meanwhile, and loses nothing', async () => {
    await signal.setOffline(true)
    await record(children[2], ['已走访', '电话', '15分钟', '更改：日期', '前天'])
    const { pairings } = await ask(stage, '赵干事', { method: 'GET', path: `/cases/${cases[2]}` })
    const [pairing] = pairings as { id: string; version: number }[]
    await ask(stage, '赵干事', { path: `/pairings/${pairing?.id}/end`, body: { version: pairing?.version, untilOn: '2026-03-15', reason: '改由他人结对' } })
    await signal.setOffline(false)
    await tap(/请您看一看/)
    await phone.getByText('您和这个孩子的结对已经结束').waitFor()
    expect(await phone.textContent('main')).toContain('办公室会看到您写的内容')
    await tap('返回')
  })

  it('records a visit nobody planned, to a child of his own, in six taps; of that child the list holds no more than the name', async () => {
    const before = (await visits()).length
    await tap('今天还去看了谁')
    await expectFit(phone, '今天还去看了谁')
    await tap(/^庄/)
    await expectFit(phone, '庄')
    expect(await phone.getByText('打电话：').count()).toBe(0)
    for (const answer of ['已走访', '上门', '15分钟', '保存']) await tap(answer)
    await phone.getByRole('heading', { name: '记好了' }).waitFor()
    await tap('回到今天的走访')
    await expect.poll(async () => (await visits()).length, { timeout: 15_000 }).toBe(before + 1)
    expect(await visits()).toContainEqual({ caseId: unplanned, madeOn: '2026-03-16', medium: 'home', minutes: 15, outcome: 'made' })
  })

  it('shows in large letters what the office said of his visit, also without signal, and the desk learns that he saw it', async () => {
    const { rows: [visit] } = await stage.city.owner.query('select id from care.visits where case_id = $1', [cases[0]])
    const words = '辛苦了，谢谢您冒雨去看孩子。孩子说下次想和您下棋。'
    const readAt = async () => {
      const { comments } = await ask(stage, '赵干事', { method: 'GET', path: `/visits/${visit.id}` })
      return (comments as { readAt: string | null }[]).map((comment) => comment.readAt)
    }
    await ask(stage, '赵干事', { path: `/visits/${visit.id}/comments`, body: { text: words } })
    // The job that opens the names of paired children has run by now.
    await runJobsInline(stage.city, [careModule])
    await signal.setOffline(true)
    await signal.setOffline(false)
    await phone.getByText('赵干事说：').waitFor()
    await expectFit(phone, '您好')
    expect(Number.parseFloat(await phone.getByText(words).evaluate((each) => getComputedStyle(each).fontSize))).toBeGreaterThanOrEqual(24)
    await phone.getByText('说的是3月16日').scrollIntoViewIfNeeded()
    await expect.poll(readAt, { timeout: 15_000 }).toEqual([expect.any(String)])
    // Read again where there is no signal.
    await signal.setOffline(true)
    await phone.reload()
    await enterPin(pin)
    await phone.getByText(words).waitFor()
    await signal.setOffline(false)
  })

  it('goes on with a visit and with a report of harm that were being written when the page was locked or dropped', async () => {
    await tap(new RegExp(`^(记一次走访|再记一次)：${children[3].slice(0, 1)}`))
    for (const answer of ['已走访', '上门', '45分钟']) await tap(answer)
    await expect.poll(draftLength).toBeGreaterThan(0)
    const unwritten = await draftLength()
    await phone.getByLabel('想写几句').fill('想学吹笛子')
    await expect.poll(draftLength).toBe(unwritten + bytesOf('想学吹笛子'))
    await phone.reload()
    await enterPin(pin)
    await phone.getByRole('heading', { name: '请看一看' }).waitFor()
    expect(await phone.getByLabel('想写几句').inputValue()).toBe('想学吹笛子')
    await tap('返回')
    await tap('强制报告')
    await expect.poll(draftLength).toBe(0)
    await tap('写报告')
    await expect.poll(draftLength).toBeGreaterThan(0)
    const unreported = await draftLength()
    await tap(/多处损伤/)
    await phone.getByLabel('看到、听到了什么').fill('手臂有伤')
    await signal.setOffline(true)
    await phone.getByLabel('孩子是谁').fill('村口的孩子')
    await expect.poll(draftLength).toBe(unreported + bytesOf('"many-injuries"手臂有伤村口的孩子'))
    await tap('提交报告')
    await phone.getByText('报告还没有送出').waitFor()
    await signal.setOffline(false)
    await phone.reload()
    await enterPin(pin)
    await phone.getByText('是哪种情形').waitFor()
    expect(await phone.getByLabel('看到、听到了什么').inputValue()).toBe('手臂有伤')
    expect(await phone.getByRole('button', { name: /多处损伤/ }).getAttribute('aria-pressed')).toBe('true')
    await tap('返回')
    await phone.getByRole('heading', { name: '您好' }).waitFor()
    await expect.poll(draftLength).toBe(0)
    await phone.reload()
    await enterPin(pin)
    await phone.getByRole('heading', { name: '您好' }).waitFor()
  })

  it('wipes its list after five wrong PINs, and what was not sent goes all the same', async () => {
    const before = (await visits()).length
    await signal.setOffline(true)
    await record(children[1], ['已走访', '到校', '45分钟', '更改：日期', '前天'])
    await tap('更多')
    await tap('锁上')
    for (const left of [4, 3, 2, 1]) {
      await enterPin('271828')
      await phone.getByText(`还可以试${left}次`).waitFor()
    }
    await enterPin('271828')
    await phone.getByText('密码输错次数太多').waitFor()
    expect(new Set(await keptNames())).toEqual(new Set(['former', 'letter', 'office']))
    await signal.setOffline(false)
    await expect.poll(async () => (await visits()).length, { timeout: 15_000 }).toBe(before + 1)
  })

  it('warns before it signs out with something unsent, which still goes with its photograph', async () => {
    const before = (await visits()).length
    await signIn()
    await signal.setOffline(true)
    await record(children[3], ['没见到人', '上门'], 'apps/phone/public/icon-512.png')
    await tap('更多')
    await tap('退出这部手机')
    await phone.getByText('还有1条没有上传').waitFor()
    await expectFit(phone, '退出这部手机')
    await tap(/^退出$/)
    await phone.getByRole('heading', { name: '登录' }).waitFor()
    await signal.setOffline(false)
    await expect.poll(async () => (await visits()).length, { timeout: 15_000 }).toBe(before + 1)
    const files = () => stage.city.owner.query('select 1 from phone.visit_files where city_id = $1', [stage.city.cityId])
    await expect.poll(async () => (await files()).rows.length, { timeout: 15_000 }).toBe(1)
  })

  it('cut off at the desk it wipes its list though it lies there locked, as soon as the page is seen', async () => {
    await signIn()
    await tap('更多')
    await tap('锁上')
    // Whoever hears on the telephone that one was lost must see whose it is before pressing: most are called the same.
    const desk = await stage.enterAs('赵干事')
    await desk.goto(`${stage.address}/phones?status=in-use`)
    await desk.getByRole('button', { name: /^停用吴老师的“/ }).first().waitFor()
    const { items } = await ask(stage, '赵干事', { method: 'GET', path: '/phone/devices?limit=20&status=in-use' })
    for (const { id, version } of items as { id: string; version: number }[]) {
      await ask(stage, '赵干事', { path: `/phone/devices/${id}/cut-off`, body: { version, reason: '手机丢失' } })
    }
    await phone.reload()
    await phone.getByText('这部手机已被办公室停用').waitFor()
    expect(await keptNames()).not.toContain('vault')
    await expectFit(phone, '登录')
  })

  async function signIn(): Promise<void> {
    await phone.getByLabel('账号', { exact: true }).fill('wu')
    await phone.getByLabel('密码', { exact: true }).fill(testPassword)
    await tap(/^登录$/)
    await tap('我的手机')
    await phone.getByRole('heading', { name: '设一个6位数字密码' }).waitFor()
    await enterPin(pin)
    await phone.getByRole('heading', { name: '再输一遍' }).waitFor()
    await enterPin(pin)
    await phone.getByRole('heading', { name: '您好' }).waitFor()
  }

  async function enterPin(digits: string): Promise<void> {
    for (const digit of digits) await phone.getByRole('button', { name: `数字${digit}`, exact: true }).click()
  }

  async function tap(name: string | RegExp, times = 1): Promise<void> {
    for (let at = 0; at < times; at++) {
      const title = await phone.title()
      await phone.getByRole('button', { name }).first().click()
      if (times > 1) await phone.waitForFunction((before) => document.title !== before, title)
    }
  }

  /** From the list to the list; says how many taps it took until it was saved. */
  async function record(child: string, answers: string[], photograph?: string): Promise<number> {
    await tap(new RegExp(`^(记一次走访|再记一次)：${child.slice(0, 1)}`))
    for (const answer of answers) await tap(answer)
    if (photograph !== undefined) {
      await phone.getByLabel('附一张照片').setInputFiles(photograph)
      await phone.getByText('已附1张照片').waitFor()
    }
    await tap('保存')
    await phone.getByRole('heading', { name: '记好了' }).waitFor()
    await tap('回到今天的走访')
    await phone.getByRole('heading', { name: '您好' }).waitFor()
    return 1 + answers.length + 1
  }

  /** All visits as the desk has them, the longest first. */
  async function visits(): Promise<unknown[]> {
    const { rows } = await stage.city.owner.query(`select case_id as "caseId", made_on::text as "madeOn", medium, minutes, outcome
      from care.visits where city_id = $1 order by minutes desc`, [stage.city.cityId])
    return rows
  }

  /** How long what is being written lies closed in the store: closing adds a fixed length; 0 where nothing is written. */
  function draftLength(): Promise<number> {
    return phone.evaluate(() => new Promise<number>((resolve) => {
      const opening = indexedDB.open('xinhuo-phone')
      opening.onsuccess = () => {
        const asking = opening.result.transaction('kept').objectStore('kept').get('draft')
        asking.onsuccess = () => {
          opening.result.close()
          resolve((asking.result as { bytes: ArrayBuffer } | undefined)?.bytes.byteLength ?? 0)
        }
      }
    }))
  }

  /** What lies in the store of the browser, by the beginning of its name. */
  function keptNames(): Promise<string[]> {
    return phone.evaluate(() => new Promise<string[]>((resolve) => {
      const opening = indexedDB.open('xinhuo-phone')
      opening.onsuccess = () => {
        const asking = opening.result.transaction('kept').objectStore('kept').getAllKeys()
        asking.onsuccess = () => resolve(asking.result.map((name) => String(name).split(':')[0] ?? ''))
      }
    }))
  }
})

/** What an elder needs of a screen, measured: 18 px, 60 px, line height 1.3, a number to call, no sideways scrolling, nothing axe finds. */
async function expectFit(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const measured = await page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((each) => each.checkVisibility() && each.closest('.visually-hidden, svg, noscript') === null)
    const hasText = (each: HTMLElement) => [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    const withText = seen.filter((each) => hasText(each) && each.clientHeight !== 1)
    const named = (each: HTMLElement) => `${each.tagName} ${each.textContent?.trim().slice(0, 20)}`
    const small = withText.filter((each) => Number.parseFloat(getComputedStyle(each).fontSize) < 18).map(named)
    const tight = withText.filter((each) => {
      const { lineHeight, fontSize } = getComputedStyle(each)
      return lineHeight === 'normal' || Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) < 1.299
    }).map(named)
    const targets = seen.filter((each) => each.matches('a, button, input:not([type=file]), textarea, label.button'))
    const tiny = targets.filter((each) => each.offsetWidth < 60 || each.offsetHeight < 60).map(named)
    const wordless = targets.filter((each) => each.matches('a, button') && !/[\p{L}\p{N}]/u.test(each.innerText)).map(named)
    const calls = document.querySelectorAll('a[href^="tel:"]').length
    return { small, tight, tiny, wordless, hasNumber: calls > 0 }
  })
  expect(measured, title).toEqual({ small: [], tight: [], tiny: [], wordless: [], hasNumber: true })
  expect([title, await overflows(page), await accessibilityProblems(page)]).toEqual([title, false, []])
}
