import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getOwnPage } from '../../queries/own/get-own-page.ts'
import { getOwnTrail } from '../../queries/own/get-own-trail.ts'
import { listOwnGifts } from '../../queries/own/list-own-gifts.ts'
import { recordAgreement } from '../agreements/record-agreement.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { linkDonor } from './link-donor.ts'
import { mergeDonors } from './merge-donors.ts'

describe('a donor with an account', () => {
  let scene: GiftScene
  beforeAll(async () => { scene = await openGiftScene() })
  afterAll(() => scene.close())
  const enterprise = (number: number) => scene.donor({ kind: 'enterprise', name: `远山实业${String(number)}`, creditCode: creditCodeOf(number), phone: undefined,
    isAnother: true })
  const link = (donor: { id: string; version: number }, signInName?: string) => scene.as('金专员', (context) => linkDonor(context, {
    id: donor.id, version: donor.version, signInName }))
  const page = () => scene.as('梁经理', getOwnPage)
  const gifts = async () => (await scene.as('梁经理', (context) => listOwnGifts(context, {}))).items.map(({ id }) => id)

  it('sees nothing until the foundation links the account', async () => {
    await scene.gift()
    expect(await page()).toMatchObject({ donor: null, agreements: [], reports: [] })
    expect(await gifts()).toEqual([])
  })

  it('sees the own gifts, receipts, agreements and trail, and nothing of any other donor', async () => {
    const [own, other] = [await enterprise(1), await enterprise(2)]
    const given = await scene.gift({ donorId: own.id, amount: 30_000 })
    const foreign = await scene.gift({ donorId: other.id })
    await scene.as('金专员', (context) => recordAgreement(context, { donorId: own.id, kind: 'pledge', title: '三年助学', signedOn: '2026-03-02',
      fundId: scene.books.schooling, purpose: '助学', instalments: [{ dueOn: '2026-09-01', amount: 100_000 }] }))
    await scene.spend(scene.books.schooling, 10_000)
    await link(own, 'liang')
    expect(await gifts()).toEqual([given.id])
    expect(await page()).toMatchObject({ donor: { label: '远山实业1', giftCount: 1, givenFen: 30_000 },
      agreements: [{ title: '三年助学', totalFen: 100_000, arrivedFen: 0, nextDueOn: '2026-09-01' }] })
    expect((await scene.as('梁经理', (context) => getOwnTrail(context, { id: given.id }))).amountFen).toBe(30_000)
    await expect(scene.as('梁经理', (context) => getOwnTrail(context, { id: foreign.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('金专员', getOwnPage)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('finds no row of any table in a range, whatever is asked: the database holds it, not the code', async () => {
    const { rows: tables } = await scene.owner.query<{ name: string }>(`select k.table_name as name from platform.table_kinds k
      where k.kind in ('scoped', 'two-party') and has_table_privilege('xinhuo_app', k.table_name, 'select') order by 1`)
    expect(tables.length).toBeGreaterThan(60)
    await scene.as('梁经理', async ({ tx }) => {
      const { CompiledQuery } = await import('kysely')
      for (const { name } of tables) {
        const { rows: [row] } = await tx.executeQuery<{ count: number }>(CompiledQuery.raw(`select count(*)::int as count from ${name}`, []))
        expect(row?.count, name).toBe(0)
      }
    })
    const { rows: [{ count }] } = await scene.owner.query(`select count(*)::int as count from organization.units u
      where u.scope_lo = (select max(c.scope_hi) from organization.units c where c.code = '9901')`)
    expect(count).toBe(0)
  })

  it('is linked once: no account of somebody else, none without the role, none of an anonymous donor', async () => {
    const donor = await enterprise(3)
    await expect(link(donor, 'liang')).rejects.toMatchObject({ code: 'ACCOUNT_TAKEN' })
    await expect(link(donor, 'xu')).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' })
    await expect(link(donor, 'nobody')).rejects.toMatchObject({ code: 'ACCOUNT_UNKNOWN' })
    await expect(link(await scene.donor({ kind: 'anonymous', name: undefined, phone: undefined }), 'liang')).rejects.toMatchObject({ code: 'NOT_LINKABLE' })
    await expect(link({ id: donor.id, version: 9 }, 'liang')).rejects.toMatchObject({ code: 'STALE' })
    await expect(scene.as('许会计', (context) => linkDonor(context, { id: donor.id, version: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('goes on looking after two records of one person were merged', async () => {
    const { rows: [held] } = await scene.owner.query('select id, version from charity.donors where account_id is not null')
    await link(held)
    expect((await page()).donor).toBeNull()
    const [kept, twin] = [await scene.donor(), await scene.donor()]
    const gift = await scene.gift({ donorId: twin.id })
    const linked = await link(twin, 'liang')
    await scene.as('金专员', (context) => mergeDonors(context, { id: kept.id, version: kept.version, twinId: twin.id, twinVersion: linked.version,
      reason: '同一人' }))
    expect((await page()).donor?.id).toBe(kept.id)
    expect(await gifts()).toEqual([gift.id])
  })
})
