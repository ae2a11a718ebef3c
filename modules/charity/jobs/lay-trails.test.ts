import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runScheduledJob } from '#platform/jobs/inline.ts'
import { reverseJournal } from '#modules/ledger/index.ts'
import { correctGift } from '../commands/gifts/correct-gift.ts'
import { openGiftScene, type GiftScene } from '../commands/steps/sample-gifts.ts'
import { asStaff } from '../queries/trail/reading.ts'
import { readGiftPlaces, trailOfGift } from '../queries/trail/trail-of-gift.ts'
import { verifyCharity } from '../queries/verify-charity.ts'
import { layTrails } from './lay-trails.ts'

describe('laying trails', () => {
  let scene: GiftScene
  beforeAll(async () => { scene = await openGiftScene() })
  afterAll(() => scene.close())
  const lay = async () => { await scene.settled(); await runScheduledJob(scene, layTrails) }
  const partsOf = async (fundId: string) => (await scene.owner.query(
    `select is_spending, seq, key, dated_on, from_fen, amount_fen from charity.laid_parts where fund_id = $1 order by is_spending, seq`, [fundId])).rows
  const endOf = async (fundId: string) => (await scene.owner.query(
    `select income_fen, spent_fen, last_on, last_id from charity.laid_funds where fund_id = $1`, [fundId])).rows
  /** What laying everything anew answers. */
  const anew = async (fundId: string) => {
    await scene.owner.query('delete from charity.laid_parts where fund_id = $1', [fundId])
    await scene.owner.query('delete from charity.laid_funds where fund_id = $1', [fundId])
    await scene.owner.query(`delete from audit.watermarks where reader = 'charity-trails'`)
    await lay()
    return { parts: await partsOf(fundId), end: await endOf(fundId) }
  }

  it('writes only what came since, and is what laying anew answers, whatever was given, spent, corrected and taken back between', async () => {
    const fundId = scene.books.schooling
    let seed = 9
    const chance = (below: number) => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(seed / 65_536) % below }
    await scene.gift({ fundId, amount: 900_000 })
    const gifts = [await scene.gift({ fundId, amount: 9000 })]
    const spent = [await scene.spend(fundId, 100, '2026-03-10')]
    await lay()
    for (let round = 0; round < 5; round++) {
      for (let act = 0; act < 3; act++) {
        const kind = chance(5)
        const last = gifts.at(-1)
        if (kind === 0 && last !== undefined) {
          gifts.push(await scene.as('许会计', (context) => correctGift(context, { id: last.id, version: last.version, amount: 5000 + chance(9000), fundId,
            onDay: '2026-03-15', reason: '录错' })))
        } else if (kind === 1 && spent.length > 0) {
          const journalId = spent.pop() ?? ''
          await scene.as('许会计', (context) => reverseJournal(context, { bookId: scene.books.bookId, journalId, key: `back-${journalId}`,
            datedOn: '2026-03-15', memo: '冲销', source: 'ledger.voucher' }))
        } else if (kind < 4) spent.push(await scene.spend(fundId, 1 + chance(700), `2026-03-1${String(chance(6))}`))
        else gifts.push(await scene.gift({ fundId, amount: 5000 + chance(9000) }))
      }
      await lay()
    }
    const laid = { parts: await partsOf(fundId), end: await endOf(fundId) }
    expect(laid).toEqual(await anew(fundId))
    await scene.spend(fundId, 5, '2026-03-16')
    await scene.owner.query('update charity.laid_parts set project_label = $2 where fund_id = $1 and is_spending and seq = 1', [fundId, '没有重写'])
    await lay()
    const { rows: [first] } = await scene.owner.query('select project_label from charity.laid_parts where fund_id = $1 and is_spending and seq = 1', [fundId])
    expect(first).toEqual({ project_label: '没有重写' })
    await scene.owner.query('update charity.laid_parts set project_label = null where fund_id = $1 and is_spending and seq = 1', [fundId])
    expect(await asWorker(scene, (run) => run(async (context) => (await verifyCharity(context)).broken))).toEqual([])
  })

  it('lets a gift be followed through as many pages of the database, however long its fund is', async () => {
    const fundId = scene.books.free
    const gift = await scene.gift({ fundId, amount: 10_000 })
    await scene.spend(fundId, 10_000, '2026-03-16')
    await lay()
    await scene.owner.query('vacuum analyze charity.laid_parts')
    const traced = { giftId: gift.id, form: 'money', status: 'confirmed', amountFen: 10_000, receivedOn: '2026-03-10', item: null, quantity: null,
      countedIn: null, projectLabel: null, holderName: '' } as const
    const followed = () => scene.as('金专员', async (context) => (
      await trailOfGift(asStaff(context), traced, await readGiftPlaces(asStaff(context), gift.id))).funds)
    const before = { pages: await pagesRead(gift.id), followed: await followed() }
    await lengthen(fundId, 3000)
    await lay()
    const { rows: [{ count }] } = await scene.owner.query('select count(*)::int as count from charity.laid_parts where fund_id = $1', [fundId])
    expect(count).toBeGreaterThan(3000)
    expect(await followed()).toEqual(before.followed)
    const after = await pagesRead(gift.id)
    expect(after).toBeLessThanOrEqual(before.pages + 15)
  })

  /** Pages touched by the second reading in a session, as everybody's but the first is. */
  async function pagesRead(giftId: string): Promise<number> {
    const ask = `explain (analyze, buffers, format json) select * from access.read_laid_trails(${scene.cityId}, '${giftId}')`
    await scene.owner.query(ask)
    const { rows: [row] } = await scene.owner.query<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(ask)
    const plan = row?.['QUERY PLAN'][0]?.Plan ?? {}
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  }

  /** Journals behind the others, written at once: income and spending by turns. */
  async function lengthen(fundId: string, journals: number): Promise<void> {
    const { owner, cityId, books } = scene
    await owner.query('begin')
    await owner.query(`create temporary table new_journals on commit drop as select n, gen_random_uuid() as id from generate_series(1, $1::int) n`, [journals])
    await owner.query(`insert into ledger.journals (city_id, id, scope_code, book_id, month, dated_on, kind, memo, idempotency_key, request_hash, line_count,
        source, posted_name, posted_at)
      select $1, n.id, b.scope_code, b.id, 202603, '2026-03-20', 'ordinary', '批量', 'bulk-' || n.n, '', 2, 'test', '', now()
        from new_journals n, ledger.books b where b.city_id = $1 and b.id = $2`, [cityId, books.bookId])
    await owner.query(`insert into ledger.postings (city_id, journal_id, seq, scope_code, book_id, month, dated_on, kind, account_id, side, amount_fen, memo,
        fund_id, restriction, cost_class, epoch)
      select $1, n.id, s, b.scope_code, b.id, 202603, '2026-03-20', 'ordinary', case when s = 1 then $3::uuid when n.n % 2 = 0 then $4::uuid else $5::uuid end,
          case when (s = 1) = (n.n % 2 = 0) then 'debit' else 'credit' end, case when (s = 1) = (n.n % 2 = 0) then 10 else -10 end, '批量',
          case when s = 2 then $6::uuid end, 'none', case when s = 2 and n.n % 2 = 1 then 'charity' end, $7
        from new_journals n, generate_series(1, 2) s, ledger.books b where b.city_id = $1 and b.id = $2`,
    [cityId, books.bookId, books.account('1002'), books.account('4101'), books.account('5101'), fundId, scene.ground.installation.epoch])
    await owner.query('commit')
  }
})
