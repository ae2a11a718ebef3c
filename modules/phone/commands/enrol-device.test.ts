import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planVisits } from '#modules/care/commands/plan-visits.ts'
import { careModule } from '#modules/care/module.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { rewrapStoredKeys } from '#platform/backup/rewrap-keys.ts'
import { newId } from '#platform/crypto/id.ts'
import { testRequest } from '#tests/city/open.ts'
import { addMasterKey } from '#platform/crypto/master-key.ts'
import { clearLetters } from '../jobs/clear-letters.ts'
import { rotateSealingKey } from '../jobs/rotate-sealing-key.ts'
import { phoneModule } from '../module.ts'
import { getDay } from '../queries/get-day.ts'
import { getDeviceState } from '../queries/get-device-state.ts'
import { listDevices } from '../queries/list-devices.ts'
import { listMyDevices } from '../queries/list-my-devices.ts'
import { cutOffDevice } from './cut-off-device.ts'
import { enrolDevice } from './enrol-device.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

describe('a phone', () => {
  let scene: PhoneScene
  beforeAll(async () => { scene = await openPhoneScene() })
  afterAll(() => scene.close())
  const day = (deviceId: string, by: '吴老师' | '沈老师' | '孙主任' = '吴老师') => scene.as(by, (context) => getDay(context, { deviceId }))

  it('is told its secret once; the database keeps no more than a hash, and only a wrapped key opens what is sealed', async () => {
    const phone = await scene.enrol()
    const stored = JSON.stringify((await scene.owner.query('select d.*, k.* from phone.devices d cross join phone.sealing_keys k')).rows)
    expect(stored).not.toContain(phone.deviceSecret)
    expect(phone).toMatchObject({ keeping: { keptDays: 7, wrongPins: 5 }, office: { unitName: '东街镇关工委', phone: null } })
    expect(Buffer.from(phone.sealingKey.publicKey, 'base64')).toHaveLength(65)
  })

  it('shows the telephone of its unit, or of the nearest unit above that has one', async () => {
    await scene.owner.query(`update organization.units set phone = '0571-88880000' where code = '9901'`)
    expect((await day((await scene.enrol()).deviceId)).office).toMatchObject({ phone: '0571-88880000' })
    await scene.owner.query(`update organization.units set phone = '0571-88881111' where code = '99010010001'`)
    expect((await day((await scene.enrol()).deviceId)).office).toEqual({ unitName: '东街镇关工委', phone: '0571-88881111' })
  })

  it('is not enrolled by somebody who records no visits, and no sixth time', async () => {
    await expect(scene.as('郑部长', (context) => enrolDevice(context, { name: '手机', platform: 'Android' }))).rejects.toThrow('FORBIDDEN')
    for (let count = 0; count < 5; count++) await scene.enrol('沈老师')
    await expect(scene.enrol('沈老师')).rejects.toThrow('TOO_MANY_DEVICES')
  })

  it('gets what is planned or due for today and tomorrow of own pairings, with names only where access opens them; all is recorded as read', async () => {
    const phone = await scene.as('吴老师', async (context) => (await listMyDevices(context)).items[0]!)
    const [open, other, later] = [await scene.paired('张一'), await scene.open('张二'), await scene.paired('张三')]
    await runJobsInline(scene, [careModule])
    const masked = await scene.paired('张四')
    await scene.as('赵干事', (context) => planVisits(context, { visits: [
      { caseId: masked.caseId, plannedOn: '2026-03-16', medium: 'home', volunteerId: scene.wu, withWorker: true },
      { caseId: later.caseId, plannedOn: '2026-03-30', medium: 'home', volunteerId: scene.wu, withWorker: true },
    ] }))
    await scene.visit(later.caseId, { madeOn: '2026-03-15' })
    const pack = await day(phone.id)
    expect(pack.cases.map(({ childName, isMasked, group }) => [childName, isMasked, group])).toEqual([
      ['张某', true, 'today'], ['张一', false, 'overdue'], ['张三', false, 'other']])
    expect(pack.cases[1]).toMatchObject({ caseId: open.caseId, ageWords: '6—13岁', unitCode: '990100100010001', planned: null })
    expect(JSON.stringify(pack)).not.toContain(other.id)
    expect(pack.cases[2]).toMatchObject({ caseId: later.caseId, address: null, phones: [] })
    const { rows: openings } = await scene.owner.query(`select distinct subject_id, details -> 'fields' as fields from audit.entries
      where verb = 'child-file.opened' and subject_id = any ($1)`, [[open.childId, later.childId]])
    expect(openings).toEqual(expect.arrayContaining([
      { subject_id: open.childId, fields: ['name', 'address', 'phone', 'guardians'] }, { subject_id: later.childId, fields: ['name'] }]))
    expect(await scene.audits('child-case.read', open.childId)).toBe(1)
    expect(await scene.audits('child-file.opened', open.childId)).toBe(1)
    expect(await scene.audits('child-file.opened', masked.childId)).toBe(0)
    expect(JSON.stringify(pack).length).toBeLessThan(4000)
  })

  it('gives nothing to another person, and nothing after it was cut off; the session it used has ended', async () => {
    const phone = await scene.enrol()
    await expect(day(phone.deviceId, '沈老师')).rejects.toThrow('NOT_FOUND')
    await expect(scene.as('沈老师', (context) => cutOffDevice(context, { id: phone.deviceId, version: 1, reason: '不是我的' }))).rejects.toThrow('NOT_FOUND')
    await expect(scene.as('卫干事', (context) => cutOffDevice(context, { id: phone.deviceId, version: 1, reason: '不在范围' }))).rejects.toThrow('NOT_FOUND')
    const cut = await scene.as('赵干事', (context) => cutOffDevice(context, { id: phone.deviceId, version: 1, reason: '手机丢失' }))
    expect(cut).toMatchObject({ cutOffReason: '手机丢失', cutOffName: '赵干事', isOwn: false })
    // A phone without signal cannot hear of it; seven days after it was last seen it wipes itself.
    expect(cut.wipesAt.getTime() - cut.lastSeenAt.getTime()).toBe(7 * 86_400_000)
    await expect(scene.as('赵干事', (context) => cutOffDevice(context, { id: phone.deviceId, version: 2, reason: '再次' }))).rejects.toThrow('ALREADY_CUT_OFF')
    await expect(day(phone.deviceId)).rejects.toThrow('UNAUTHENTICATED')
    const { items } = await scene.as('赵干事', (context) => listDevices(context, { limit: 200, status: 'cut-off' }))
    expect(items.map(({ id }) => id)).toEqual([phone.deviceId])
  })

  it('can ask, locked and without its secret, whether it was cut off, and learns nothing else', async () => {
    const phone = await scene.enrol('周主任')
    const { pool, clock, installation } = scene.ground
    const asked = (id: string, keyId = phone.sealingKey.keyId) => getDeviceState(
      { pool, request: { ...testRequest(), address: '203.0.113.7' }, now: clock.now(), today: clock.today(), installation }, { id, keyId })
    expect(await asked(phone.deviceId)).toEqual({ isCutOff: false })
    await scene.as('赵干事', (context) => cutOffDevice(context, { id: phone.deviceId, version: 1, reason: '手机丢失' }))
    expect(await asked(phone.deviceId)).toEqual({ isCutOff: true })
    expect(await asked(newId())).toEqual({ isCutOff: false })
    expect(await asked(phone.deviceId, '7.nothing')).toEqual({ isCutOff: false })
    for (let more = 4; more < 60; more++) await asked(phone.deviceId)
    await expect(asked(phone.deviceId)).rejects.toThrow('RATE_LIMITED')
  })

  it('still opens old letters after the sealing key was rotated and after the master key was rotated', async () => {
    const phone = await scene.enrol('孙主任')
    const { caseId } = await scene.open('张五').then(({ id }) => ({ caseId: id }))
    const [first, second] = [await scene.write(phone, { caseId, minutes: 0 }), await scene.write(phone, { caseId, madeOn: '2026-03-14' })]
    await scene.owner.query(`update phone.sealing_keys set made_at = '2024-01-01'`)
    await runScheduledJob(scene, rotateSealingKey)
    await runScheduledJob(scene, rotateSealingKey)
    expect((await scene.owner.query('select count(*)::int as count from phone.sealing_keys')).rows[0].count).toBe(2)
    expect((await day(phone.deviceId, '孙主任')).sealingKey.keyId).not.toBe(phone.sealingKey.keyId)
    expect(await scene.sendOne(first)).toMatchObject({ code: 'not-by-itself' })
    const masterKeys = addMasterKey(scene.ground.installation.dataFolder)
    expect(await rewrapStoredKeys(scene.urls.owner, masterKeys)).toMatchObject({ unreadable: 0 })
    Object.assign(scene.ground.installation, { masterKeys })
    expect(await scene.sendOne(second)).toMatchObject({ state: 'recorded' })
  })

  it('has its waiting letters told to the office once a day, and words set aside are forgotten after the days a city has set', async () => {
    const phone = await scene.enrol('孙主任')
    const { id: caseId } = await scene.open('张六')
    const items = [await scene.write(phone, { caseId, minutes: 0 }), await scene.write(phone, { caseId, minutes: 0, madeOn: '2026-03-14' })]
    await scene.send(items)
    await runJobsInline(scene, [phoneModule])
    const { rows } = await scene.owner.query(`select a.person_name from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id
      where n.source_verb = 'phone-letter.arrived'`)
    expect(rows).toEqual([{ person_name: '赵干事' }])
    await scene.owner.query(`update phone.letters set status = 'set-aside', reason = '重复', decided_at = '2026-03-01' where item_id = $1`, [items[0]!.itemId])
    const kept = async () => (await scene.owner.query('select 1 from phone.letters where sealed is not null and item_id = $1', [items[0]!.itemId])).rowCount
    await runScheduledJob(scene, clearLetters)
    expect(await kept()).toBe(1)
    await scene.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source)
      values ($1, 'phone.kept-content-days', '2026-01-01', '7', '测试')`, [scene.cityId])
    await runScheduledJob(scene, clearLetters)
    expect(await kept()).toBe(0)
  })
})
