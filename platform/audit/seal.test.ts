import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { recordAudit } from './record.ts'
import { sealSettledEntries } from './seal.ts'
import { findWatermark, isSettledAfter, takeTurn } from './watermark.ts'

describe('the sealer', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const note = (verb: string) => city.as('李组长', (context) => recordAudit(context, { verb, subjectKind: 'test' }))
  const sealAll = async () => {
    await city.settled()
    return asWorker(city, (run) => run(sealSettledEntries))
  }
  const sealedVerbs = async () => (await city.owner.query<{ verb: string }>(
    'select verb from audit.seals s join audit.entries e on e.city_id = s.city_id and e.id = s.entry_id order by seq')).rows.map((row) => row.verb)
  const seqs = async () => (await city.owner.query<{ seq: string }>('select seq from audit.seals order by seq')).rows.map((row) => Number(row.seq))

  it('chains what is settled, in the order of writing, and does nothing more a second time', async () => {
    await note('first.written')
    await note('second.written')
    expect(await sealAll()).toBe(2)
    expect(await sealAll()).toBe(0)
    expect(await sealedVerbs()).toEqual(['first.written', 'second.written'])
    expect(await seqs()).toEqual([1, 2])
  })

  it('waits for the older writer without any writer waiting, and loses nothing', async () => {
    const [older, younger] = await Promise.all([openWriter(city), openWriter(city)])
    try {
      await older.write('older.written')
      await younger.write('younger.written')
      // A lock between the two writers would end this commit with a time-out of the test.
      await younger.query('commit')
      expect(await asWorker(city, (run) => run(sealSettledEntries))).toBe(0)
      expect(await sealedVerbs()).not.toContain('younger.written')
      await older.query('commit')
      expect(await sealAll()).toBe(2)
      expect((await sealedVerbs()).slice(-2)).toEqual(['older.written', 'younger.written'])
    } finally {
      await Promise.all([older.end(), younger.end()])
    }
  })

  it('leaves no gap for a writer that rolled back', async () => {
    const writer = await openWriter(city)
    await writer.write('never.written')
    await note('still.written')
    await writer.query('rollback')
    await writer.end()
    await sealAll()
    expect(await sealedVerbs()).not.toContain('never.written')
    expect((await sealedVerbs()).at(-1)).toBe('still.written')
    expect(await seqs()).toEqual((await seqs()).map((_, at) => at + 1))
  })

  it('lets one sealer at a time work', async () => {
    await note('contended.written')
    await city.settled()
    const counts = await asWorker(city, (run) => Promise.all([1, 2].map(() => run(async (context) => {
      const sealed = await sealSettledEntries(context)
      // Both are inside before either ends.
      await context.tx.selectNoFrom(({ fn, val }) => fn('pg_sleep', [val(0.3)]).as('slept')).execute()
      return sealed
    }))))
    expect(counts.toSorted((one, other) => one - other)).toEqual([0, 1])
  })

  it('counts rows of an older epoch as settled, although their transaction numbers are higher', async () => {
    await city.owner.query(`insert into audit.entries (city_id, id, scope_code, epoch, tx, position, verb, subject_kind)
      values ($1, $2, 0, 2, 9000000000000, 1, 'before-restore.written', 'test')`, [city.cityId, newId()])
    expect(await asWorker(city, (run) => run(sealSettledEntries))).toBe(0)
    const restored = { ...city, ground: { ...city.ground, installation: { ...city.ground.installation, epoch: 3 } } }
    expect(await asWorker(restored, (run) => run(sealSettledEntries))).toBe(1)
    await asWorker(restored, (run) => run((context) => recordAudit(context, { verb: 'after-restore.written', subjectKind: 'test' })))
    await city.settled()
    expect(await asWorker(restored, (run) => run(sealSettledEntries))).toBe(1)
    expect((await sealedVerbs()).slice(-2)).toEqual(['before-restore.written', 'after-restore.written'])
  })

  it('finds its place in the log through the index of the order, however long the log is', async () => {
    await city.owner.query(`insert into audit.entries (city_id, id, scope_code, epoch, tx, position, verb, subject_kind)
      select $1, gen_random_uuid(), 990100100000000000, 3, 8000000000000, n, 'test.written', 'test' from generate_series(1, 5000) n`, [city.cityId])
    const plan = await asWorker(city, (run) => run(async ({ tx, actor }) => {
      await takeTurn(tx, actor.cityId, 'sealer')
      const place = await findWatermark(tx, actor.cityId, 'sealer')
      return tx.selectFrom('audit.entries').select('id').where('cityId', '=', actor.cityId).where(isSettledAfter(place, 3))
        .orderBy('epoch').orderBy('tx').orderBy('position').limit(1000).explain('text')
    }))
    expect(JSON.stringify(plan)).toContain('entries_order_idx')
    expect(JSON.stringify(plan)).not.toContain('Sort')
  })
})

/** A writer whose transaction stays open as long as the test wants. */
async function openWriter(city: TestCity) {
  const client = new pg.Client({ connectionString: city.urls.worker })
  await client.connect()
  await client.query('begin')
  await client.query('select access.app_begin_city($1)', [city.cityId])
  return {
    query: (text: string) => client.query(text),
    write: (verb: string) => client.query(
      `insert into audit.entries (city_id, id, scope_code, epoch, verb, subject_kind) values ($1, $2, 0, 1, $3, 'test')`, [city.cityId, newId(), verb]),
    end: () => client.end(),
  }
}
