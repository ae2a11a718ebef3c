import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { testRequest } from '#tests/city/open.ts'
import type { Enrolment } from '../contract.ts'
import { cutOffDevice } from './cut-off-device.ts'
import { listMyDevices } from '../queries/list-my-devices.ts'
import { getPhoneGuide, filePhoneReport } from './file-phone-report.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

// 吴老师 reports harm with his telephone. 16 March 2026, nine in the morning.
describe('harm reported from a phone', () => {
  let scene: PhoneScene
  let phone: Enrolment
  beforeAll(async () => {
    scene = await openPhoneScene()
    phone = await scene.enrol()
  })
  afterAll(() => scene.close())
  const anonymous = () => {
    const { pool, clock, installation } = scene.ground
    return { pool, request: { ...testRequest(), address: newId() }, now: clock.now(), today: clock.today(), installation }
  }
  const proof = () => ({ deviceId: phone.deviceId, deviceSecret: phone.deviceSecret, keyId: phone.sealingKey.keyId })
  const report = {
    submissionKey: 'report-of-the-test', situations: ['many-injuries' as const], description: '村口的孩子', seenAt: '2026-03-16T08:30', seen: '手臂有伤',
  }
  const file = (change: { deviceSecret?: string } = {}) => filePhoneReport(anonymous(), { ...proof(), ...change, report })

  it('shows which situations count and who is told', async () => {
    const guide = await getPhoneGuide(anonymous(), proof())
    expect(guide.situations.map(({ code }) => code)).toContain('many-injuries')
    expect(guide.people.length).toBeGreaterThan(0)
  })

  it('is filed once however often it is sent, and nothing on record of these moments bears the name of who reported', async () => {
    const account = await scene.accountId('吴老师')
    const before = (await scene.owner.query('select max(id::text) as last from audit.entries')).rows[0].last as string
    const sessions = async () => (await scene.owner.query('select id from accounts.sessions where account_id = $1', [account])).rows.length
    const opened = await sessions()
    const first = await file()
    expect((await file()).number).toBe(first.number)
    expect(first.toldCount).toBeGreaterThan(0)
    const { rows } = await scene.owner.query('select verb, account_id, person_name from audit.entries where id::text > $1', [before])
    expect(rows).toEqual([{ verb: 'mandatory-report.filed', account_id: null, person_name: '报告人（保密）' }])
    expect(await sessions()).toBe(opened)
  })

  it('is taken from nobody who does not know the secret, and not from a phone that was cut off', async () => {
    await expect(file({ deviceSecret: 'x'.repeat(43) })).rejects.toThrow('SIGN_IN_AGAIN')
    const { items: [own] } = await scene.as('吴老师', (context) => listMyDevices(context))
    await scene.as('吴老师', (context) => cutOffDevice(context, { id: phone.deviceId, version: own?.version ?? 0, reason: '手机丢失' }))
    await expect(file()).rejects.toThrow('DEVICE_CUT_OFF')
  })
})
