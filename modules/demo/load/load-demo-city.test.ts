import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aidModule } from '#modules/aid/module.ts'
import { careModule } from '#modules/care/module.ts'
import { verifyCharity } from '#modules/charity/index.ts'
import { childrenModule } from '#modules/children/module.ts'
import { recountFigures } from '#modules/figures/index.ts'
import { verifyLedger } from '#modules/ledger/index.ts'
import { protectionModule } from '#modules/protection/module.ts'
import { referralsModule } from '#modules/referrals/module.ts'
import { safeguardingModule } from '#modules/safeguarding/module.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { runAsCity } from '#platform/jobs/run-as-city.ts'
import { openPool } from '#platform/database/pool.ts'
import { openFields } from '#platform/crypto/envelope.ts'
import { unwrapKey } from '#platform/crypto/person-key.ts'
import { plannedReports } from '../rules/protection/reports.ts'
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
let second: Promise<LoadedDemo> | undefined
/** The same city in another database, where nobody signs in. */
const loadAgain = () => (second ??= loadDemoCity(wishFor(again)))
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

/** What acts of people left, without the ids that were made by chance. */
const contents = [
  `select party, from_unit_id, to_unit_id, child_id, child_label, status, override_status, sent_on, answered_on, ended_on, created_at, updated_at
     from referrals.referrals where city_id = $1 order by created_at, party, child_label, from_unit_id`,
  `select party, began_by, from_unit_id, to_unit_id, child_id, child_label, status, asked_on, answered_name, answered_on, created_at
     from children.transfers where city_id = $1 order by created_at, party, child_id`,
  `select i.title, i.status, i.found_at, i.updated_at, array_agg(k.child_id order by k.child_id) as children
     from protection.incidents i join protection.incident_children k on k.city_id = $1 and k.incident_id = i.id where i.city_id = $1
    group by i.city_id, i.id order by 1`,
  `select unit_id, situations, status, filed_at, opened_at, closed_at, closing_result from safeguarding.reports where city_id = $1 order by filed_at`,
  `select recipient_account_id, title, kind, due_on, created_at, done_at from notices.notices where city_id = $1
    order by created_at, recipient_account_id, title`,
]

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
    await loadAgain()
    const tables = [
      'organization.units', 'organization.terms', 'volunteers.volunteers', 'children.children', 'children.facts', 'care.visits', 'accounts.accounts',
      'figures.facts']
    for (const table of tables) {
      const text = `select md5(string_agg(id::text, ',' order by id)) as digest from ${table} where city_id = $1`
      expect((await again.owner.query(text, [cityId])).rows, table).toEqual((await city.owner.query(text, [cityId])).rows)
    }
    // What commands numbered by chance has the same content.
    for (const text of contents) expect((await again.owner.query(text, [cityId])).rows, text).toEqual((await city.owner.query(text, [cityId])).rows)
  })

  test('stands in the audit at the time at which it was loaded, so that what is done next comes above it', async () => {
    const { rows: [entry] } = await city.owner.query<{ id: string; at: Date }>(
      "select id, at from audit.entries where city_id = $1 and verb = 'demo.loaded'", [cityId])
    const inId = parseInt((entry?.id ?? '').replaceAll('-', '').slice(0, 12), 16)
    expect(inId).toBeLessThanOrEqual(Date.now())
    expect(Math.abs(inId - Number(entry?.at))).toBeLessThan(120_000)
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

describe('its referrals', () => {
  test('stand in every state, on the side of who asked and of who was asked', async () => {
    const states = async (party: string) => (await city.owner.query<{ status: string }>(
      'select distinct status from referrals.referrals where city_id = $1 and party = $2 order by 1', [cityId, party])).rows.map(({ status }) => status)
    expect(await states('sender')).toEqual(['accepted', 'done', 'draft', 'rejected', 'revoked', 'sent'])
    expect(await states('receiver')).toEqual(['accepted', 'done', 'rejected', 'sent'])
    const late = "status = 'sent' and answer_due_on < '2026-11-22'"
    expect(await numberOf(`select count(*) from referrals.referrals where city_id = $1 and party = 'sender' and to_body_id is not null and ${late}`)).toBe(1)
    expect(await numberOf(`select count(*) from referrals.referrals where city_id = $1 and party = 'receiver' and ${late}`)).toBe(1)
  })

  test('are known to both parties alike, and to who was asked without the child', async () => {
    const { rows } = await city.owner.query(`select sent.sender, got.receiver from
      (select referral_id, to_jsonb(r) - 'id' as sender from referrals.referrals r where city_id = $1 and party = 'sender' and to_unit_id is not null
          and status <> 'draft') sent
      full join (select referral_id, to_jsonb(r) - 'id' as receiver from referrals.referrals r where city_id = $1 and party = 'receiver') got
      using (referral_id)`,
    [cityId])
    expect(rows.length).toBeGreaterThan(3)
    for (const { sender, receiver } of rows) {
      for (const field of ['status', 'child_label', 'sent_on', 'answer_due_on', 'answered_on', 'ended_on']) expect(receiver[field], field).toBe(sender[field])
      expect([sender.child_id === null, receiver.child_id]).toEqual([false, null])
    }
  })

  test('were sent under a consent of that day or after a yes to going without one', async () => {
    const consented = `exists (select from children.consents k where k.city_id = $1 and k.child_id = r.child_id and k.kind = 'sharing'
      and k.from_on <= r.sent_on and k.withdrawn_on is null)`
    const sent = `from referrals.referrals r where r.city_id = $1 and r.party = 'sender' and r.sent_on is not null and not ${consented}`
    expect(await numberOf(`select count(*) ${sent} and r.override_status is distinct from 'approved'`)).toBe(0)
    expect(await numberOf(`select count(*) ${sent} and r.override_at < r.updated_at`)).toBe(1)
    expect(await numberOf(`select count(*) from referrals.referrals r where r.city_id = $1 and r.override_status = 'rejected' and r.sent_on is null`)).toBe(1)
  })

  test('open what travelled to who was asked, while it is answered', async () => {
    type Row = { id: string; status: string; isOverdue: boolean; toName: string; fromUnitName: string }
    const { items } = await get<{ items: Row[] }>('school-office', '/api/referrals?party=receiver')
    const accepted = items.find(({ status }) => status === 'accepted')
    const open = await server.inject({ method: 'POST', url: `/api/referrals/${accepted?.id}/open`, headers: { cookie: cookies.get('school-office') ?? '' } })
    expect(open.json<{ need: string }>().need, open.body).toContain('课后辅导')
    const late = await get<{ items: Row[] }>('town2-office', '/api/referrals?party=receiver&overdue=true')
    expect(late.items.map(({ isOverdue }) => isOverdue)).toEqual([true])
    expect((await get<{ items: unknown[] }>('city-office', '/api/outside-bodies')).items).toHaveLength(5)
  })
})

describe('its children that went over', () => {
  test('were asked for and offered, wait, were carried out, refused and withdrawn, and both parties know the same', async () => {
    const { rows } = await city.owner.query<{ state: string; agrees: boolean }>(`
      select a.began_by || ' ' || a.status as state,
             a.status = h.status and a.answered_on is not distinct from h.answered_on and a.child_id = h.child_id as agrees
        from children.transfers a join children.transfers h on h.city_id = $1 and h.transfer_id = a.transfer_id and h.party = 'holder'
       where a.city_id = $1 and a.party = 'asker'`, [cityId])
    expect(rows.length).toBe(await numberOf("select count(distinct transfer_id) from children.transfers where city_id = $1"))
    expect(rows.filter(({ agrees }) => !agrees)).toEqual([])
    expect([...new Set(rows.map(({ state }) => state))].toSorted())
      .toEqual(['asker done', 'asker pending', 'asker rejected', 'holder done', 'holder pending', 'holder withdrawn'])
    const { items } = await get<{ items: { isOverdue?: boolean }[] }>('town-office', '/api/children/transfers')
    expect(items.length).toBeGreaterThan(0)
  })

  test('stand where they went, with all that is theirs, and are counted there', async () => {
    const done = `from children.transfers t join children.children c on c.city_id = $1 and c.id = t.child_id
      where t.city_id = $1 and t.party = 'asker' and t.status = 'done'`
    expect(await numberOf(`select count(*) ${done}`)).toBeGreaterThan(1)
    expect(await numberOf(`select count(*) ${done} and (c.unit_id <> t.to_unit_id or c.scope_code <> t.scope_code or c.unit_since <> t.answered_on)`)).toBe(0)
    for (const part of ['facts', 'guardians', 'derived_types', 'search_terms', 'consents']) {
      expect(await numberOf(`select count(*) from children.${part} p join children.children c on c.city_id = $1 and c.id = p.child_id
        where p.city_id = $1 and p.scope_code <> c.scope_code`), part).toBe(0)
    }
    expect(await numberOf(`select count(*) from (select c.id from children.children c join figures.facts f on f.city_id = $1 and f.record_id = c.id
        and f.measure = 'child.registered' and f.scope_code = c.scope_code where c.city_id = $1 and c.unit_since is not null
      group by c.id having sum(f.sign) = 1) as counted`)).toBe(await numberOf(`select count(*) ${done}`))
  })
})

describe('its incidents', () => {
  test('are one that is closed and one in hand, with the children they concern', async () => {
    type Incident = { id: string; status: string; isLate: boolean; childrenCount: number; listedCount: number; obstacles: string[]; children: unknown[] }
    const { items } = await get<{ items: Incident[] }>('city-guardian', '/api/incidents')
    const found = await Promise.all(items.map(({ id }) => get<Incident>('city-guardian', `/api/incidents/${id}`)))
    expect(found.map(({ status, obstacles }) => ({ status, obstacles })))
      .toEqual(expect.arrayContaining([{ status: 'closed', obstacles: [] }, { status: 'open', obstacles: ['guardians'] }]))
    expect(found.map(({ isLate }) => isLate)).toEqual([false, false])
    for (const { listedCount, childrenCount, children } of found) {
      expect(children.length).toBeGreaterThan(0)
      expect(listedCount).toBeLessThanOrEqual(childrenCount)
    }
  })
})

describe('its mandatory reports', () => {
  type Report = { id: string; number: string; status: string }
  const openAs = async (name: string, id: string | undefined) => {
    if (!cookies.has(name)) await signIn(name)
    return server.inject({ method: 'POST', url: `/api/safeguarding/reports/${id}/open`, headers: { cookie: cookies.get(name) ?? '' } })
  }

  test('are seen by the people named for them and by nobody else', async () => {
    const { items } = await get<{ items: Report[] }>('city-guardian', '/api/safeguarding/reports')
    expect(items.map(({ status }) => status).toSorted()).toEqual(['closed', 'closed', 'filed', 'handling'])
    const handling = items.find(({ status }) => status === 'handling')
    const opened = (await openAs('city-guardian', handling?.id)).json<{ steps: { kind: string; receiptNumber: string | null }[]; readers: unknown[] }>()
    expect(opened.steps.map(({ kind }) => kind)).toEqual(['police', 'hospital', 'police', 'guardian'])
    expect(opened.readers.length).toBeGreaterThan(1)
    for (const name of ['county2-guardian', 'village-worker', 'volunteer']) {
      expect((await openAs(name, handling?.id)).statusCode, name).toBeGreaterThanOrEqual(403)
    }
    expect((await get<{ items: Report[] }>('village-worker', '/api/safeguarding/reports')).items).toEqual([])
  })

  test('say nowhere in the clear what was seen, nor who saw it', async () => {
    const { rows } = await city.owner.query('select * from safeguarding.reports where city_id = $1', [cityId])
    for (const { seen } of plannedReports) expect(JSON.stringify(rows)).not.toContain(seen.slice(0, 8))
    const { rows: filed } = await city.owner.query(`select account_id, unit_id, person_name from audit.entries
      where city_id = $1 and verb = 'mandatory-report.filed'`, [cityId])
    expect(filed).toEqual(plannedReports.map(() => ({ account_id: null, unit_id: null, person_name: '报告人（保密）' })))
  })
})

describe('what people of the demo did', () => {
  test('bears the time at which they did it, never the time of the load, and nothing lies ahead', async () => {
    await loadAgain()
    const ahead = `>= '${today} 00:01:00+08'`
    const times = [
      ['audit.entries', 'at'], ['figures.facts', 'recorded_at'], ['notices.notices', 'created_at'], ['referrals.referrals', 'updated_at'],
      ['children.transfers', 'updated_at'], ['protection.incidents', 'updated_at'], ['safeguarding.steps', 'recorded_at'],
      ['phone.devices', 'last_seen_at'], ['phone.devices', 'cut_off_at'],
    ]
    for (const [table, column] of times) {
      const but = table === 'audit.entries' ? "and verb <> 'demo.loaded'" : ''
      const { rows } = await again.owner.query(`select 1 from ${table} where city_id = $1 and ${column} ${ahead} ${but}`, [cityId])
      expect(rows, `${table}.${column}`).toEqual([])
    }
    expect(await numberOf("select count(*) from referrals.referrals where city_id = $1 and (sent_on > answered_on or answered_on > ended_on)")).toBe(0)
  })

  test('leaves nothing to the jobs of the first start: they find it done', async () => {
    await loadAgain()
    const place = { ...again, cityId }
    const standing = async () => {
      const rows = []
      for (const text of contents.slice(0, 4)) rows.push((await again.owner.query(text, [cityId])).rows)
      return rows
    }
    const told = async () => (await again.owner.query(`select recipient_account_id, title, source_key, done_at from notices.notices where city_id = $1
      and source_kind in ('referral', 'referral-override', 'child-transfer', 'incident', 'mandatory-report') order by 1, 3`, [cityId])).rows
    const before = [await standing(), await told()]
    await runJobsInline(place, [referralsModule, childrenModule, protectionModule, safeguardingModule, careModule, aidModule])
    expect([await standing(), await told()]).toEqual(before)
  }, 60_000)
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
    ['referral.sent', "select count(*) from referrals.referrals where city_id = $1 and party = 'sender' and sent_on is not null"],
    ['referral.accepted', "select count(*) from referrals.referrals where city_id = $1 and party = 'sender' and status in ('accepted', 'done')"],
    ['referral.done', "select count(*) from referrals.referrals where city_id = $1 and party = 'sender' and status = 'done'"],
    ['mandatory-report.filed', "select count(*) from safeguarding.reports where city_id = $1 and closing_result is distinct from 'mistaken'"],
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
    type Sheet = { leave: unknown; judged: { ratio: string; verdict: string }[]; kinds: { kind: string; fromOn: string }[] }
    const sheet = await get<Sheet>('accountant', `/api/duties/bodies/${body?.id}/ratios?year=2026`)
    expect(sheet.leave).toMatchObject({ conflict: null })
    expect(sheet.kinds).toMatchObject([{ kind: 'public-foundation', fromOn: '2012-06-01' }])
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
