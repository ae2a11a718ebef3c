import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { sendToUnitRole, type UnitRole } from './send-to-unit-role.ts'

describe('a notice to those who answer for a unit', () => {
  let city: TestCity
  let sent = 0
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const send = async (to: UnitRole) => {
    const key = String(sent += 1)
    await asWorker(city, (run) => run((context) => sendToUnitRole(context, to, { title: '新情况', source: { verb: 'test.sent', key } })))
    const { rows } = await city.owner.query<{ person_name: string }>(`select a.person_name from notices.notices n
      join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_key = $1 order by 1`, [key])
    return rows.map((row) => row.person_name)
  }

  const inOrder = (names: string[]) => names.toSorted((one, other) => one.localeCompare(other))

  it('reaches the holders of the permission at this unit, not above and not below', async () => {
    expect(inOrder(await send({ unitId: await city.unitId('9901001'), permission: 'notice.read' }))).toEqual(inOrder(['冯科长', '李组长', '曹会计']))
    expect(await send({ scopeCode: '990100100010000000', permission: 'child.correct' })).toEqual(['赵干事'])
    expect(await send({ unitId: await city.unitId('9901'), permission: 'audit.read' })).toEqual(['审计员'])
  })

  it('reaches the nearest unit above where nobody at the unit signs in, so that no task is lost', async () => {
    expect(await send({ unitId: await city.unitId('990100100020001'), permission: 'child.correct' })).toEqual(['钱干事'])
    expect(await send({ unitId: await city.unitId('990100200010002'), permission: 'child.transfer' })).toEqual(['卫干事'])
  })

  it('reaches nobody where nobody answers, without failing', async () => {
    expect(await send({ unitId: await city.unitId('990100100020001'), permission: 'nothing.do' })).toEqual([])
    expect(await send({ unitId: '00000000-0000-4000-8000-000000000001', permission: 'child.correct' })).toEqual([])
  })

  it('leaves out a grant that is over, not begun or revoked, and a suspended account', async () => {
    const village = { scopeCode: '990100100010001000', permission: 'child.correct' }
    expect(await send(village)).toEqual(['孙主任'])
    const sun = await city.accountId('孙主任')
    for (const change of [`until_on = '2026-03-15'`, `until_on = null, from_on = '2026-03-17'`, `from_on = '2020-01-01', revoked_at = now()`]) {
      await city.owner.query(`update accounts.grants set ${change} where account_id = $1`, [sun])
      expect(await send(village)).toEqual(['赵干事'])
    }
    await city.owner.query('update accounts.grants set revoked_at = null where account_id = $1', [sun])
    await city.owner.query(`update accounts.accounts set status = 'suspended' where id = $1`, [sun])
    expect(await send(village)).toEqual(['赵干事'])
  })
})
