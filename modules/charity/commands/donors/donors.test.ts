import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '#tests/city/people.ts'
import { findTwinDonors } from '../../queries/donors/find-twin-donors.ts'
import { getDonor } from '../../queries/donors/get-donor.ts'
import { listDonors } from '../../queries/donors/list-donors.ts'
import { creditCodeOf, openGiftScene, type GiftScene } from '../steps/sample-gifts.ts'
import { listTwinsOfDonor } from '../../queries/donors/list-twins-of-donor.ts'
import { mergeDonors } from './merge-donors.ts'
import { openDonor } from './open-donor.ts'
import { registerDonor } from './register-donor.ts'
import { updateDonor } from './update-donor.ts'

describe('donors', () => {
  let scene: GiftScene
  beforeAll(async () => { scene = await openGiftScene() })
  afterAll(() => scene.close())
  const search = (q: string, by: PersonName = '金专员') => scene.as(by, (context) => listDonors(context, { q,
    limit: 20 })).then(({ items }) => items.map(({ id }) => id))
  const open = (id: string, by: PersonName = '金专员') => scene.as(by, (context) => openDonor(context, { id }))

  it('who are persons are masked, sealed, and found by name, pinyin and phone; opening is on record', async () => {
    const donor = await scene.donor({ name: '欧阳建国', phone: '13912345678', address: '东街1号' })
    expect(donor).toMatchObject({ label: '欧阳某', kind: 'person', creditCode: null, giftCount: 0, givenFen: 0 })
    for (const q of ['建国', 'ouyangjianguo', '13912345678', '5678']) expect(await search(q), q).toContain(donor.id)
    expect(await search('建设')).not.toContain(donor.id)
    expect(await search('%')).toEqual([])
    const { rows: [row] } = await scene.owner.query('select row_to_json(d)::text as text from charity.donors d where id = $1', [donor.id])
    expect(row.text).not.toMatch(/建国|13912345678|东街/)
    expect(await open(donor.id)).toEqual({ name: '欧阳建国', phone: '13912345678', address: '东街1号', contactName: '' })
    expect(await scene.audits('donor.read', donor.id)).toBe(1)
    const { rows } = await scene.owner.query('select coalesce(details::text, verb) as text from audit.entries where subject_id = $1', [donor.id])
    expect(JSON.stringify(rows)).not.toMatch(/建国|13912345678/)
  })

  it('who are enterprises have a credit code that holds, once in the city', async () => {
    const creditCode = creditCodeOf(1)
    const first = await scene.donor({ kind: 'enterprise', name: '振兴纸业', creditCode, contactName: '马经理' })
    expect(first).toMatchObject({ label: '振兴纸业', creditCode })
    expect(await search(creditCode)).toEqual([first.id])
    await expect(scene.donor({ kind: 'enterprise', name: '另一名称', creditCode, isAnother: true })).rejects.toMatchObject({ code: 'DONOR_KNOWN',
      data: { donorId: first.id } })
    await expect(scene.donor({ kind: 'enterprise', name: '无码' })).rejects.toMatchObject({ data: { issues: [{ path: ['creditCode'] }] } })
  })

  it('are shown when they may be registered already, and registered again only when that is denied', async () => {
    const donor = await scene.donor({ name: '柳一民', phone: '13800001111' })
    const same = (change: object) => scene.donor({ name: '柳一民', phone: '13800001111', ...change })
    await expect(same({})).rejects.toMatchObject({ code: 'LIKELY_TWIN', data: { donorIds: [donor.id] } })
    await expect(same({ name: '别人' })).rejects.toMatchObject({ code: 'LIKELY_TWIN' })
    const { items } = await scene.as('金专员', (context) => findTwinDonors(context, { name: '柳一民' }))
    expect(items.map(({ id }) => id)).toEqual([donor.id])
    expect((await same({ isAnother: true })).id).not.toBe(donor.id)
  })

  it('may be nobody: nothing is sealed, nothing can be opened', async () => {
    const donor = await scene.donor({ kind: 'anonymous', name: undefined, phone: undefined })
    expect(donor.label).toBe('匿名')
    await expect(open(donor.id)).rejects.toMatchObject({ code: 'IDENTITY_LOST' })
    await expect(scene.as('金专员', (context) => updateDonor(context, { id: donor.id, version: 1, name: '某',
      isNamed: false }))).rejects.toMatchObject({ code: 'IDENTITY_LOST' })
  })

  it('are corrected: found by what is right, no longer by what was wrong', async () => {
    const donor = await scene.donor({ name: '施大海', phone: '13700009999' })
    const correct = (version: number) => scene.as('金专员', (context) => updateDonor(context, { id: donor.id, version, name: '史大海',
      phone: '13700008888', isNamed: true }))
    expect(await correct(1)).toMatchObject({ label: '史某', isNamed: true, version: 2 })
    await expect(correct(1)).rejects.toMatchObject({ code: 'STALE' })
    expect(await search('史大海')).toEqual([donor.id])
    expect(await search('施大海')).toEqual([])
    expect(await open(donor.id)).toMatchObject({ name: '史大海', phone: '13700008888' })
  })

  it('are for those who work with money of the foundation, each as far as needed', async () => {
    const donor = await scene.donor()
    const look = (by: PersonName) => scene.as(by, (context) => getDonor(context, { id: donor.id }))
    expect((await look('吕会计')).may).toEqual({ open: false, update: false, give: false, merge: false })
    expect((await look('金专员')).may).toEqual({ open: true, update: true, give: true, merge: true })
    await expect(open(donor.id, '张出纳')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const name of ['陈主任', '系统员', '孔会计师', '吴老师'] as const) await expect(look(name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(look('曹会计')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await search(donor.label, '曹会计')).toEqual([])
    await expect(scene.as('许会计', (context) => registerDonor(context, { unit: '9901', kind: 'anonymous', isNamed: false, isAnother: false })))
      .rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('who was registered twice is merged: gifts and agreements follow, are counted as one donor\'s, and the twin is found no more', async () => {
    const kept = await scene.donor({ name: '司马光明', phone: '13655556666' })
    const twin = await scene.donor({ name: '司马光明', phone: '13655557777', isAnother: true })
    const [first, second] = [await scene.gift({ donorId: kept.id }), await scene.gift({ donorId: twin.id })]
    const { items } = await scene.as('金专员', (context) => listTwinsOfDonor(context, { id: kept.id }))
    expect(items.map(({ id, label }) => [id, label])).toEqual([[twin.id, '司马某']])
    const merge = (change: object = {}) => scene.as('金专员', (context) => mergeDonors(context, {
      id: kept.id, version: kept.version, twinId: twin.id, twinVersion: twin.version, reason: '同一人两个电话', ...change }))
    await expect(merge({ twinId: kept.id })).rejects.toMatchObject({ code: 'NO_TWINS' })
    await expect(merge({ twinVersion: 9 })).rejects.toMatchObject({ code: 'STALE' })
    expect(await merge()).toMatchObject({ id: kept.id, giftCount: 2 })
    const { rows } = await scene.owner.query(`select subject_id, sum(sign)::int as gifts from figures.facts where measure = 'gift.given'
      and record_id = any($1) group by subject_id having sum(sign) <> 0`, [[first.id, second.id]])
    expect(rows).toEqual([{ subject_id: kept.id, gifts: 2 }])
    expect(await scene.as('金专员', (context) => getDonor(context, { id: twin.id }))).toMatchObject({ mergedInto: kept.id, giftCount: 0,
      may: { open: false, update: false, give: false, merge: false } })
    const found = await scene.as('金专员', (context) => listDonors(context, { q: '司马光明', limit: 20 }))
    expect(found.items.map(({ id }) => id)).toEqual([kept.id])
    await expect(scene.draft({ donorId: twin.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(merge({ version: 2, twinVersion: 2 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await scene.audits('donors.merged', kept.id)).toBe(1)
  })

  it('of an enterprise are not merged: the credit code tells who it is', async () => {
    const [one, other] = [await scene.donor({ kind: 'enterprise', name: '甲厂', creditCode: creditCodeOf(801) }),
      await scene.donor({ kind: 'enterprise', name: '乙厂', creditCode: creditCodeOf(802) })]
    await expect(scene.as('金专员', (context) => mergeDonors(context, {
      id: one.id, version: one.version, twinId: other.id, twinVersion: other.version, reason: '误' }))).rejects.toMatchObject({ code: 'NO_TWINS' })
  })
})
