import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonName } from '#tests/city/people.ts'
import { getBatch } from '../../queries/get-batch.ts'
import { listAidLists } from '../../queries/public-lists.ts'
import { returnBatch } from '../batches/return-batch.ts'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { answerObjection } from './answer-objection.ts'
import { openObjection } from './open-objection.ts'
import { recordObjection } from './record-objection.ts'

describe('a list shown for objections', () => {
  let scene: AwardScene
  beforeAll(async () => { scene = await openAwardScene({ isShown: true }) })
  afterAll(() => scene.close())
  const asPublic = () => listAidLists({
    pool: scene.ground.pool, request: { id: 'r', address: '10.0.0.1', userAgent: '' } as never, now: scene.clock.now(), today: scene.clock.today(),
    installation: scene.ground.installation,
  }, { city: scene.cityId })
  const look = (id: string, by: PersonName = '许会计') => scene.as(by, (context) => getBatch(context, { id }))
  const object = (id: string, words = '群众来电：名单里有人不困难') =>
    scene.as('许会计', (context) => recordObjection(context, { id, cameOn: scene.clock.today(), cameBy: 'telephone', words }))
  const answer = (id: string, outcome: 'upheld' | 'rejected', by: PersonName = '施理事长') =>
    scene.as(by, (context) => answerObjection(context, { id, outcome, answer: '已入户核实' }))

  it('names nobody and shows no place with fewer than five, nor a sum that would tell them', async () => {
    const rows = [await scene.apply(), await scene.apply({ group: '东街小学三年级', peopleCount: 33, amount: 60_000 }, '赵干事')]
    const batch = await scene.submitted(rows)
    const { items: [list] } = await asPublic()
    expect(list).toMatchObject({ openedOn: '2026-03-16', endsOn: '2026-03-22', isWithheld: true, totalFen: null, isOver: false })
    expect(list?.groups).toEqual([{ place: '东街镇', isChildren: false, atLeast: 30 }])
    expect(JSON.stringify(list)).not.toMatch(/某|小学|佟/)
    await scene.as('施理事长', (context) => returnBatch(context, { id: batch.id, version: batch.version, reason: '请核对' }))
    expect((await asPublic()).items).toEqual([])
  })

  it('says whom to call, as the head of the foundation wrote it', async () => {
    expect((await asPublic()).contact).toBeNull()
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source) values
      ($1, 'charity.contact', '2026-03-01', '"旧"', '试验'), ($1, 'charity.contact', '2026-03-16', '"电话：0817-0000"', '试验'),
      ($1, 'charity.contact', '2026-03-17', '"明天"', '试验')`, [scene.cityId])
    expect((await asPublic()).contact).toBe('电话：0817-0000')
    await scene.owner.query(`delete from platform.settings where name = 'charity.contact'`)
  })

  it('is approved for good only after its last day, every objection answered and none upheld', async () => {
    const batch = await scene.approve(await scene.submitted([await scene.apply()]), '施理事长')
    await expect(scene.approve(batch, '吕会计')).rejects.toMatchObject({ code: 'STILL_SHOWN', data: { endsOn: '2026-03-22' } })
    const first = await object(batch.id)
    expect((await scene.as('吕会计', (context) => openObjection(context, { id: first.id, reason: '核查异议' }))).words).toContain('不困难')
    scene.clock.moveTo('2026-03-23T09:00:00+08:00')
    await expect(scene.approve(batch, '吕会计')).rejects.toMatchObject({ code: 'OBJECTIONS_OPEN' })
    await answer(first.id, 'rejected')
    await expect(answer(first.id, 'upheld')).rejects.toMatchObject({ code: 'ANSWERED_BEFORE' })
    const second = await object(batch.id)
    await answer(second.id, 'upheld')
    await expect(scene.approve(batch, '吕会计')).rejects.toMatchObject({ code: 'OBJECTION_UPHELD' })
    // The database holds it too, whatever else it asks of an approval.
    await scene.owner.query('alter table projects.batches disable trigger batches_frozen')
    const direct = scene.owner.query(`update projects.batches set status = 'approved', approved_on = '2026-03-23' where id = $1`, [batch.id])
    await expect(direct).rejects.toThrow('still shown for objections')
    await scene.owner.query('alter table projects.batches enable trigger batches_frozen')
    const { version } = await look(batch.id)
    await scene.as('施理事长', (context) => returnBatch(context, { id: batch.id, version, reason: '有异议成立' }))
    expect((await look(batch.id)).objections).toEqual([])
  })

  it('names the body that hears objections by its full name, whatever its books are called', async () => {
    await scene.owner.query(`update ledger.books set holder_name = '试验市关心下一代基金会' where city_id = $1`, [scene.cityId])
    await scene.submitted([await scene.apply({ group: '东街小学二年级', peopleCount: 20, amount: 60_000 }, '赵干事')])
    expect((await asPublic()).items.map(({ holderName }) => holderName)).toContain('试验市关心下一代基金会')
  })

  it('without objections is approved once its days are over', async () => {
    const batch = await scene.approve(await scene.submitted([await scene.apply()]), '施理事长')
    scene.clock.moveTo('2026-03-30T09:00:00+08:00')
    expect((await scene.approve(batch, '吕会计')).status).toBe('approved')
    await expect(object(batch.id)).rejects.toMatchObject({ code: 'WRONG_BATCH_STATUS' })
  })
})
