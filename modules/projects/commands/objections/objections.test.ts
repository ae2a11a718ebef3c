import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import type { PersonName } from '#tests/city/people.ts'
import { projectsModule } from '../../module.ts'
import { askObjection } from '../../queries/ask-objection.ts'
import { getBatch } from '../../queries/get-batch.ts'
import { listAidLists } from '../../queries/public-lists.ts'
import { returnBatch } from '../batches/return-batch.ts'
import { openAwardScene, type AwardScene } from '../steps/sample-awards.ts'
import { answerObjection } from './answer-objection.ts'
import { openObjection } from './open-objection.ts'
import { recordObjection } from './record-objection.ts'
import { sendObjection } from './send-objection.ts'

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
  const answer = (id: string, outcome: 'upheld' | 'rejected', by: PersonName = '施理事长', reply = '已经上门核实，这户符合条件') =>
    scene.as(by, (context) => answerObjection(context, { id, outcome, answer: '已入户核实', reply }))

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

  describe('by anybody on the public page', () => {
    let list: { id: string; batchId: string; version: number }
    const from = (address: string) => ({
      pool: scene.ground.pool, request: { id: 'r', address, device: '' } as never, now: scene.clock.now(), today: scene.clock.today(),
      installation: scene.ground.installation })
    const send = (change: { id?: string; words?: string; contact?: string; city?: number } = {}, address = '10.0.0.2') =>
      sendObjection(from(address), { id: list.id, city: scene.cityId, words: '名单里有一家开着店', ...change })
    const ask = (number: string, address = '10.0.0.3') => askObjection(from(address), { city: scene.cityId, number })
    const tasks = async () => (await scene.owner.query<{ person: string; done: boolean }>(`select a.person_name as person, n.done_at is not null as done
      from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_verb = 'tell-of-objection' and n.link = $1 order by 1, 2`, [`/award-batches/${list.batchId}`])).rows
    beforeAll(async () => {
      const batch = await scene.submitted([await scene.apply({ group: '东街小学一年级', peopleCount: 20, amount: 60_000 }, '赵干事')])
      const { rows: [row] } = await scene.owner.query<{ id: string }>('select id from projects.public_lists where batch_id = $1', [batch.id])
      list = { id: row?.id ?? '', batchId: batch.id, version: batch.version }
    })

    it('comes to the same queue, sealed, with a number and a task for who answers; who it was is kept nowhere else', async () => {
      const { number } = await send({ contact: '13800001111' })
      expect(number).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
      const { objections: [row] } = await look(list.batchId)
      expect(row).toMatchObject({ cameBy: 'internet', recordedName: '网上', number, outcome: null, cameOn: scene.clock.today() })
      expect(await scene.as('吕会计', (context) => openObjection(context, { id: row?.id ?? '', reason: '核查异议' })))
        .toEqual({ words: '名单里有一家开着店\n联系方式：13800001111', answer: null, reply: null })
      const { rows: [entry] } = await scene.owner.query(`select address, request_id, person_name, details from audit.entries where verb = 'objection.sent'`)
      expect(entry).toEqual({ address: null, request_id: null, person_name: null, details: { objectionId: row?.id } })
      await runJobsInline(scene, [projectsModule])
      await runJobsInline(scene, [projectsModule])
      expect(await tasks()).toEqual([{ person: '吕会计', done: false }, { person: '施理事长', done: false }])
      expect((await asPublic()).items.find(({ id }) => id === list.id)).toMatchObject({ objections: 1, answered: 0 })
      expect(await ask(number.toLowerCase().replace('-', ' '))).toEqual({ cameOn: scene.clock.today(), state: 'open', answeredOn: null, reply: null })
      await expect(answer(row?.id ?? '', 'rejected', '施理事长', '11010519491231002X符合条件')).rejects.toMatchObject({ data: { issues: [{ path: ['reply'] }] } })
      await answer(row?.id ?? '', 'rejected')
      // The reasons are read by whoever has the number; what was found is not.
      expect(await ask(number)).toEqual({ cameOn: scene.clock.today(), state: 'rejected', answeredOn: scene.clock.today(), reply: '已经上门核实，这户符合条件' })
      expect(await scene.as('吕会计', (context) => openObjection(context, { id: row?.id ?? '', reason: '核查异议' })))
        .toMatchObject({ answer: '已入户核实', reply: '已经上门核实，这户符合条件' })
      const { rows: [kept] } = await scene.owner.query<{ reply: Buffer }>('select sealed_reply as reply from projects.objections where id = $1', [row?.id])
      expect(kept?.reply.toString('utf8')).not.toContain('上门')
      expect((await asPublic()).items.find(({ id }) => id === list.id)).toMatchObject({ objections: 1, answered: 1 })
      expect(await tasks()).toEqual([{ person: '吕会计', done: true }, { person: '施理事长', done: true }])
    })

    it('holds the approval like any other, and ends with the list that is given back', async () => {
      scene.clock.moveTo(`${(await look(list.batchId)).shown?.endsOn ?? ''}T09:00:00+08:00`)
      const { number } = await send({}, '10.0.0.4')
      const recorded = await object(list.batchId)
      expect(recorded.number).not.toBeNull()
      await runJobsInline(scene, [projectsModule])
      scene.clock.moveTo('2026-04-20T09:00:00+08:00')
      const once = await scene.approve({ id: list.batchId, version: list.version } as never, '施理事长')
      await expect(scene.approve(once, '吕会计')).rejects.toMatchObject({ code: 'OBJECTIONS_OPEN' })
      await expect(send()).rejects.toMatchObject({ code: 'LIST_CLOSED' })
      await scene.as('施理事长', (context) => returnBatch(context, { id: list.batchId, version: once.version, reason: '名单要核对' }))
      expect([await ask(number), await ask(recorded.number ?? '')]).toMatchObject([{ state: 'list-returned' }, { state: 'list-returned' }])
      expect((await tasks()).filter(({ done }) => !done)).toEqual([])
    })

    it('is refused with an identity number in it, to a list of nobody, and of another city', async () => {
      scene.clock.moveTo('2026-04-21T09:00:00+08:00')
      await expect(send({ words: '11010519491231002X不困难' })).rejects.toMatchObject({ data: { issues: [{ path: ['words'] }] } })
      await expect(send({ city: 510000 }, '10.0.0.5')).rejects.toMatchObject({ code: 'LIST_CLOSED' })
      await expect(send({ id: list.batchId }, '10.0.0.5')).rejects.toMatchObject({ code: 'LIST_CLOSED' })
      await expect(ask('ABCDE-FGHJK')).rejects.toMatchObject({ code: 'OBJECTION_UNKNOWN' })
      await expect(ask('不是号')).rejects.toMatchObject({ code: 'OBJECTION_UNKNOWN' })
    })

    it('comes three times in a minute from one address, fifty times while none is answered, and numbers are tried ten times in a minute', async () => {
      const batch = await scene.submitted([await scene.apply({ group: '东街小学四年级', peopleCount: 20, amount: 60_000 }, '赵干事')])
      const { rows: [row] } = await scene.owner.query<{ id: string }>('select id from projects.public_lists where batch_id = $1', [batch.id])
      const id = row?.id ?? ''
      for (let at = 0; at < 50; at++) {
        if (at % 40 === 0) scene.clock.moveTo(`2026-04-22T09:0${at / 40}:30+08:00`)
        await send({ id }, `10.1.0.${Math.floor(at / 3)}`)
      }
      await expect(send({ id }, '10.1.0.0')).rejects.toMatchObject({ code: 'LIST_FULL' })
      for (let at = 0; at < 2; at++) await send({ id }, '10.1.0.0').catch(() => undefined)
      await expect(send({ id }, '10.1.0.0')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
      for (let at = 0; at < 10; at++) await ask('ABCDE-FGHJK', '10.2.0.1').catch(() => undefined)
      await expect(ask('ABCDE-FGHJK', '10.2.0.1')).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    })
  })
})
