import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getChild } from '../../queries/get-child.ts'
import { recordConsent, withdrawConsent } from './record-consent.ts'
import { countAudit, liveCount, registerSample } from '../steps/sample-child.ts'

const service = { kind: 'service', form: 'paper', covers: '结对帮扶和走访', fromOn: '2026-03-01' } as const
const measure = 'child.consent.service'

describe('a consent', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const guardianOf = async (childId: string) =>
    String((await city.owner.query('select id from children.guardians where child_id = $1', [childId])).rows[0].id)

  it('is given by a guardian for one purpose and holds until it is withdrawn', async () => {
    const child = await registerSample(city)
    const given = await city.as('孙主任', async (context) =>
      recordConsent(context, { ...service, id: child.id, guardianId: await guardianOf(child.id) }),
    )
    const card = await city.as('孙主任', (context) => getChild(context, child))
    expect(card.consents).toMatchObject([{ kind: 'service', givenBy: 'grandmother', isValid: true }])
    expect(await liveCount(city, child.id, { measure, on: '2026-03-16' })).toBe(1)
    await city.as('孙主任', (context) => withdrawConsent(context, { id: child.id, consentId: given.consentId, reason: '家里不愿意了' }))
    expect((await city.as('孙主任', (context) => getChild(context, child))).consents).toMatchObject([
      { isValid: false, withdrawnOn: '2026-03-16' },
    ])
    expect(await liveCount(city, child.id, { measure, on: '2026-03-16' })).toBe(0)
    expect([await countAudit(city, 'consent.recorded', child.id), await countAudit(city, 'consent.withdrawn', child.id)]).toEqual([1, 1])
    await expect(city.as('孙主任', (context) => withdrawConsent(context, { id: child.id, consentId: given.consentId }))).rejects.toThrow(
      'CONSENT_ALREADY_WITHDRAWN',
    )
  })

  it('below sixteen needs a guardian of this very child; from sixteen on the child may give it', async () => {
    const [child, other, youth] = [
      await registerSample(city),
      await registerSample(city),
      await registerSample(city, { birthOn: '2009-12-01' }),
    ]
    await expect(city.as('孙主任', (context) => recordConsent(context, { ...service, id: child.id }))).rejects.toThrow('INVALID_INPUT')
    await expect(
      city.as('孙主任', async (context) => recordConsent(context, { ...service, id: child.id, guardianId: await guardianOf(other.id) })),
    ).rejects.toThrow('INVALID_INPUT')
    await city.as('孙主任', (context) => recordConsent(context, { ...service, id: youth.id }))
    expect((await city.as('孙主任', (context) => getChild(context, youth))).consents).toMatchObject([{ givenBy: null, isValid: true }])
  })

  it('is not for leaders, and the neighbour finds no child', async () => {
    const child = await registerSample(city)
    await expect(city.as('郑部长', (context) => recordConsent(context, { ...service, id: child.id }))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('蒋主任', (context) => recordConsent(context, { ...service, id: child.id }))).rejects.toThrow('NOT_FOUND')
  })
})
