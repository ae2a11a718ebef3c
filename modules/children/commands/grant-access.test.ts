import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { NewChild } from '../contract.ts'
import { listMyAccess } from '../queries/list-my-access.ts'
import { endAccess, grantAccess } from './grant-access.ts'
import { openChildFile } from './open-child-file.ts'
import { countAudit, registerSample } from './steps/sample-child.ts'

const until = new Date('2026-06-30T00:00:00+08:00')

describe('access given by a case or a pairing', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const open = (childId: string) =>
    city.as('吴老师', (context) => openChildFile(context, { id: childId, fields: ['name', 'address'], purpose: 'visit' }))
  const consents: NewChild['consents'] = [{ kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: '2026-01-01' }]
  const pairing = async (childId: string, accountIds?: string[]) => ({
    childId,
    accountIds: accountIds ?? [await city.accountId('吴老师')],
    purpose: 'visit' as const,
    fields: ['name', 'address'] as const,
    until,
    ground: { kind: 'pairing' as const, id: newId() },
  })

  it('lets a paired volunteer open the named fields without asking, and only until the pairing ends', async () => {
    const child = await registerSample(city, { consents })
    const given = await pairing(child.id)
    await city.as('孙主任', (context) => grantAccess(context, given))
    expect(await open(child.id)).toEqual({ name: '张小明', address: '东一村三组12号' })
    expect((await city.as('吴老师', (context) => listMyAccess(context, { limit: 20 }))).items).toMatchObject([
      { childId: child.id, maskedName: '张某', ground: 'pairing' },
    ])
    expect(await city.as('孙主任', (context) => endAccess(context, { ground: given.ground }))).toBe(1)
    await expect(open(child.id)).rejects.toThrow('ACCESS_REQUIRED')
    expect([await countAudit(city, 'access.granted', child.id), await countAudit(city, 'access.ended', child.id)]).toEqual([1, 1])
  })

  it('given again it is renewed, not doubled; it may end for one person alone', async () => {
    const child = await registerSample(city, { consents })
    const given = await pairing(child.id, [await city.accountId('吴老师'), await city.accountId('赵干事')])
    await city.as('孙主任', (context) => grantAccess(context, given))
    await city.as('孙主任', (context) => grantAccess(context, given))
    expect((await city.owner.query('select 1 from children.access_grants where ground_id = $1', [given.ground.id])).rowCount).toBe(2)
    expect(
      await city.as('孙主任', async (context) =>
        endAccess(context, { ground: given.ground, accountIds: [await city.accountId('赵干事')] }),
      ),
    ).toBe(1)
    expect(await open(child.id)).toMatchObject({ name: '张小明' })
  })

  it('rests while the family agrees to no help', async () => {
    const child = await registerSample(city, { consents: [] })
    const given = await pairing(child.id)
    await city.as('孙主任', (context) => grantAccess(context, given))
    await expect(open(child.id)).rejects.toThrow('ACCESS_REQUIRED')
  })

  it('gives nothing for a child outside the range', async () => {
    const child = await registerSample(city)
    const given = await pairing(child.id)
    await expect(city.as('蒋主任', (context) => grantAccess(context, given))).rejects.toThrow('NOT_FOUND')
  })
})
