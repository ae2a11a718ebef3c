import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { testRequest } from '#tests/city/open.ts'
import type { Enrolment } from '../contract.ts'
import { cutOffDevice } from './cut-off-device.ts'
import { sendSealed } from './send-sealed.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

describe('letters of a phone', () => {
  let scene: PhoneScene
  let phone: Enrolment
  beforeAll(async () => {
    scene = await openPhoneScene()
    phone = await scene.enrol()
  })
  afterAll(() => scene.close())
  const letters = async (itemId: string) => (await scene.owner.query('select * from phone.letters where item_id = $1', [itemId])).rows

  it('become visits of the account that enrolled the phone, without a session', async () => {
    const { caseId } = await scene.paired('张一')
    const answer = await scene.sendOne(await scene.write(phone, { caseId, note: '孩子很好' }))
    expect(answer).toMatchObject({ state: 'recorded', code: 'recorded', isKept: true, visitId: expect.any(String) })
    const { rows } = await scene.owner.query('select recorded_name, made_on::text, minutes from care.visits where id = $1', [answer.visitId])
    expect(rows).toEqual([{ recorded_name: '吴老师', made_on: '2026-03-15', minutes: 30 }])
  })

  it('sent five times at once are recorded once, and each answer names the same visit', async () => {
    const { caseId } = await scene.paired('张二')
    const itemId = newId()
    const items = await Promise.all(Array.from({ length: 5 }, () => scene.write(phone, { caseId }, { itemId })))
    const answers = await Promise.all(items.map((item) => scene.sendOne(item)))
    expect(answers.map(({ state }) => state)).toEqual(Array(5).fill('recorded'))
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(1)
    expect([await scene.visitsOf(caseId), (await letters(itemId)).length]).toEqual([1, 1])
  })

  it('from two phones in the same moment leave one visit and one that waits', async () => {
    const { caseId } = await scene.paired('张三')
    const second = await scene.enrol()
    const answers = await Promise.all([scene.sendOne(await scene.write(phone, { caseId })), scene.sendOne(await scene.write(second, { caseId }))])
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['already-entered', 'recorded'])
    expect(await scene.visitsOf(caseId)).toBe(1)
  })

  it('are answered one by one: one that is stuck holds up none', async () => {
    const [first, second] = [await scene.paired('张四'), await scene.paired('张五')]
    const good = await scene.write(phone, { caseId: first.caseId })
    const answers = await scene.send([
      { itemId: newId(), keyId: good.keyId, sealed: 'x'.repeat(900_000) }, { itemId: newId(), keyId: 'nobody', sealed: good.sealed },
      { ...good, itemId: newId() }, good, { itemId: newId(), keyId: good.keyId, sealed: '' },
      await scene.seal(phone, { kind: 'visit', body: { caseId: 'nonsense' } as never }), await scene.write(phone, { caseId: second.caseId }),
    ])
    expect(answers.map(({ code }) => code)).toEqual(['too-large', 'unreadable', 'unreadable', 'recorded', 'unreadable', 'unreadable', 'recorded'])
    expect(answers.filter(({ state }) => state === 'refused').every(({ isKept, message, next }) => !isKept && message !== '' && next !== '')).toBe(true)
  })

  it('with a wrong secret, or replayed for another phone, are not taken and tell nothing', async () => {
    const { caseId } = await scene.paired('张六')
    const shen = await scene.enrol('沈老师')
    const answers = await scene.send([
      await scene.write(phone, { caseId }, { secret: 'wrong' }), await scene.write(phone, { caseId }, { deviceId: newId() }),
      await scene.write(phone, { caseId }, { secret: shen.deviceSecret }), await scene.write(shen, { caseId }),
    ])
    expect(answers.map(({ code }) => code)).toEqual(['unknown-device', 'unknown-device', 'unknown-device', 'case-unknown'])
    expect(await scene.visitsOf(caseId)).toBe(0)
  })

  it('under the number of an earlier one with other words are refused: the first counts', async () => {
    const { caseId } = await scene.paired('张七')
    const itemId = newId()
    const first = await scene.sendOne(await scene.write(phone, { caseId }, { itemId }))
    expect(await scene.sendOne(await scene.write(phone, { caseId, minutes: 31 }, { itemId }))).toMatchObject({ code: 'item-differs', isKept: false })
    expect(await scene.sendOne(await scene.write(phone, { caseId }, { itemId }))).toMatchObject({ state: 'recorded', visitId: first.visitId })
  })

  it('that a rule of care refuses wait for the office, with nothing half written', async () => {
    const { caseId } = await scene.paired('张八')
    const answer = await scene.sendOne(await scene.write(phone, { caseId, minutes: 0 }))
    expect(answer).toMatchObject({ state: 'waiting', code: 'not-by-itself', isKept: true })
    expect(await scene.visitsOf(caseId)).toBe(0)
    expect(await letters(answer.itemId)).toMatchObject([{ status: 'waiting', visit_id: null, case_id: caseId }])
  })

  it('that a rule of care refuses, brought many times in the same moment, wait once, and everybody is told so', async () => {
    const { caseId } = await scene.paired('张八八')
    for (let round = 0; round < 5; round += 1) {
      const item = await scene.write(phone, { caseId, minutes: 0 }, { itemId: newId() })
      const answers = await Promise.all(Array.from({ length: 4 }, () => scene.sendOne(item)))
      expect(answers.map(({ state, code, isKept }) => ({ state, code, isKept })))
        .toEqual(answers.map(() => ({ state: 'waiting', code: 'not-by-itself', isKept: true })))
      expect(await letters(item.itemId)).toHaveLength(1)
    }
  })

  it('that wait say nothing of the child and lie sealed: neither answer nor row shows a word', async () => {
    const { caseId } = await scene.paired('张九')
    const answer = await scene.sendOne(await scene.write(phone, { caseId, minutes: 0, note: '张九说想妈妈' }))
    const [row] = await letters(answer.itemId)
    const shown = `${JSON.stringify(answer)}${JSON.stringify({ ...row, sealed: row.sealed.toString('utf8') })}`
    expect(shown).not.toContain('张九')
    expect(shown).not.toContain('妈妈')
  })

  it('of a phone that was cut off wait when written before, and are only kept when written after', async () => {
    const lost = await scene.enrol()
    const { caseId } = await scene.paired('张十')
    const written = await scene.write(lost, { caseId }, { writtenAt: '2026-03-15T10:00:00+08:00' })
    await scene.as('赵干事', (context) => cutOffDevice(context, { id: lost.deviceId, version: 1, reason: '手机丢失' }))
    // The clock of the database is not the test's: the cut is moved to the test's day.
    await scene.owner.query(`update phone.devices set cut_off_at = '2026-03-15T12:00:00+08:00' where id = $1`, [lost.deviceId])
    const later = await scene.write(lost, { caseId }, { writtenAt: '2026-03-15T14:00:00+08:00' })
    expect(await scene.send([written, later])).toMatchObject([
      { state: 'waiting', code: 'device-cut-off', isKept: true }, { state: 'refused', code: 'device-cut-off-after', isKept: true },
    ])
    expect(await letters(later.itemId)).toMatchObject([{ status: 'refused', sealed: expect.any(Buffer) }])
    expect(await scene.visitsOf(caseId)).toBe(0)
  })

  it('of a suspended account wait: nothing is lost, nothing is done in its name', async () => {
    const shen = await scene.enrol('沈老师')
    const { caseId } = await scene.paired('张十一')
    await scene.owner.query(`update accounts.accounts set status = 'suspended' where sign_in_name = 'shen'`)
    expect(await scene.sendOne(await scene.write(shen, { caseId }))).toMatchObject({ state: 'waiting', code: 'account-stopped', isKept: true })
    await scene.owner.query(`update accounts.accounts set status = 'active' where sign_in_name = 'shen'`)
  })

  it('of a phone whose clock is far off wait, and so does a visit of tomorrow', async () => {
    const [first, second] = [await scene.paired('张十二'), await scene.paired('张十三')]
    const now = scene.clock.now().getTime()
    const item = await scene.write(phone, { caseId: first.caseId })
    expect(await scene.sendOne(item, new Date(now - 13 * 3_600_000).toISOString())).toMatchObject({ state: 'waiting', code: 'clock-off' })
    expect(await scene.sendOne(await scene.write(phone, { caseId: second.caseId, madeOn: '2026-03-17' }))).toMatchObject({ code: 'clock-off' })
  })

  it('ask what became of others without a session, and get no free words', async () => {
    const { caseId } = await scene.paired('张十四')
    const [done, waiting] = [await scene.write(phone, { caseId }), await scene.write(phone, { caseId })]
    await scene.send([done, waiting])
    await scene.owner.query(`update phone.letters set status = 'set-aside', reason = '重复', decided_at = now(), decided_name = '赵干事' where item_id = $1`,
      [waiting.itemId])
    const [answer] = await scene.send([await scene.seal(phone, { kind: 'question', body: { itemIds: [done.itemId, waiting.itemId, newId()] } })])
    expect(answer).toMatchObject({ state: 'answered' })
    expect(new Set(answer?.outcomes?.map(({ itemId, state, reason }) => [itemId, state, reason]))).toEqual(
      new Set([[done.itemId, 'recorded', null], [waiting.itemId, 'set-aside', null]]))
  })

  it('tell what was read without signal, with the time of reading beside that of arrival, once', async () => {
    const { caseId, childId } = await scene.paired('张十五')
    const item = await scene.seal(phone, { kind: 'reads', body: { reads: [
      { caseId, at: '2026-03-15T01:00:00Z' }, { caseId: newId(), at: '2026-03-15T01:00:00Z' },
    ] } })
    expect([(await scene.sendOne(item)).state, (await scene.sendOne(item)).state]).toEqual(['recorded', 'recorded'])
    const { rows } = await scene.owner.query(`select person_name, details from audit.entries where verb = 'child-case.read-on-phone' and subject_id = $1`,
      [childId])
    expect(rows).toMatchObject([{ person_name: '吴老师', details: { readAt: '2026-03-15T01:00:00.000Z', arrivedAt: scene.clock.now().toISOString() } }])
  })

  it('are too many from one address when somebody is trying', async () => {
    const { pool, clock, installation } = scene.ground
    const context = { pool, request: { ...testRequest(), address: newId() }, now: clock.now(), today: clock.today(), installation }
    const garbage = Array.from({ length: 20 }, () => ({ itemId: newId(), keyId: phone.sealingKey.keyId, sealed: 'AAAA' }))
    const attempts = async () => { for (let call = 0; call < 4; call++) await sendSealed(context, { items: garbage }) }
    await expect(attempts()).rejects.toThrow('RATE_LIMITED')
  })
})
