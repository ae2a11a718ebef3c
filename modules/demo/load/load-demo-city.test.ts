import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyCharity } from '#modules/charity/index.ts'
import { recountFigures } from '#modules/figures/index.ts'
import { verifyLedger } from '#modules/ledger/index.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { openPool } from '#platform/database/pool.ts'
import { openFields } from '#platform/crypto/envelope.ts'
import { unwrapKey } from '#platform/crypto/person-key.ts'
import { DemoRefused, loadDemoCity, type DemoWish, type LoadedDemo } from './load-demo-city.ts'
import { openEmptyInstallation, type EmptyInstallation } from '#tests/city/empty.ts'

/** 玉树: six counties, a few hundred villages. */
const cityCode = '632700'
const cityId = 632700
const today = '2026-11-22'
let city: EmptyInstallation
let again: EmptyInstallation
let loaded: LoadedDemo
let server: FastifyInstance
const sentences: string[] = []
let untouched: unknown[]
const indexes = `select indexdef from pg_indexes
  where schemaname in ('organization', 'accounts', 'volunteers', 'children', 'care', 'figures', 'audit') order by indexdef`

const wishFor = (place: EmptyInstallation, change: Partial<DemoWish> = {}): DemoWish => ({
  ownerUrl: place.urls.owner, installation: place.ground.installation, cityCode, seed: '薪火', scale: 0.05, today,
  onProgress: ({ zh }) => void sentences.push(zh), ...change,
})
const numberOf = async (text: string) =>
  Number(Object.values((await city.owner.query<Record<string, string>>(text, [cityId])).rows[0] ?? {})[0])

beforeAll(async () => {
  city = await openEmptyInstallation(`${today}T12:00:00+08:00`)
  again = await openEmptyInstallation(`${today}T12:00:00+08:00`)
  untouched = (await city.owner.query(indexes)).rows
  loaded = await loadDemoCity(wishFor(city))
  server = await city.serve()
}, 120_000)
afterAll(() => Promise.all([city.close(), again.close()]))

const cookies = new Map<string, string>()
async function signIn(name: string) {
  const account = loaded.accounts.find((one) => one.name === name)
  const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name, password: account?.password } })
  cookies.set(name, String(answer.headers['set-cookie']).split(';')[0] ?? '')
  return answer
}
async function get<T>(name: string, url: string): Promise<T> {
  if (!cookies.has(name)) await signIn(name)
  const answer = await server.inject({ url, headers: { cookie: cookies.get(name) ?? '' } })
  expect(answer.statusCode, `${url}: ${answer.body.slice(0, 300)}`).toBe(200)
  return answer.json<T>()
}
type Page = { items: { id: string; unitCode: string }[]; next: string | null; total: number }

describe('a loaded demo city', () => {
  test('has the people of its scale, and says while it is being made', async () => {
    expect(await numberOf('select count(*) from volunteers.volunteers where city_id = $1')).toBe(150)
    expect(await numberOf('select count(*) from children.children where city_id = $1')).toBe(250)
    expect(await numberOf('select count(*) from care.visits where city_id = $1')).toBeGreaterThan(1000)
    expect(sentences.some((sentence) => sentence.includes('100%'))).toBe(true)
  })

  test('has the province above the city', async () => {
    const { rows } = await city.owner.query('select code, level from organization.units where city_id = $1 and parent_id is null', [cityId])
    expect(rows).toEqual([{ code: '63', level: 'province' }])
  })

  test('is the same again with the same seed', async () => {
    await loadDemoCity(wishFor(again))
    const tables = [
      'organization.units', 'organization.terms', 'volunteers.volunteers', 'children.children', 'children.facts', 'care.visits', 'accounts.accounts',
      'figures.facts']
    for (const table of tables) {
      const text = `select md5(string_agg(id::text, ',' order by id)) as digest from ${table} where city_id = $1`
      expect((await again.owner.query(text, [cityId])).rows, table).toEqual((await city.owner.query(text, [cityId])).rows)
    }
  })

  test('is not loaded over anything', async () => {
    await expect(loadDemoCity(wishFor(city))).rejects.toThrow(DemoRefused)
    await expect(loadDemoCity(wishFor(city, { cityCode: '999900' }))).rejects.toThrow('没有代码为 999900 的地级行政区划')
  })

  test('leaves every index in its place', async () => {
    expect((await city.owner.query(indexes)).rows).toEqual(untouched)
  })
})

