import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '#apps/server/modules.ts'
import { openSampleBooks, type SampleBooks } from '#modules/ledger/commands/steps/sample-books.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { openCase, registerChild } from './arrange.ts'
import { openStage, type Stage } from './stage.ts'

/*
 * One gift, from the bank's file until its donor sees where it went. 金专员 works for the foundation, 许会计 and 何会计 keep its books, 吕会计 and 施理事长
 * review and approve, 张出纳 pays; 孙主任 and 蒋主任 of two counties apply. Days pass while lists are shown for objections.
 */
describe('the way of money', () => {
  let stage: Stage
  let books: SampleBooks
  let code: string
  let today = '2026-03-16'
  const cases = { near: '', far: '' }
  const work = () => runJobsInline(stage.city, modules)
  const desks = new Map<PersonName, Page>()
  /** Everybody keeps one window. */
  const enter = async (name: PersonName, path: string) => {
    const page = desks.get(name) ?? await stage.enterAs(name)
    desks.set(name, page)
    await page.clock.setFixedTime(`${today}T09:00:00+08:00`)
    await page.goto(`${stage.address}${path}`)
    return page
  }
  const pass = (day: string) => { today = day; stage.city.clock.moveTo(`${day}T09:00:00+08:00`) }

  beforeAll(async () => {
    stage = await openStage()
    books = await openSampleBooks(stage.city)
    const [near, far] = await Promise.all([
      registerChild(stage, '孙主任', { name: '佟小川', unit: '990100100010001' }), registerChild(stage, '蒋主任', { name: '邱小山', unit: '990100200010001' })])
    Object.assign(cases, { near: await openCase(stage, '孙主任', near), far: await openCase(stage, '蒋主任', far) })
  })
  afterAll(() => stage.close())

  it('begins with a line in the file of the bank that nobody knows; the gift is registered, confirmed, matched with it, and has a receipt', async () => {
    const bank = `/bank?book=${books.bookId}`
    const accountant = await enter('许会计', `${bank}&view=import`)
    await accountant.locator('input[type=file]').setInputFiles(csv('流水.csv', [
      '交易日期,对方户名,收入金额,支出金额,余额,摘要', `${today},柳先生,10000.00,,10000.00,捐款`]))
    await accountant.getByText('已导入1行，自动对上0行。').waitFor()
    const worker = await enter('金专员', '/donors/register')
    await worker.getByLabel('姓名', { exact: true }).fill('柳先生')
    await press(worker, '查一查')
    await worker.getByText('没有找到相同的记录').waitFor()
    await press(worker, '登记捐赠人')
    await worker.getByRole('link', { name: '登记捐赠' }).first().click()
    await worker.getByLabel('金额（元）').fill('10000')
    await select(worker, '资金', '资金02')
    await press(worker, '保存')
    await worker.getByRole('heading', { level: 1, name: /的捐赠$/ }).waitFor()
    await enter('许会计', new URL(worker.url()).pathname)
    await press(accountant, '确认到账')
    await select(accountant.getByRole('dialog'), '收款科目', '1002')
    await accountant.getByRole('dialog').getByLabel('银行回单号或订单号').fill('2026031600017')
    await confirm(accountant, '确认到账')
    code = (await accountant.getByText(/^\d+(-[A-HJ-NP-Z2-9]{4}){4}$/).first().textContent()) ?? ''
    await enter('许会计', `${bank}&view=open`)
    await press(accountant, '自动对账')
    await accountant.getByText('对上了1行流水。').or(accountant.getByText('没有待对账的项目')).first().waitFor()
    await worker.reload()
    await press(worker, '登记票据')
    await worker.getByLabel('票据代码').fill('11010126')
    await worker.getByLabel('票据号码').fill('0012345678')
    await worker.getByLabel('经办人').fill('金专员')
    await confirm(worker, '保存')
    await worker.getByText('0012345678').first().waitFor()
  })

  it('goes into a project with a budget that others review and approve', async () => {
    const worker = await enter('金专员', '/projects/propose')
    await select(worker, '账套', '基金会账套')
    await worker.getByLabel('项目名称').fill('春蕾助学')
    await worker.getByLabel('做什么、为谁做').fill('资助两个县区困难家庭的孩子上学。')
    await worker.getByLabel('开始日期').fill('2026-03-01')
    await worker.getByLabel('结束日期').fill('2026-12-31')
    await worker.getByLabel('计划受益人数').fill('40')
    const row = (title: string) => worker.getByRole('group', { name: `${title} 第1行` })
    await row('预算').getByLabel('预算项目').fill('助学金')
    await row('预算').getByLabel('金额').fill('8000')
    await select(row('资金来源'), '资金', '资金02')
    await row('资金来源').getByLabel('金额').fill('8000')
    await row('里程碑').getByLabel('要完成的事').fill('发放第一批助学金')
    await row('里程碑').getByLabel('期限').fill('2026-06-30')
    await press(worker, '保存')
    await worker.getByRole('heading', { level: 1, name: '春蕾助学' }).waitFor()
    await press(worker, '提交')
    await confirm(worker, '提交')
    await worker.getByText('等待批准').first().waitFor()
    const path = new URL(worker.url()).pathname
    for (const name of ['许会计', '吕会计'] as const) await review(await enter(name, path))
    const head = await enter('施理事长', path)
    await press(head, '批准立项')
    await confirm(head, '批准立项')
    await head.getByText('实施中').first().waitFor()
    await head.getByText('预留中8,000.00元').waitFor()
  })

  it('is applied for in two counties, by case or by number', async () => {
    for (const [name, caseId, account] of [['孙主任', cases.near, '1234567890123'], ['蒋主任', cases.far, '1234567890124']] as const) {
      const page = await enter(name, `/awards/apply?case=${caseId}`)
      await fillApplication(page, { amount: '1500', account })
      await page.getByText('等待').first().waitFor()
    }
    const town = await enter('赵干事', '/awards/apply')
    await town.getByLabel('给谁').fill('东街小学三年级')
    await town.getByLabel('人数').fill('30')
    await fillApplication(town, { amount: '3000', account: '1234567890125' })
    await town.getByText('等待').first().waitFor()
  })

  it('is listed, shown to everybody without a name, and approved by two when the days are over', async () => {
    const path = await listAll('第一批助学', 3)
    const anybody = await stage.approach()
    await anybody.goto(`${stage.address}/aid-lists/${stage.city.cityId}`)
    await anybody.getByText('东街镇 至少30人').waitFor()
    expect(await anybody.textContent('body')).not.toMatch(/佟|邱|某|东一村|北一村/)
    await press(anybody, '在网上提异议')
    await anybody.getByLabel('异议内容').fill('东街镇名单里有一家开着店，请核实')
    await press(anybody, '提交')
    const number = await anybody.getByRole('dialog').getByText(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/).innerText()
    await press(anybody, '记下了')
    const head = await enter('施理事长', path)
    await press(head, '答复')
    await head.getByRole('radio', { name: '不成立' }).check()
    await head.getByRole('textbox', { name: '核查情况' }).fill('已入户核实')
    await head.getByRole('textbox', { name: '给提出异议的人的答复' }).fill('已经上门核实，符合条件')
    await confirm(head, '保存')
    await head.getByText('不成立', { exact: true }).waitFor()
    await anybody.getByLabel('查询号').fill(number)
    await press(anybody, '查询')
    await anybody.getByText('经核查，异议不成立').waitFor()
    await anybody.getByText('已经上门核实，符合条件').waitFor()
    await approve(head)
    const reviewer = await enter('吕会计', path)
    await press(reviewer, '批准')
    await reviewer.getByRole('dialog').getByRole('button', { name: '批准', exact: true }).click()
    await reviewer.getByText('名单还在公示期内').waitFor()
    pass('2026-03-24')
    const again = await enter('吕会计', path)
    await approve(again)
    await again.getByText('等待付款').first().waitFor()
    await payFirst(path)
  })

  it('whose transfer fails goes back to the queue, and is paid by another batch once the payee is put right', async () => {
    const far = await enter('蒋主任', '/awards?status=failed')
    await far.getByRole('link', { name: /^邱某/ }).first().click()
    await far.getByText('上次付款失败').waitFor()
    await press(far, '更正收款人')
    const dialog = far.getByRole('dialog')
    await dialog.getByLabel('收款人姓名').fill('邱家长')
    await dialog.getByLabel('收款账号').fill('1234567890126')
    await confirm(far, '保存')
    const path = await listAll('第一批补发', 1)
    const head = await enter('施理事长', path)
    await approve(head)
    pass('2026-03-31')
    const reviewer = await enter('吕会计', path)
    await approve(reviewer)
    await bringResults(path, ['1,1234567890126,1500,成功,'], '付款成功1笔，失败0笔。')
  })

  it('stands in the project, in the statements of the month, and in the ratios of the year; each figure opens its postings', async () => {
    const worker = await enter('金专员', '/projects')
    await worker.getByRole('link', { name: '春蕾助学' }).click()
    await worker.getByText('建档儿童2人，档案之外30人。').waitFor()
    await worker.getByRole('link', { name: /^助学金 的分录/ }).click()
    await worker.getByRole('row', { name: /合计 6,000.00/ }).waitFor()
    const accountant = await enter('许会计', `/statements?book=${books.bookId}&table=activities&month=202603`)
    await accountant.getByRole('link', { name: /捐赠收入.*10,000\.00/ }).first().waitFor()
    await accountant.getByRole('link', { name: /业务活动成本.*6,000\.00/ }).first().click()
    await accountant.getByText('资助款 第一批补发 第1笔').first().waitFor()
    await enter('许会计', `/legal-ratios?book=${books.bookId}&year=2026`)
    await accountant.getByRole('link', { name: /慈善活动支出.*6,000\.00/ }).first().click()
    await accountant.getByText('资助款 第一批助学 第1笔').first().waitFor()
  })

  it('is told to the public: the document fills itself, another approves it, the day and place are kept', async () => {
    await work()
    const worker = await enter('金专员', `/disclosures?book=${books.bookId}`)
    await worker.getByRole('link', { name: /^慈善项目实施情况（进展）：春蕾助学/ }).first().click()
    await press(worker, '拟订文稿')
    const form = worker.getByRole('dialog')
    expect(await form.getByLabel('项目收支').inputValue()).toContain('6,000.00元')
    expect(await form.getByLabel('受益情况').inputValue()).toBe('共32人受益')
    await form.getByLabel('项目实施情况').fill('第一批助学金已经发放。')
    await confirm(worker, '提交审批')
    const head = await enter('施理事长', new URL(worker.url()).pathname)
    await press(head, '批准')
    await confirm(head, '批准')
    await worker.reload()
    const [file] = await Promise.all([worker.waitForEvent('download'), worker.getByRole('link', { name: '下载文稿' }).click()])
    expect(file.suggestedFilename()).toMatch(/\.docx$/)
    await press(worker, '登记公开')
    await worker.getByLabel('公开（报送）渠道').fill('慈善中国')
    await confirm(worker, '保存')
    await worker.getByText('2026-03-31 慈善中国').first().waitFor()
  })

  it('is counted by fund and by source; each number opens the record behind it, and the look-back of the speech tells of it', async () => {
    const office = await enter('陈主任', '/figures/gifts.money?period=2026')
    await office.getByRole('link', { name: /^个人 10,?000/ }).waitFor()
    await office.getByRole('link', { name: /^资金02 10,?000/ }).click()
    await office.getByRole('heading', { level: 1, name: '筹集资金 · 资金02' }).waitFor()
    await office.getByRole('link', { name: /^柳某/ }).first().waitFor()
    await enter('陈主任', '/reports/yearly?template=speech&year=2026')
    await office.getByText(/新立公益项目/).first().waitFor()
    expect(await office.textContent('main')).toContain('筹集关爱资金1万元、发放6000元，新立公益项目1个、目前实施中1个，资助32人次，为2名困境儿童、2户困境家庭')
  })

  it('is followed by its donor, with nothing but the code on the receipt', async () => {
    const donor = await stage.approach()
    await donor.goto(`${stage.address}/trace`)
    await donor.getByLabel('查询码').fill(code)
    await press(donor, '查询')
    await donor.getByText('春蕾助学 · 助学金').first().waitFor()
    const seen = await donor.textContent('body')
    expect(seen).toContain('6,000.00')
    expect(seen).not.toMatch(/佟|邱|柳/)
  })

  /** 许会计 puts all that waits into a batch of the project and hands it in; where the batch is. */
  async function listAll(title: string, count: number): Promise<string> {
    const page = await enter('许会计', '/award-batches')
    await press(page, '编制批次')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('批次名称').fill(title)
    await select(dialog, '账套', '基金会账套')
    await select(dialog, '资金', '资金02')
    await select(dialog, '银行科目', '银行存款')
    await select(dialog, '公益项目的预算', '春蕾助学 · 助学金')
    await dialog.getByRole('button', { name: '编制批次', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await press(page, '列入资助')
    const filling = page.getByRole('dialog')
    await filling.getByRole('checkbox').first().waitFor()
    for (let at = 0; at < count; at += 1) await filling.getByRole('checkbox').nth(at).check()
    await confirm(page, '保存名单')
    await press(page, '提交')
    await confirm(page, '提交')
    await page.getByText('等待审批').first().waitFor()
    const path = new URL(page.url()).pathname
    return path
  }

  async function payFirst(path: string): Promise<void> {
    const cashier = await enter('张出纳', path)
    const [file] = await Promise.all([cashier.waitForEvent('download'), cashier.getByRole('link', { name: '生成付款文件（csv）' }).click()])
    expect(file.suggestedFilename()).toMatch(/^付款文件/)
    const { rows } = await stage.city.owner.query<{ seq: number; tail: string; amount: number }>(`select x.seq, a.account_tail as tail,
      x.amount_fen::int / 100 as amount from projects.batch_rows x join projects.awards a on a.id = x.award_id order by x.seq`)
    const lines = rows.map(({ seq, tail, amount }) => `${seq},123456789${tail},${amount},${tail === '0124' ? '失败,户名不符' : '成功,'}`)
    await bringResults(path, lines, '付款成功2笔，失败1笔。')
  }

  async function bringResults(path: string, lines: readonly string[], told: string): Promise<void> {
    const page = await enter('许会计', path)
    await page.locator('input[type=file]').setInputFiles(csv('结果.csv', ['序号,收款账号,金额,结果,失败原因', ...lines]))
    await page.getByText(told).waitFor()
  }
})

const csv = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })

async function review(page: Page): Promise<void> {
  await press(page, '评审')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('利益关系声明').fill('没有')
  for (const score of ['必要性', '可行性', '预算合理', '预期效益']) await dialog.getByLabel(score).fill('22')
  await dialog.getByLabel('评审意见').fill('可以立项')
  await confirm(page, '评审')
}

async function approve(page: Page): Promise<void> {
  await press(page, '批准')
  await confirm(page, '批准')
}

async function fillApplication(page: Page, { amount, account }: { amount: string; account: string }): Promise<void> {
  await select(page, '类别', '助学')
  await page.getByLabel('金额').fill(amount)
  await page.getByLabel('申请理由').fill('开学需要学费和住宿费。')
  await page.getByLabel('收款人姓名').fill('魏家长')
  await page.getByLabel('收款账号').fill(account)
  await select(page, '您与收款人的关系', '没有利害关系')
  await press(page, '提交申请')
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

async function select(within: Page | Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: new RegExp(`^(\\* )?${label}$`) })
  await field.click()
  await field.page().locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}
