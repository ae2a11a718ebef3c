import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActorRow } from '#platform/access/actor.ts'
import { Refusal } from '#platform/contract/refusal.ts'
import { tokenFromCookie } from '#platform/http/session-token.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { Tx } from './kysely.ts'
import { sendPrepared } from './prepared.ts'
import { statement } from './statement.ts'
import { keepWritten, runInTransaction, TryAgain, type Begin } from './transaction.ts'

describe('work that begins on a guess of its scope', () => {
  let city: TestCity
  let begin: Begin
  let told: ActorRow
  beforeAll(async () => {
    city = await openTestCity()
    const token = tokenFromCookie(await city.cookieOf('赵干事'))
    begin = { name: 'app_begin', text: 'select * from access.app_begin($1, $2)', values: [token?.cityId, token?.hash] }
    told = await runInTransaction<ActorRow, ActorRow>(city.ground.pool, begin, async (_tx, [row]) => row!)
  })
  afterAll(() => city.close())

  const note = (name: string) => statement`insert into platform.settings (city_id, name, value, source) values (${city.cityId}, ${name}, '1'::jsonb, 'test')`
  const count = async (name: string) => Number((await city.owner.query('select count(*) from platform.settings where name = $1', [name])).rows[0].count)
  const wrong = () => [{ ...told, role_code: 'accountant' }]

  it('runs before the database has told the scope, and once', async () => {
    const slow: Begin = { text: 'select a.*, pg_sleep(0.3)::text as slept from access.app_begin($1, $2) a', values: begin.values }
    let runs = 0
    const answer = runInTransaction<ActorRow & { slept: string }, number>(city.ground.pool, slow, async (tx) => {
      runs++
      return (await sql<{ two: number }>`select 1 + 1 as two`.execute(tx)).rows[0]!.two
    }, { guess: [{ ...told, slept: '' }] })
    await new Promise((resolve) => { setTimeout(resolve, 100) })
    expect(runs).toBe(1)
    expect(await answer).toBe(2)
    expect(runs).toBe(1)
  })

  it('is done anew under the true scope where the guess was wrong, and nothing of the first time stays', async () => {
    const seen: string[] = []
    const answer = await runInTransaction<ActorRow, string>(city.ground.pool, begin, async (tx, [row]) => {
      seen.push(row!.role_code)
      sendPrepared(tx, note(`test.ahead-${row!.role_code}`))
      await sql`select 1`.execute(tx)
      return row!.role_code
    }, { guess: wrong() })
    expect(seen).toEqual(['accountant', told.role_code])
    expect(answer).toBe(told.role_code)
    expect([await count('test.ahead-accountant'), await count(`test.ahead-${told.role_code}`)]).toEqual([0, 1])
  })

  it('tells no refusal that only the wrong guess made, nor an error of the database', async () => {
    for (const fails of ['refuses', 'errs'] as const) {
      const answer = await runInTransaction<ActorRow, string>(city.ground.pool, begin, async (tx, [row]) => {
        if (row!.role_code !== 'accountant') return 'done'
        if (fails === 'refuses') throw new Refusal('FORBIDDEN')
        await sql`select 1 / 0`.execute(tx)
        return 'never'
      }, { guess: wrong() })
      expect(answer).toBe('done')
    }
  })

  it('tells the refusal of a right guess, and undoes what it wrote', async () => {
    const work = runInTransaction<ActorRow, void>(city.ground.pool, begin, async (tx) => {
      sendPrepared(tx, note('test.refused'))
      await sql`select 1`.execute(tx)
      throw new Refusal('FORBIDDEN')
    }, { guess: [told] })
    await expect(work).rejects.toThrow('FORBIDDEN')
    expect(await count('test.refused')).toBe(0)
  })
})

describe('work whose answer leaves while it goes on', () => {
  let city: TestCity
  let begin: Begin
  beforeAll(async () => {
    city = await openTestCity()
    const token = tokenFromCookie(await city.cookieOf('赵干事'))
    begin = { name: 'app_begin', text: 'select * from access.app_begin($1, $2)', values: [token?.cityId, token?.hash] }
  })
  afterAll(() => city.close())

  const note = (name: string) => statement`insert into platform.settings (city_id, name, value, source) values (${city.cityId}, ${name}, '1'::jsonb, 'test')`
  const count = async (name: string) => Number((await city.owner.query('select count(*) from platform.settings where name = $1', [name])).rows[0].count)
  const run = (work: (tx: Tx) => Promise<unknown>) => runInTransaction<ActorRow, unknown>(city.ground.pool, begin, (tx) => work(tx))

  it('has what it wrote so far on record at once, and goes on under the same scope', async () => {
    await run(async (tx) => {
      sendPrepared(tx, note('test.kept'))
      await keepWritten(tx)
      expect(await count('test.kept')).toBe(1)
      const { rows: [scope] } = await sql<{ code: string }>`select current_setting('app.scope_lo') as code`.execute(tx)
      expect(scope?.code).toBe('990100100010000000')
      sendPrepared(tx, note('test.afterwards'))
    })
    expect(await count('test.afterwards')).toBe(1)
  })

  it('loses what comes afterwards when it fails, and keeps what was kept', async () => {
    await expect(run(async (tx) => {
      sendPrepared(tx, note('test.stays'))
      await keepWritten(tx)
      sendPrepared(tx, note('test.goes'))
      throw new Error('the reader went away')
    })).rejects.toThrow('the reader went away')
    expect([await count('test.stays'), await count('test.goes')]).toEqual([1, 0])
  })

  it('is done once more where the database asks for it, but not after a part was kept: it would stand on record twice', async () => {
    let runs = 0
    const failing = (name: string, keeps: boolean) => run(async (tx) => {
      runs++
      sendPrepared(tx, note(`${name}.${runs}`))
      if (keeps) await keepWritten(tx)
      if (runs === 1) throw new TryAgain('the database asked for it')
    })
    await failing('test.again', false)
    expect(runs).toBe(2)
    runs = 0
    await expect(failing('test.once', true)).rejects.toThrow('after a part of it was kept')
    expect(runs).toBe(1)
    expect([await count('test.again.1'), await count('test.again.2'), await count('test.once.1'), await count('test.once.2')]).toEqual([0, 1, 1, 0])
  })

  it('does not go on where what it wrote cannot be kept, or where the scope has changed', async () => {
    await expect(run(async (tx) => {
      sendPrepared(tx, note('test.kept'))
      await keepWritten(tx)
    })).rejects.toThrow(/duplicate key/)
    await expect(run(async (tx) => {
      sendPrepared(tx, note('test.before-move'))
      await city.owner.query(`update accounts.accounts set person_name = '赵干事改' where person_name = '赵干事'`)
      await keepWritten(tx)
    })).rejects.toThrow('the scope changed')
    expect(await count('test.before-move')).toBe(1)
  })
})
