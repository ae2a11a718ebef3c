import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, inject } from 'vitest'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { prepareActivation, replaceAdministrator } from '#modules/accounts/index.ts'
import { accountsModule } from '#modules/accounts/module.ts'
import { setupModule } from '../module.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { migrateDatabase, prepareDatabase, type DatabaseUrls } from '#platform/database/prepare.ts'
import { systemClock } from '#platform/http/clock.ts'
import { buildServer } from '#platform/http/server.ts'
import { loadOrCreateMasterKeys } from '#platform/crypto/master-key.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const password = 'xinhuo2026'

describe('an empty installation', () => {
  let urls: DatabaseUrls
  let pool: Pool
  let server: FastifyInstance
  let ground: Parameters<typeof prepareActivation>[0]
  let codes: Map<string, string>
  let dataFolder: string
  const name = `e_${randomBytes(6).toString('hex')}`
  beforeAll(async () => {
    urls = await prepareDatabase(inject('testServerUrl'), name, { app: 'test', worker: 'test' })
    await migrateDatabase(urls)
    pool = openPool(urls.app, { max: 3 })
    dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-empty-'))
    ground = { pool, clock: systemClock, installation: { epoch: 1, dataFolder, masterKeys: loadOrCreateMasterKeys(dataFolder) } }
    server = await buildServer({ modules: [accountsModule, setupModule], ground, pageFolder: null, requestsPerMinute: 1_000_000 })
    codes = await printCodes()
  })
  afterAll(async () => {
    await server.close()
    await pool.end()
    const client = new pg.Client({ connectionString: inject('testServerUrl') })
    await client.connect()
    await client.query(`drop database ${name} with (force)`).finally(() => client.end())
    await rm(dataFolder, { recursive: true, force: true })
  })
  const printCodes = async () => new Map((await prepareActivation(ground)).map(({ role, code }) => [role, code]))
  const post = (url: string, payload: object) => server.inject({ method: 'POST', url: `/api${url}`, payload })
  const activate = (role: string, signInName: string, more = {}) => post('/setup/activate', { code: codes.get(role) ?? '', signInName,
    personName: `${signInName}员`, password, ...more })
  const signIn = (signInName: string) => post('/sessions', { name: signInName, password })

  it('prints three different codes, and says that there is no city', async () => {
    expect([...codes.keys()].toSorted()).toEqual(['audit-admin', 'security-admin', 'system-admin'])
    expect(new Set(codes.values()).size).toBe(3)
    expect((await server.inject({ url: '/api/setup' })).json()).toMatchObject({ isEmpty: true, administrators: [{ isActivated: false },
      { isActivated: false }, { isActivated: false }] })
  })

  it('takes each code once, for an account of its own; a new start makes the waiting codes anew', async () => {
    expect((await activate('system-admin', 'xitong', { code: 'AAAAA-AAAAA-AAAAA-AAAAA' })).json().code).toBe('WRONG_CODE')
    expect((await activate('system-admin', 'xitong', { password: '12345678' })).json().code).toBe('WEAK_PASSWORD')
    expect((await activate('system-admin', 'xitong', { code: codes.get('system-admin')?.toLowerCase().replaceAll('-', ' ') })).json())
      .toEqual({ role: 'system-admin' })
    expect((await activate('system-admin', 'xitong2')).json().code).toBe('WRONG_CODE')
    for (const name of ['xitong', 'XiTong']) expect((await activate('security-admin', name)).json().code, name).toBe('SIGN_IN_NAME_TAKEN')
    // The door reads every name in half width: one kept in full width would never be let in.
    expect((await activate('security-admin', 'ａｎｑｕａｎ')).json().data.issues[0].message).toBe('用户名中的字母和数字请用半角输入')
    const before = codes.get('security-admin')
    codes = await printCodes()
    expect([...codes.keys()].toSorted()).toEqual(['audit-admin', 'security-admin'])
    expect((await activate('security-admin', 'anquan', { code: before })).json().code).toBe('WRONG_CODE')
    expect((await activate('security-admin', 'anquan')).statusCode).toBe(201)
  })

  it('lets nobody but the system administrator choose the city', async () => {
    for (const [signInName, given] of [['anquan', password], ['xitong', 'wrong'], ['nobody', password]]) {
      expect((await post('/setup/city', { signInName, password: given, prefectureCode: '511300' })).json().code).toBe('WRONG_CREDENTIALS')
    }
    expect((await post('/setup/city', { signInName: 'xitong', password, prefectureCode: '999999' })).json().code).toBe('UNKNOWN_PREFECTURE')
    expect((await server.inject({ url: '/api/setup' })).json().isEmpty).toBe(true)
  })

  it('makes the city with all its divisions, once', async () => {
    const list = (await server.inject({ url: '/api/setup/prefectures' })).json().items as { code: string; name: string }[]
    expect(list).toContainEqual({ code: '511300', name: '南充市', provinceName: '四川省' })
    const made = await post('/setup/city', { signInName: 'XiTong', password, prefectureCode: '511300' })
    expect(made.json()).toMatchObject({ cityId: 511300, name: '南充市' })
    expect(made.json().units).toBeGreaterThan(3000)
    expect((await post('/setup/city', { signInName: 'xitong', password, prefectureCode: '511300' })).json().code).toBe('CITY_EXISTS')
  })

  it('lets each administrator in with his own rights only', async () => {
    const system = (await signIn('xitong')).json()
    expect([system.unit.name, system.roleCode, system.grants.length]).toEqual(['南充市', 'system-admin', 1])
    expect((await signIn('anquan')).json()).toMatchObject({ roleCode: 'security-admin', permissions: expect.arrayContaining(['grant.manage']) })
  })

  it('activates the one still missing after the city was made', async () => {
    expect((await activate('audit-admin', 'shenji')).json()).toEqual({ role: 'audit-admin' })
    expect((await signIn('shenji')).json()).toMatchObject({ unit: { name: '南充市' }, roleCode: 'audit-admin' })
    expect((await prepareActivation(ground))).toEqual([])
  })

  it('replaces a lost administrator from the server: the old one is out, a new code makes the successor, the audit says why', async () => {
    const worker = openPool(urls.worker, { max: 1 })
    const { code, revoked } = await replaceAdministrator({ ...ground, pool: worker }, { cityId: 511300, role: 'audit-admin',
      reason: '本人离职失联' }).finally(() => worker.end())
    expect(revoked).toBe(1)
    expect((await signIn('shenji')).json().code).toBe('NO_GRANT')
    codes.set('audit-admin', code)
    expect((await activate('audit-admin', 'shenji2')).statusCode).toBe(201)
    const cookie = String((await signIn('shenji2')).headers['set-cookie']).split(';')[0] ?? ''
    const entries = (await server.inject({ url: '/api/audit-entries?verb=administrator.replaced', headers: { cookie } })).json().items
    expect(entries.map((entry: { reason: string }) => entry.reason)).toEqual(['本人离职失联'])
  })
})