describe('its accounts', () => {
  test('lie in a file for their owner alone', async () => {
    const file = path.join(city.ground.installation.dataFolder, 'demo-accounts.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(loaded.accounts)
  })

  test('are of every role and every level, two counties, two towns of one county, two villages', () => {
    const roles = new Set(loaded.accounts.map(({ role }) => role))
    expect([...roles].sort()).toEqual(
      ['accountant', 'audit-admin', 'care-worker', 'cashier', 'charity-head', 'charity-worker', 'donor', 'finance-reviewer', 'guardian-officer', 'leader',
        'office', 'outside-auditor', 'security-admin', 'system-admin', 'volunteer'])
    const codes = loaded.accounts.map(({ unitCode }) => unitCode)
    const ofLength = (length: number) => [...new Set(codes.filter((code) => code.length === length))]
    expect(ofLength(4)).toEqual(['6327'])
    expect(new Set(ofLength(7).filter((code) => !code.startsWith('63271'))).size).toBeGreaterThanOrEqual(2)
    const towns = ofLength(11)
    expect(towns.some((town) => towns.some((other) => other !== town && other.slice(0, 7) === town.slice(0, 7)))).toBe(true)
    expect(ofLength(15).length).toBeGreaterThanOrEqual(3)
    expect(loaded.accounts.some(({ also }) => also !== undefined)).toBe(true)
  })

  test('sign in with their passwords, for their unit, without having to change it', async () => {
    for (const account of loaded.accounts) {
      const answer = await signIn(account.name)
      expect(answer.statusCode, `${account.name}: ${answer.body}`).toBe(201)
      const session = answer.json<{ unit: { code: string }; person: { name: string }; mustChangePassword: boolean; grants: unknown[] }>()
      const units = [account.unitCode, ...(account.also ?? []).map(({ unitCode }) => unitCode)]
      expect(units).toContain(session.unit.code)
      expect([session.person.name, session.mustChangePassword, session.grants.length]).toEqual([account.personName, false, units.length])
    }
  })
})

describe('its records in the product', () => {
  test('a village worker sees the children of the village, opens a case and what was written in it', async () => {
    const { items } = await get<Page>('village-worker', '/api/children?limit=100')
    const own = loaded.accounts.find(({ name }) => name === 'village-worker')?.unitCode
    expect(items.length).toBeGreaterThan(0)
    expect(items.every(({ unitCode }) => unitCode === own)).toBe(true)
    const cases = await get<Page>('village-worker', '/api/cases?limit=100')
    const first = await get<{ need: string | null; visits: { id: string }[] }>('village-worker', `/api/cases/${cases.items[0]?.id}`)
    expect(first.need).toMatch(/。$/)
    const visits = await get<Page>('village-worker', '/api/visits?limit=5')
    expect((await get<{ note: string | null }>('village-worker', `/api/visits/${visits.items[0]?.id}`)).note).toMatch(/\S/)
  })

  test('a volunteer sees the children paired with them, and no administrator sees a child', async () => {
    const { items } = await get<{ items: { childId: string }[] }>('volunteer', '/api/cases')
    expect(items.length).toBeGreaterThan(0)
    const headers = { cookie: cookies.get('volunteer') ?? '' }
    const payload = { fields: ['name', 'phone'], purpose: 'visit' }
    const open = await server.inject({ method: 'POST', url: `/api/children/${items[0]?.childId}/open`, headers, payload })
    expect(open.json<{ name: string }>().name, open.body).toMatch(/^\p{Script=Han}{2,4}$/u)
    await signIn('system-admin')
    expect((await server.inject({ url: '/api/children', headers: { cookie: cookies.get('system-admin') ?? '' } })).statusCode).toBe(403)
  })

  test('children are found by name under the keys of the installation, and numbers belong to nobody', async () => {
    const { rows } = await city.owner.query<{ id: string; sealed: Buffer; wrapped: Buffer }>(`
      select i.id, i.sealed, k.wrapped from children.identities i
        join children.person_keys k on k.city_id = i.city_id and k.id = i.id where i.city_id = $1`, [cityId])
    const opened = rows.map(({ id, sealed, wrapped }) => openFields(
      unwrapKey(city.ground.installation.masterKeys, wrapped, { cityId: String(cityId), personId: id }), sealed, `children.identities/${cityId}/${id}`))
    const numbers = opened.flatMap(({ paperNumber }) => (typeof paperNumber === 'string' ? [paperNumber] : []))
    expect(numbers.length).toBeGreaterThan(200)
    expect(numbers.filter((number) => !number.startsWith('99'))).toEqual([])
    const name = String(opened[0]?.['name'])
    await signIn('city-office')
    const headers = { cookie: cookies.get('city-office') ?? '' }
    const found = await server.inject({ method: 'POST', url: '/api/children/search', headers, payload: { q: name, limit: 50 } })
    expect(found.json<Page>().items.map(({ id }) => id)).toContain(rows[0]?.id)
  })
})

describe('its figures', () => {
  test.each([
    ['child.registered', "select count(*) from children.children where city_id = $1 and status = 'registered'"],
    ['child.differs', 'select count(*) from children.children where city_id = $1 and differs'],
    ['child.consent.service', 'select count(*) from children.children where city_id = $1 and has_service_consent'],
    ['child.type.left-behind', "select count(*) from children.children where city_id = $1 and 'left-behind' = any (derived_types)"],
    ['child.civil.left-behind', "select count(*) from children.children where city_id = $1 and 'left-behind' = any (civil_affairs_types)"],
    ['volunteer.active', "select count(*) from volunteers.volunteers where city_id = $1 and status in ('active', 'resting')"],
    ['volunteer.cleared', "select count(*) from volunteers.volunteers where city_id = $1 and status <> 'left' and clearance_until >= '2026-11-22'"],
    ['case.open', "select count(*) from care.cases where city_id = $1 and status = 'open'"],
    ['case.opened', 'select count(*) from care.cases where city_id = $1'],
    ['case.risk.red', "select count(*) from care.cases where city_id = $1 and status = 'open' and colour = 'red'"],
    ['pairing.active', "select count(*) from care.pairings where city_id = $1 and (until_on is null or until_on >= '2026-11-22')"],
    ['visit.made', "select count(*) from care.visits where city_id = $1 and outcome = 'made' and voided_at is null"],
    ['visit.attempted', "select count(*) from care.visits where city_id = $1 and outcome = 'attempted' and voided_at is null"],
    ['aid.given', "select count(*) from aid.acts where city_id = $1 and status in ('given', 'received')"],
    ['wish.published', 'select count(*) from aid.published_wishes where city_id = $1'],
    ['wish.fulfilled', "select count(*) from aid.wishes where city_id = $1 and status in ('fulfilled', 'closed')"],
    ['unit.founded', "select count(*) from organization.units where city_id = $1 and established_on is not null"],
    ['post.vacant', 'select count(*) from organization.posts where city_id = $1 and vacant_since is not null'],
  ])('%s counts the records', async (measure, records) => {
    const counted = await numberOf(`
      select coalesce(sum(sign), 0) from figures.facts where city_id = $1 and measure = '${measure}' and happened_on <= '${today}'`)
    expect(counted).toBe(await numberOf(records))
  })

  test('a case is open once for a child, and its next visit is due by its colour', async () => {
    expect(await numberOf(`
      select count(*) from care.cases where city_id = $1 and status = 'open' and next_visit_due_on > greatest(last_made_on, opened_on)
         and next_visit_due_on <= greatest(last_made_on, opened_on) + 400`))
      .toBe(await numberOf("select count(*) from care.cases where city_id = $1 and status = 'open'"))
    const overdueBefore = (day: string) => numberOf(`select count(*) from care.cases where city_id = $1 and next_visit_due_on < '${day}'`)
    const open = await numberOf("select count(*) from care.cases where city_id = $1 and status = 'open'")
    expect(await overdueBefore('2026-11-22')).toBeGreaterThan(0)
    expect(await overdueBefore('2026-11-22') / open, 'few are overdue').toBeLessThan(0.12)
    expect(await overdueBefore('2026-11-08') / open, 'most of them by days').toBeLessThan(0.03)
    expect(await overdueBefore('2026-10-01'), 'none by months').toBe(0)
  })

  test('nobody has more children than there is room for', async () => {
    expect(await numberOf(`
      select count(*) from volunteers.volunteers v where v.city_id = $1 and v.capacity <
        (select count(*) from care.pairings p where p.city_id = $1 and p.volunteer_id = v.id and (p.until_on is null or p.until_on >= '2026-11-22'))`)).toBe(0)
  })

  test('are added up as a recount adds them', async () => {
    const pool = openPool(city.urls.worker, { max: 1 })
    const recount = await runAsCity({ ...city.ground, pool }, cityId, (context) => recountFigures(context)).finally(() => pool.end())
    expect(recount.differences).toEqual([])
    expect(recount.facts).toBe(await numberOf('select count(*) from figures.facts where city_id = $1'))
  })

  test('leave books and gifts in which everything holds that must', async () => {
    const pool = openPool(city.urls.worker, { max: 1 })
    const [books, gifts] = await runAsCity({ ...city.ground, pool }, cityId, async (context) => (
      [await verifyLedger(context), await verifyCharity(context)])).finally(() => pool.end())
    expect([books?.broken, gifts?.broken]).toEqual([[], []])
    expect(await numberOf("select count(*) from charity.gifts where city_id = $1 and status = 'confirmed'")).toBeGreaterThan(10)
    expect(await numberOf("select count(*) from charity.donors where city_id = $1 and label like '%某' and sealed_identity is not null")).toBeGreaterThan(2)
  })

  test('show a donor the own gifts with their trail, the pages of its funds, the account for transfers and the wishes it took on', async () => {
    const page = await get<{ donor: { giftCount: number; label: string }; agreements: unknown[]; reports: unknown[]; wishes: unknown[]
      claims: { status: string; text: string | null }[]; channels: { bankTransfer: string } }>('donor', '/api/my-gifts/overview')
    expect(page.donor.giftCount).toBeGreaterThan(1)
    expect(page).toMatchObject({ donor: { label: '江畔建材有限公司' }, agreements: [{}], channels: { bankTransfer: expect.stringContaining('请勿转账') } })
    expect(page.reports.length).toBeGreaterThan(0)
    expect(page.claims.length).toBeGreaterThan(0)
    expect(page.claims.every(({ text }) => text !== null)).toBe(true)
    const { items } = await get<{
      items: { id: string; amountFen: number; receiptCode: string | null; receiptNumber: string | null; traceCode: string | null }[]
    }>('donor', '/api/my-gifts')
    expect(items).toHaveLength(page.donor.giftCount)
    // From the receipt to where the money went, without signing in: the series says that it is invented.
    const received = items.find(({ receiptNumber }) => receiptNumber !== null)
    expect(received).toMatchObject({ receiptCode: 'YANSHI2026', receiptNumber: expect.stringMatching(/^\d{8}$/) })
    const traced = await server.inject({ method: 'POST', url: '/api/trace', payload: { code: received?.traceCode } })
    expect(traced.json()).toMatchObject({ amountFen: received?.amountFen })
    expect((await get<{ amountFen: number }>('donor', `/api/my-gifts/${items[0]?.id}/trail`)).amountFen).toBe(items[0]?.amountFen)
    const { rows: [other] } = await city.owner.query('select id from charity.gifts where city_id = $1 and not id = any ($2::uuid[]) limit 1',
      [cityId, items.map(({ id }) => id)])
    expect((await server.inject({ url: `/api/my-gifts/${other.id}/trail`, headers: { cookie: cookies.get('donor') ?? '' } })).statusCode).toBe(404)
  })

  test('each number is the number of rows it opens', async () => {
    const { items } = await get<{ items: { code: string; value: number | null; kind: string }[] }>('city-office', '/api/figures?period=2026')
    expect(items.length).toBeGreaterThan(60)
    for (const { code, value } of items.filter(({ kind }) => kind === 'count')) {
      const rows = await get<{ total: number }>('city-office', `/api/figures/${code}/rows?period=2026&limit=1`)
      expect(rows.total, code).toBe(value)
    }
  }, 60_000)

  test('both legal ratios of the foundation are judged, by the kind its certificate gives it', async () => {
    const { items: [body] } = await get<{ items: { id: string }[] }>('accountant', '/api/duties/bodies')
    const sheet = await get<{ leave: unknown; judged: { ratio: string; verdict: string }[] }>('accountant', `/api/duties/bodies/${body?.id}/ratios?year=2026`)
    expect(sheet.leave).toMatchObject({ conflict: null })
    expect(sheet.judged.map(({ ratio, verdict }) => [ratio, verdict])).toEqual([['spending', 'met'], ['administration', 'met']])
  })

  test('each number of the table of 组建率 is the figure it opens', async () => {
    type Founding = { due: number; established: number }
    const { levels, items } = await get<{ levels: (Founding & { sort: string })[]; items: (Founding & { unitCode: string })[] }>(
      'city-office', '/api/founding-rates?limit=200')
    const figuresOf = async (unit: string) => new Map(
      (await get<{ items: { code: string; value: number }[] }>('city-office', `/api/figures?period=2026${unit}`)).items.map(({ code, value }) => [code, value]))
    const own = await figuresOf('')
    expect(levels.length).toBeGreaterThan(5)
    for (const { sort, due, established } of levels) {
      expect([own.get(`units.due.${sort}`), own.get(`units.founded.${sort}`)], sort).toEqual([due, established])
    }
    for (const { unitCode, due, established } of items.slice(0, 3)) {
      const below = await figuresOf(`&unit=${unitCode}`)
      expect([below.get('units.due'), below.get('units.founded')], unitCode).toEqual([due, established])
    }
  }, 60_000)

  test('every measure of the modules shown that indicators count occurs, but those of rare events', async () => {
    const { rows } = await city.owner.query<{ measure: string }>(`
      select distinct m.measure from figures.indicators i cross join unnest(i.measures) as m(measure)
       where not exists (select 1 from figures.facts f where f.city_id = $1 and f.measure = m.measure) order by 1`, [cityId])
    const rare = /^(case\.reopened|unit\.\w+\.other|child\.(type|civil)\..*|volunteer\.left)$/
    const shown = /^(unit|post|staff|volunteer|child|case|pairing|visit)\./
    expect(rows.map(({ measure }) => measure).filter((measure) => shown.test(measure) && !rare.test(measure))).toEqual([])
  })
})
