import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { urlsOf, type DatabaseUrls } from '#platform/database/prepare.ts'
import { runAsActor, stepsOf, type Ground } from '#platform/http/bind.ts'
import { fixedClock } from '#platform/http/clock.ts'
import type { Context, Steps } from '#platform/http/context.ts'
import type { ModuleDefinition } from '#platform/http/module.ts'
import { buildServer } from '#platform/http/server.ts'
import { newSessionToken } from '#platform/http/session-token.ts'
import { untilSettled } from '#platform/jobs/inline.ts'
import { modules as allModules } from '#apps/server/modules.ts'
import { testServerUrl } from './provided.ts'
import { testInstallation } from './installation.ts'
import { testCityId, testNow, testPeople, type PersonName } from './people.ts'

/** A database of its own for one test file, with the named people ready to act. */
export type TestCity = {
  cityId: number
  urls: DatabaseUrls
  /** Sees past the policies; for arranging and checking, never for the thing under test. */
  owner: pg.Client
  ground: Ground
  clock: ReturnType<typeof fixedClock>
  /** Runs a command or query as one of the named people, in a transaction that commits. */
  as<T>(name: PersonName, work: (context: Context) => Promise<T>): Promise<T>
  /** Runs an operation that asks another program as one of the named people. */
  inSteps<T>(name: PersonName, work: (steps: Steps) => Promise<T>): Promise<T>
  /** The cookie header of a session of one of the named people. */
  cookieOf(name: PersonName): Promise<string>
  /** The HTTP server of these modules (all by default), for `inject`. */
  serve(modules?: readonly ModuleDefinition[]): Promise<FastifyInstance>
  unitId(code: string): Promise<string>
  accountId(name: PersonName): Promise<string>
  /** Waits until everything committed so far can be sealed, relayed and folded; whoever asks holds no transaction open. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Opens a clone of the test city: `const city = await openTestCity()` in beforeAll, `await city.close()` in afterAll. */
export async function openTestCity(): Promise<TestCity> {
  const superuserUrl = inject(testServerUrl)
  const database = `t_${randomBytes(6).toString('hex')}`
  await once(superuserUrl, `create database ${database} template xinhuo_template strategy file_copy`)
  const urls = urlsOf(superuserUrl, database, { app: 'test', worker: 'test' })
  const owner = new pg.Client({ connectionString: urls.owner, options: '-c timezone=Asia/Shanghai' })
  await owner.connect()
  const pool = openPool(urls.app, { max: 4 })
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'xinhuo-city-'))
  const clock = fixedClock(testNow)
  const ground: Ground = { pool, clock, installation: await testInstallation(dataFolder) }
  const servers: FastifyInstance[] = []
  const tokens = new Map<PersonName, ReturnType<typeof newSessionToken>>()
  const tokenOf = async (name: PersonName) => {
    const known = tokens.get(name) ?? await openSession(pool, await findAccount(owner, name))
    tokens.set(name, known)
    return known
  }
  return {
    cityId: testCityId, urls, owner, ground, clock,
    as: async (name, work) => runAsActor({ request: testRequest(), token: await tokenOf(name), meta: {} }, ground, work),
    inSteps: async (name, work) => work(stepsOf({ request: testRequest(), token: await tokenOf(name), meta: {} }, ground)),
    cookieOf: async (name) => `xinhuo_session=${(await tokenOf(name)).text}`,
    serve: async (modules = allModules) => {
      const server = await buildServer({ modules, ground, pageFolder: null, requestsPerMinute: 1_000_000 })
      servers.push(server)
      return server
    },
    unitId: async (code) => String((await owner.query('select id from organization.units where city_id = $1 and code = $2', [testCityId, code])).rows[0]?.id),
    accountId: (name) => findAccount(owner, name),
    settled: () => untilSettled({ ground }),
    close: async () => {
      await Promise.all(servers.map((server) => server.close()))
      await Promise.all([pool.end(), owner.end()])
      await once(superuserUrl, `drop database ${database} with (force)`)
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A request as tests send it. */
export function testRequest() {
  return { id: newId(), address: '127.0.0.1', device: 'test', idempotencyKey: null, setSessionToken: () => {} }
}

async function openSession(pool: Pool, accountId: string) {
  const token = newSessionToken(testCityId)
  await pool.query('select access.open_session($1, $2, $3, $4, 3600, 36000, $5, $6)', [testCityId, accountId, newId(), token.hash, '127.0.0.1', 'test'])
  return token
}

async function findAccount(owner: pg.Client, name: PersonName): Promise<string> {
  const person = testPeople.find((candidate) => candidate.name === name)
  const { rows } = await owner.query<{ id: string }>('select id from accounts.accounts where city_id = $1 and sign_in_name = $2',
    [testCityId, person?.signInName])
  if (rows[0] === undefined) throw new Error(`${name} has no account`)
  return rows[0].id
}

async function once(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(text).finally(() => client.end())
}
