import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { runPrepared, sendPrepared } from './prepared.ts'
import { statement } from './statement.ts'

describe('prepared statements', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const settingOf = (cityId: number, name: string) => statement`
    insert into platform.settings (city_id, name, value, source) values (${cityId}, ${name}, '1'::jsonb, 'test')`
  const count = async (name: string) => Number((await city.owner.query('select count(*) from platform.settings where name = $1', [name])).rows[0].count)

  it('give rows with names as TypeScript writes them, again and again', async () => {
    await city.as('赵干事', async ({ tx, actor }) => {
      for (const word of ['a', 'b']) {
        const rows = await runPrepared(tx, statement<{ oneWord: string }>`select ${word}::text as one_word, ${actor.cityId}::int as city_id`)
        expect(rows).toEqual([{ oneWord: word, cityId: actor.cityId }])
      }
    })
  })

  it('that are sent ahead are there after the commit', async () => {
    await city.as('赵干事', async ({ tx, actor }) => sendPrepared(tx, settingOf(actor.cityId, 'test.sent')))
    expect(await count('test.sent')).toBe(1)
  })

  it('that are sent ahead are seen by whatever is asked after them', async () => {
    const seen = await city.as('赵干事', async ({ tx, actor }) => {
      for (let number = 0; number < 15; number++) sendPrepared(tx, settingOf(actor.cityId, `test.many-${number}`))
      const { rows } = await sql<{ count: string }>`
        select count(*) from platform.settings where city_id = ${actor.cityId} and name like 'test.many-%'`.execute(tx)
      return rows[0]?.count
    })
    expect(seen).toBe('15')
  })

  it('that are sent ahead and fail undo everything, and the caller learns of the first failure', async () => {
    const work = city.as('赵干事', async ({ tx, actor }) => {
      sendPrepared(tx, settingOf(actor.cityId, 'test.undone'))
      sendPrepared(tx, settingOf(actor.cityId + 1, 'test.foreign'))
      await sql`select 1`.execute(tx)
    })
    await expect(work).rejects.toThrow('row-level security')
    expect(await count('test.undone') + await count('test.foreign')).toBe(0)
  })

  it('whose failure somebody caught still undo the transaction, and say so', async () => {
    const work = city.as('赵干事', async ({ tx }) => { await sql`select 1 / 0`.execute(tx).catch(() => {}) })
    await expect(work).rejects.toThrow('undone')
  })
})
