import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPool, type Pool } from '#platform/database/pool.ts'
import { newId } from '#platform/crypto/id.ts'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { writeHead } from './heads.ts'
import { recordAudit } from './record.ts'
import { sealSettledEntries } from './seal.ts'
import { verifyAudit } from './verify.ts'

describe('the check of the audit', () => {
  let city: TestCity
  let pool: Pool

  beforeEach(async () => {
    city = await openTestCity()
    pool = openPool(city.urls.worker, { max: 1 })
    for (let at = 1; at <= 6; at++) {
      await city.as('李组长', (context) => recordAudit(context, { verb: `visit.recorded`, subjectKind: 'visit', details: { at, b: 1.50, a: 'x' } }))
    }
    await seal()
    await asWorker(city, (run) => run(writeHead))
  })
  afterEach(async () => {
    await pool.end()
    await city.close()
  })

  const seal = async () => {
    await city.settled()
    await asWorker(city, (run) => run(sealSettledEntries))
  }
  const verify = () => verifyAudit(pool, { cityId: city.cityId, dataFolder: city.ground.installation.dataFolder })
  const kinds = async () => (await verify()).findings.map((finding) => [finding.kind, finding.seq])
  const headsFile = () => path.join(city.ground.installation.dataFolder, 'audit-heads', `${city.cityId}.jsonl`)
  const entryAt = async (seq: number) => String((await city.owner.query('select entry_id from audit.seals where seq = $1', [seq])).rows[0].entry_id)

  it('finds nothing in a chain that nobody touched, in whatever time zone it is read', async () => {
    expect(await verify()).toEqual({ links: 6, findings: [], isCapped: false })
    await pool.query(`set timezone = 'America/New_York'`)
    await pool.query(`set datestyle = 'German'`)
    expect((await verify()).findings).toEqual([])
  })

  it.each([
    ['details', `details = jsonb_set(details, '{a}', '"y"')`],
    ['time, by a microsecond', `at = at + interval '1 microsecond'`],
    ['person', `person_name = '别人'`],
    ['personal part', `sealed_details = '\\x01'`],
    ['reason, from none to an empty one', `reason = ''`],
  ])('finds the entry whose %s was altered', async (_what, change) => {
    await city.owner.query(`update audit.entries set ${change} where id = $1`, [await entryAt(3)])
    expect(await kinds()).toEqual([['altered', '3']])
  })

  it('finds a removed entry', async () => {
    await city.owner.query('delete from audit.entries where id = $1', [await entryAt(4)])
    expect(await kinds()).toEqual([['missing', '4']])
  })

  it('finds an entry removed together with its link', async () => {
    await city.owner.query('delete from audit.entries where id = $1', [await entryAt(4)])
    await city.owner.query('delete from audit.seals where seq = 4')
    expect(await kinds()).toEqual([['missing-links', '5']])
  })

  it('finds the gap closed by renumbering', async () => {
    await city.owner.query('delete from audit.entries where id = $1', [await entryAt(4)])
    await city.owner.query('delete from audit.seals where seq = 4')
    await city.owner.query('update audit.seals set seq = seq - 1 where seq = 5')
    await city.owner.query('update audit.seals set seq = seq - 1 where seq = 6')
    expect(await kinds()).toEqual([['altered', '4'], ['cut', '5']])
  })

  it('finds two entries that changed places', async () => {
    const [second, third] = [await entryAt(2), await entryAt(3)]
    await city.owner.query('update audit.seals set entry_id = $1 where seq = 2', [newId()])
    await city.owner.query('update audit.seals set entry_id = $1 where seq = 3', [second])
    await city.owner.query('update audit.seals set entry_id = $1 where seq = 2', [third])
    expect(await kinds()).toEqual(expect.arrayContaining([['altered', '2'], ['altered', '3'], ['reordered', '3']]))
  })

  it('finds an entry slipped in before the end', async () => {
    await city.owner.query(`insert into audit.entries (city_id, id, scope_code, epoch, tx, position, verb, subject_kind)
      select city_id, $1, scope_code, epoch, tx, 0, 'visit.recorded', 'visit' from audit.entries where id = $2`, [newId(), await entryAt(5)])
    expect(await kinds()).toEqual([['unsealed', null]])
  })

  it('finds a tail cut off with all traces in the database, by the head outside', async () => {
    await city.owner.query('delete from audit.entries where id = any($1)', [[await entryAt(5), await entryAt(6)]])
    await city.owner.query('delete from audit.seals where seq > 4')
    await city.owner.query(`update audit.watermarks w set tx = e.tx, position = e.position
      from audit.entries e where e.id = $1 and w.reader = 'sealer'`, [await entryAt(4)])
    const { findings } = await verify()
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ kind: 'cut', seq: '4' })
    expect(findings[0]?.message).toContain('第 6 号')
  })

  it('finds a chain rewritten as a whole, by the head outside', async () => {
    await city.owner.query(`update audit.entries set person_name = '别人' where id = $1`, [await entryAt(3)])
    await city.owner.query('delete from audit.seals')
    await city.owner.query('delete from audit.watermarks')
    await seal()
    expect(await kinds()).toEqual([['head', '6']])
  })

  it('says that a cut tail cannot be seen when the heads are gone or unreadable', async () => {
    await writeFile(headsFile(), 'no head\n')
    expect(await kinds()).toEqual([['head', null]])
    await rm(headsFile())
    expect(await kinds()).toEqual([['head', null]])
  })

  it('keeps the heads for the program alone, and still finds nothing after more entries', async () => {
    expect((await stat(headsFile())).mode & 0o777).toBe(0o600)
    await city.as('王组长', (context) => recordAudit(context, { verb: 'visit.recorded', subjectKind: 'visit' }))
    await seal()
    await asWorker(city, (run) => run(writeHead))
    const heads = (await readFile(headsFile(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line))
    expect(heads.map((head) => head.seq)).toEqual(['6', '7'])
    expect(heads[0].day).toBe('2026-03-16')
    expect((await verify()).findings).toEqual([])
  })

  it('follows a change of algorithm to SM3 inside one chain', async () => {
    await city.owner.query(`insert into platform.settings (city_id, name, value, source) values ($1, 'audit.hash', '"sm3"', 'test')`, [city.cityId])
    await city.as('王组长', (context) => recordAudit(context, { verb: 'visit.recorded', subjectKind: 'visit' }))
    await seal()
    const { rows } = await city.owner.query('select algorithm from audit.seals order by seq desc limit 2')
    expect(rows.map((row) => row.algorithm)).toEqual(['sm3', 'sha256'])
    expect(await verify()).toMatchObject({ links: 7, findings: [] })
    await city.owner.query(`update audit.entries set verb = 'visit.voided' where id = $1`, [await entryAt(7)])
    expect(await kinds()).toEqual([['altered', '7']])
  })
})
