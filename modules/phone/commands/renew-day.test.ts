import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { testRequest } from '#tests/city/open.ts'
import type { Enrolment } from '../contract.ts'
import { listMyDevices } from '../queries/list-my-devices.ts'
import { cutOffDevice } from './cut-off-device.ts'
import { renewDay } from './renew-day.ts'
import { openPhoneScene, type PhoneScene } from './steps/sample-phone.ts'

describe('the day of a phone without a session', () => {
  let scene: PhoneScene
  let wuAccount: string
  beforeAll(async () => {
    scene = await openPhoneScene()
    wuAccount = await scene.accountId('吴老师')
  })
  afterAll(() => scene.close())

  const anonymous = () => {
    const { pool, clock, installation } = scene.ground
    const request = { ...testRequest(), address: newId() }
    return { pool, request, now: clock.now(), today: clock.today(), installation }
  }
  const proofOf = (phone: Enrolment) => ({ deviceId: phone.deviceId, deviceSecret: phone.deviceSecret, keyId: phone.sealingKey.keyId })
  const renew = (phone: Enrolment, proof: { deviceSecret?: string; keyId?: string } = {}) => renewDay(anonymous(), { ...proofOf(phone), ...proof })
  const setSessions = (how: string) => scene.owner.query(`update accounts.sessions set ${how} where account_id = $1`, [wuAccount])
  const setPassword = (how: string) => scene.owner.query(`update accounts.credentials set ${how} where account_id = $1`, [wuAccount])
  afterEach(() => Promise.all([setSessions('ended_at = null'), setPassword("changed_at = now() - interval '1 day'")]))

  it('is renewed by the secret of the phone, and each case in it is recorded as read', async () => {
    const phone = await scene.enrol()
    const { caseId, childId } = await scene.paired('张一')
    await setSessions('ended_at = now()')
    const { pack, outcomes } = await renew(phone)
    expect([pack.personName, pack.cases.map((each) => each.caseId), outcomes]).toEqual(['吴老师', [caseId], []])
    expect(await scene.audits('child-case.read', childId)).toBe(1)
  })

  it('is given to nobody with another secret, or with the key of no city', async () => {
    const phone = await scene.enrol()
    await expect(renew(phone, { deviceSecret: 'x'.repeat(43) })).rejects.toThrow('SIGN_IN_AGAIN')
    await expect(renew(phone, { keyId: 'none' })).rejects.toThrow('SIGN_IN_AGAIN')
  })

  it('is not given to a phone that was cut off', async () => {
    const phone = await scene.enrol()
    await scene.as('吴老师', async (context) => {
      const { version } = (await listMyDevices(context)).items.find(({ id }) => id === phone.deviceId)!
      await cutOffDevice(context, { id: phone.deviceId, version, reason: '手机丢失' })
    })
    await expect(renew(phone)).rejects.toThrow('DEVICE_CUT_OFF')
  })

  it('asks for the password again once it was changed, and gives nothing to a suspended account', async () => {
    const phone = await scene.enrol()
    await scene.owner.query("update accounts.accounts set status = 'suspended' where id = $1", [wuAccount])
    await expect(renew(phone)).rejects.toThrow('FORBIDDEN')
    await scene.owner.query("update accounts.accounts set status = 'active' where id = $1", [wuAccount])
    await renew(phone)
    await setPassword("changed_at = now() + interval '1 second'")
    await expect(renew(phone)).rejects.toThrow('SIGN_IN_AGAIN')
  })
})
