import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { PersonName } from '#tests/city/people.ts'
import { modules } from '#apps/web/modules.ts'
import { arrangeEverything } from './arrange-everything.ts'
import { accessibilityProblems, contentChanged } from './accessibility.ts'
import { openStage, overflows, widths, type Stage } from './stage.ts'
import { watch, type Watch } from './watching.ts'

type Ids = ReadonlyMap<string, string>
/** Who opens a page, and which record where its address has a place for one, or for several. */
type Visitor = { as: PersonName; of?: (ids: Ids) => string | readonly (string | undefined)[] | undefined; search?: (ids: Ids) => string }

const town = { as: '赵干事' } as const
const officer = { as: '冯科长' } as const
const visitors: Record<string, Visitor[]> = {
  '/': [town, { as: '冯科长' }, { as: '安全员' }, { as: '审计员' }, { as: '吴老师' }, { as: '郑部长' }],
  '/password': [town],
  '/notices': [town], '/notices/$id': [{ ...town, of: (ids) => ids.get('own task') }],
  '/volunteers': [town], '/volunteers/register': [town], '/volunteers/duplicates': [town],
  '/volunteers/$id': [{ ...town, of: (ids) => ids.get('clearedvolunteer') }],
  '/volunteers/$id/correct': [{ ...town, of: (ids) => ids.get('volunteer') }],
  '/imports': [town], '/imports/$kind': ['volunteers', 'units', 'posts', 'civil-hardship'].map((kind) => ({ ...town, of: () => kind })),
  '/children': [town], '/children/register': [town], '/children/differences': [town], '/children/duplicates': [town],
  '/children/lists/$importId': [{ ...town, of: (ids) => ids.get('childlist') }], '/access-requests': [{ as: '冯科长' }],
  '/children/$id': [{ ...town, of: (ids) => ids.get('child') }],
  '/cases': [town, { as: '吴老师' }], '/worklist': [town, { as: '吴老师' }],
  '/cases/open': [town, { ...town, search: (ids) => `?child=${ids.get('closedchild')}` }],
  '/cases/$id': [{ ...town, of: (ids) => ids.get('case') }, { as: '吴老师', of: (ids) => ids.get('case') }],
  '/plans': [town], '/plans/write': [{ ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/plans/$id': [{ ...town, of: (ids) => ids.get('approvedplan') }],
  '/needs': [town, { as: '吴老师' }, { as: '郑部长' }], '/needs/raise': [town, { ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/needs/$id': [{ ...town, of: (ids) => ids.get('approvedneed') }, { as: '郑部长', of: (ids) => ids.get('need') }],
  '/aid-acts': [town, { as: '吴老师' }], '/aid-acts/new': [town, { ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/aid-acts/$id': [{ ...town, of: (ids) => ids.get('aidact') }, { ...town, of: (ids) => ids.get('receivedact') }],
  '/wishes': [town], '/wishes/write': [town, { ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/wishes/$id': [{ ...town, of: (ids) => ids.get('wish') }, { ...town, of: (ids) => ids.get('claimedwish') }], '/wish-wall': [town],
  '/transfers': [town], '/children/$id/forms/$kind': ['left-behind', 'household'].map((kind) => ({ ...town, of: (ids) => [ids.get('openedchild'), kind] })),
  '/matching': [town], '/matching/$id': [{ ...town, of: (ids) => ids.get('matchinground') }], '/no-go-pairs': [town],
  '/phone-arrivals': [town], '/phone-arrivals/$id': [{ ...town, of: (ids) => ids.get('phonearrival') }], '/phones': [town], '/my-phones': [town, { as: '吴老师' }],
  '/visits': [town, { as: '吴老师' }], '/visits/$id': [{ ...town, of: (ids) => ids.get('visit') }],
  '/visits/route': [{ ...town, search: () => '?on=2026-12-31' }, { as: '吴老师' }], '/visits/week-lists': [town], '/weekly-digest': [town],
  '/visits/record': [
    town, { ...town, search: (ids) => `?case=${ids.get('case')}` }, { as: '吴老师', search: (ids) => `?case=${ids.get('case')}` },
  ],
  '/rights-requests': [officer, town], '/rights-requests/record': [{ ...town, search: (ids) => `?child=${ids.get('child')}` }],
  '/rights-requests/$id': [{ ...officer, of: (ids) => ids.get('rightsrequest') }, { ...town, of: (ids) => ids.get('decidedrightsrequest') }],
  '/referrals': [town, { as: '郑部长' }], '/referrals/new': [town, { ...town, search: (ids) => `?child=${ids.get('child')}` }],
  '/referrals/$id': [{ ...town, of: (ids) => ids.get('referral') }, { as: '冯科长', of: (ids) => ids.get('pendingreferral') }], '/outside-bodies': [town],
  '/safeguarding/reports': [{ as: '冯科长' }], '/safeguarding/counts': [{ as: '郑部长' }], '/safeguarding/designees': [{ as: '冯科长' }],
  '/safeguarding/new': [town, { as: '吴老师' }, { ...town, search: (ids) => `?child=${ids.get('child')}` }],
  '/safeguarding/reports/$id': [{ as: '冯科长', of: (ids) => ids.get('mandatoryreport') }],
  '/unusual-accesses': [officer, { as: '审计员' }], '/unusual-accesses/$id': [{ ...officer, of: (ids) => ids.get('unusualaccess') }],
  '/compliance-report': [officer, { as: '审计员' }], '/compliance-report/rows': [officer],
  '/retentions': [officer], '/erasures': [officer, { as: '审计员' }], '/emergency-accesses': [officer],
  '/holiday-years': [{ as: '系统员' }], '/upkeep': [{ as: '系统员' }],
  '/incidents': [officer, { as: '审计员' }], '/incidents/record': [town],
  '/incidents/$id/children': [{ ...officer, of: (ids) => ids.get('incident') }],
  '/incidents/$id': [{ ...officer, of: (ids) => ids.get('incident') }, { ...town, of: (ids) => ids.get('readyincident') }],
  '/statements': ['balance-sheet', 'trial-balance', 'general-ledger'].map((table) => ({ as: '许会计', search: () => `?table=${table}` })),
  '/statements/figure': [
    { as: '许会计', search: (ids) => `?book=${ids.get('book')}&form=balance-sheet&month=202603&line=1&column=closing` }],
  '/statements/details': [
    { as: '许会计', search: (ids) => `?book=${ids.get('book')}&account=${ids.get('bankaccount')}&from=202603&until=202603` }],
  '/bank': ['open', 'matched', 'reconciliation', 'import'].map((view) => ({ as: '许会计', search: (ids: Ids) => `?book=${ids.get('book')}&view=${view}` })),
  '/cash-days': (['张出纳', '许会计'] as const).map((as) => ({ as, search: (ids: Ids) => `?book=${ids.get('book')}&month=202603` })),
  '/awards': [town, { as: '许会计' }], '/awards/apply': [town, { ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/awards/$id': [{ ...town, of: (ids) => ids.get('award') }, { ...town, of: (ids) => ids.get('receivedaward') }],
  '/award-batches': [{ as: '许会计' }], '/award-batches/$id': [
    { as: '许会计', of: (ids) => ids.get('draftbatch') }, { as: '施理事长', of: (ids) => ids.get('submittedbatch') },
    { as: '张出纳', of: (ids) => ids.get('answeredbatch') }],
  '/projects': [{ as: '金专员' }], '/projects/propose': [
    { as: '金专员' }, { as: '金专员', search: (ids) => `?project=${ids.get('draftproject')}` }],
  '/projects/$id': [
    { as: '金专员', of: (ids) => ids.get('runningproject') }, { as: '施理事长', of: (ids) => ids.get('submittedproject') },
    { as: '郑部长', of: (ids) => ids.get('evaluatedproject') }],
  '/projects/$id/postings': [{ as: '金专员', of: (ids) => ids.get('runningproject') }],
  '/aid-lists/$city': [{ ...town, of: () => '990100' }],
  '/beneficiaries/enter': [town, { ...town, search: (ids) => `?case=${ids.get('case')}` }],
  '/books': [{ as: '许会计' }, { as: '孔会计师' }], '/books/open': [{ as: '许会计' }],
  '/books/$id': [{ as: '许会计', of: (ids) => ids.get('book') }, { as: '施理事长', of: (ids) => ids.get('book') }],
  '/books/$id/accounts': [{ as: '许会计', of: (ids) => ids.get('book') }], '/books/$id/chart': [{ as: '许会计', of: (ids) => ids.get('book') }],
  '/books/$id/archive': [{ as: '许会计', of: (ids) => ids.get('book') }],
  '/books/$id/funds': [{ as: '许会计', of: (ids) => ids.get('book') }],
  '/books/$id/vouchers': [{ as: '许会计', of: (ids) => ids.get('book') }], '/books/$id/periods': [{ as: '许会计', of: (ids) => ids.get('book') }],
  '/books/$id/voucher': [
    { as: '许会计', of: (ids) => ids.get('book') }, { as: '许会计', of: (ids) => ids.get('book'), search: (ids) => `?voucher=${ids.get('voucher')}` }],
  '/vouchers/$id': [
    { as: '许会计', of: (ids) => ids.get('postedvoucher') }, { as: '吕会计', of: (ids) => ids.get('submittedvoucher') },
    { as: '何会计', of: (ids) => ids.get('reviewedvoucher') }],
  '/donors': [{ as: '金专员' }], '/donors/register': [{ as: '金专员' }], '/donors/$id': [{ as: '金专员', of: (ids) => ids.get('donor') }],
  '/gifts': [{ as: '金专员' }], '/gifts/$id': [{ as: '金专员', of: (ids) => ids.get('gift') }, { as: '许会计', of: (ids) => ids.get('confirmedgift') }],
  '/gifts/draft': [{ as: '金专员', search: (ids) => `?donor=${ids.get('donor')}` }, { as: '金专员', search: (ids) => `?gift=${ids.get('gift')}` }],
  '/donation-agreements': [{ as: '金专员' }], '/donation-agreements/$id': [{ as: '金专员', of: (ids) => ids.get('agreement') }],
  '/donation-agreements/record': [{ as: '金专员', search: (ids) => `?donor=${ids.get('donor')}` },
    { as: '金专员', search: (ids) => `?agreement=${ids.get('agreement')}` }],
  '/campaigns': [{ as: '金专员' }], '/campaigns/plan': [{ as: '金专员' }, { as: '金专员', search: (ids) => `?campaign=${ids.get('campaign')}` }],
  '/campaigns/qualifications': [{ as: '施理事长' }, { as: '金专员' }],
  '/campaigns/$id': [{ as: '施理事长', of: (ids) => ids.get('campaign') }],
  '/open-campaigns/$city': [{ ...town, of: () => '990100' }],
  '/open-campaigns/$city/$id': [{ ...town, of: (ids) => ['990100', ids.get('filedcampaign')] }],
  '/gifts/$id/trail': [{ as: '许会计', of: (ids) => ids.get('confirmedgift') }], '/shown-funds': [{ as: '金专员' }, { as: '施理事长' }],
  '/channel-bills': [{ as: '许会计' }], '/bill-differences': [{ as: '许会计', search: () => '?status=open' }],
  '/giving-settings': [{ as: '施理事长' }], '/my-gifts': [{ as: '梁经理' }], '/my-gifts/$id': [{ as: '梁经理', of: (ids) => ids.get('confirmedgift') }],
  '/trace': [town], '/open-funds/$city': [{ ...town, of: () => '990100' }],
  '/open-funds/$city/$id': [{ ...town, of: (ids) => ['990100', ids.get('published fund')] }],
  '/legal-ratios': [{ as: '许会计', search: (ids) => `?book=${ids.get('dutybook')}&year=2026` }],
  '/legal-ratios/postings': [{ as: '许会计', search: (ids) => `?book=${ids.get('book')}&year=2026&figure=income` }],
  '/disclosures': [{ as: '金专员', search: (ids) => `?book=${ids.get('dutybook')}` }], '/disclosures/kinds': [{ as: '金专员' }],
  '/disclosures/$id': [
    { as: '金专员', of: (ids) => ids.get('duedisclosure') }, { as: '施理事长', of: (ids) => ids.get('prepareddisclosure') },
    { as: '施理事长', of: (ids) => ids.get('publisheddisclosure') }],
  '/board': [{ as: '金专员', search: (ids) => `?book=${ids.get('dutybook')}` }],
  '/board/meetings/$id': [{ as: '金专员', of: (ids) => ids.get('boardmeeting') }],
  '/related-parties': [{ as: '施理事长', search: (ids) => `?book=${ids.get('dutybook')}` }],
  '/figures': [town], '/figures/$code': [{ ...town, of: () => 'visits.made' }, { ...town, of: () => 'visits.made-rate' }],
  '/indicators': [town], '/closings': [town], '/reports/yearly': [town],
  '/units': [town], '/units/$id': [{ ...town, of: (ids) => ids.get('unit') }], '/founding-rates': [town], '/vacancies': [town],
  '/accounts': [{ as: '安全员' }], '/accounts/$id': [{ as: '安全员', of: (ids) => ids.get('account') }], '/roles': [{ as: '安全员' }],
  '/my-account': [town], '/given-passwords': [{ as: '安全员' }], '/audit-entries': [{ as: '审计员' }],
}
const own = ['/', '/password']
const routes = [...own, ...modules.flatMap((module) => module.routes.map(({ path }) => path))]
const substitutes = ['没有找到这个页面', '您没有查看这个页面的权限', '页面出了点问题']

type Width = keyof typeof widths
/** A person and some of the addresses to be walked. */
type Leg = { name: PersonName; addresses: string[] }
type Problems = Record<Width, string[]>
const longestLeg = 24

describe('every page', () => {
  let stage: Stage
  let ids: ReadonlyMap<string, string>
  let walked: Promise<Problems> | undefined
  beforeAll(async () => {
    stage = await openStage({ isArranged: true })
    ids = new Map([...await arrangeEverything(stage, '99010010001'), ['own task', await taskOf('赵干事')]])
    ids = new Map([...ids, ['published fund', await publishFund(ids.get('openfund') ?? '')]])
    await stage.city.owner.query(`update charity.donors d set account_id = $2
      from charity.gifts g where g.id = $1 and d.city_id = g.city_id and d.id = g.donor_id`, [ids.get('confirmedgift'), await stage.city.accountId('梁经理')])
    const account = await stage.city.accountId('吴老师')
    await stage.city.owner.query('update accounts.accounts set volunteer_id = $2 where id = $1', [account, ids.get('volunteer')])
  })
  afterAll(() => stage.close())

  it('is opened by somebody here', () => {
    expect(routes.filter((route) => visitors[route] === undefined), 'routes nobody opens: add them to visitors').toEqual([])
    expect(Object.keys(visitors).filter((route) => !routes.includes(route)), 'routes that are gone').toEqual([])
  })

  it.concurrent.each(['desk', 'phone'] as const)('holds at the width of a %s, in normal and largest text', async (at) => {
    expect((await (walked ??= walkAll()))[at]).toEqual([])
  }, 600_000)

  /** Walks every address at both widths and gives the problems of each width. */
  async function walkAll(): Promise<Problems> {
    const problems: Problems = { desk: [], phone: [] }
    const legs = legsOf().toSorted((one, other) => other.addresses.length - one.addresses.length)
    // Several people walk at a time: while one waits for an answer another is judged.
    const one = async () => { for (let leg = legs.shift(); leg !== undefined; leg = legs.shift()) await walk(leg, problems) }
    await Promise.all([one(), one(), one(), one()])
    return problems
  }

  /** Who has much to walk walks it in several legs, side by side, so that nobody is left walking alone at the end. */
  function legsOf(): Leg[] {
    return [...new Set(Object.values(visitors).flat().map(({ as }) => as))].flatMap((name) => {
      const all = addressesOf(name)
      return Array.from({ length: Math.ceil(all.length / longestLeg) }, (_, at) => ({ name, addresses: all.slice(at * longestLeg, (at + 1) * longestLeg) }))
    })
  }

  async function taskOf(name: PersonName): Promise<string> {
    const text = 'select id from notices.notices where recipient_account_id = $1 limit 1'
    const { rows } = await stage.city.owner.query<{ id: string }>(text, [await stage.city.accountId(name)])
    return String(rows[0]?.id)
  }

  async function publishFund(fundId: string): Promise<string> {
    const { rows } = await stage.city.owner.query<{ id: string }>(`
      insert into charity.published_funds (city_id, id, fund_id, name, holder_name, words, published_on)
      values ($1, gen_random_uuid(), $2, '日常', '基金会账套', '日常开支', '2026-03-02') returning id`, [stage.city.cityId, fundId])
    return String(rows[0]?.id)
  }

  async function walk({ name, addresses }: Leg, problems: Problems): Promise<void> {
    const page = await stage.enterAs(name, { at: 'desk' })
    const watching = watch(page)
    const visitAll = async (at: Width) => {
      // A page is opened in one size of text and switched to the other: half of them at a desk in each size, on a phone the other way round.
      let sizes = at === 'desk' ? ['normal', 'largest'] : ['largest', 'normal']
      for (const address of addresses) {
        const found = await visit(page, watching, { address, sizes })
        problems[at].push(...found.map((problem) => `${name} ${address.replaceAll(/[0-9a-f-]{36}/g, '…')} ${at} ${problem}`))
        // The next page is opened as the last one was read.
        sizes = sizes.toReversed()
      }
    }
    await visitAll('desk')
    // The phone loads the page anew, at its own width; that it does so in the same window spares the browser what it has read already.
    await page.setViewportSize(widths.phone)
    await page.goto(stage.address)
    await visitAll('phone')
    await page.context().close()
  }

  function addressesOf(name: PersonName): string[] {
    return routes.flatMap((route) => (visitors[route] ?? []).filter(({ as }) => as === name)
      .map(({ of, search }) => {
        const given = [of?.(ids)].flat()
        return route.replaceAll(/\$\w+/g, () => given.shift() ?? 'nothing-arranged') + (search?.(ids) ?? '')
      }))
  }
})

/** Opens one address and judges it in both sizes of text. */
async function visit(page: Page, watching: Watch, { address, sizes }: { address: string; sizes: readonly string[] }): Promise<string[]> {
  const problems: string[] = []
  await page.evaluate((to) => history.pushState({}, '', to), address)
  for (const size of sizes) {
    await setTextSize(page, size)
    await watching.settle()
    const onlyLooks = !await contentChanged(page)
    for (const problem of await judge(page, watching, { onlyLooks })) problems.push(`${size}: ${problem}`)
  }
  return problems
}

/** Changes the height of the text as another window of the browser would: the page stands as it is and follows. */
async function setTextSize(page: Page, textSize: string): Promise<void> {
  await page.evaluate((preferences) => {
    localStorage.setItem('xinhuo.preferences', preferences)
    dispatchEvent(new StorageEvent('storage', { key: 'xinhuo.preferences' }))
  }, JSON.stringify({ language: 'zh-CN', textSize }))
}

/** Names what is wrong with the page as it stands. */
async function judge(page: Page, watching: Watch, options: { onlyLooks: boolean }): Promise<string[]> {
  const headings = await page.locator('h1').allTextContents()
  return [
    ...watching.takeTroubles(),
    ...headings.length === 1 ? [] : [`${headings.length} headings of the first order`],
    ...headings.filter((heading) => substitutes.includes(heading)),
    ...await overflows(page) ? [`wider than the window: ${(await widest(page)).join(', ')}`] : [],
    ...await accessibilityProblems(page, options),
  ]
}

/** The innermost elements that stick out at the right. */
async function widest(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > edge)
    return out.filter((element) => !out.some((other) => other !== element && element.contains(other)))
      .slice(0, 4).map((element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').slice(0, 20)}`)
  })
}
