import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { endLapsedValidities } from '../jobs/end-lapsed-validities.ts'
import { findVolunteer } from '../queries/find-volunteer.ts'
import { recordClearance } from './record-clearance.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('a clearance', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  let number = 0
  const newVolunteer = async () => (await city.as('赵干事',
    (context) => registerSample(context, { name: `甲${'乙丙丁戊己庚辛'[number++]}`, phone: null, birthOn: `195${number}-01-01` }))).id
  const record = (id: string, input: { checkedOn: string; result?: 'clear' | 'found' | 'pending'; validUntil?: string }) =>
    city.as('赵干事', (context) => recordClearance(context, { id, result: 'clear', ...input }))
  const isCleared = async (id: string, day: string) => (await countedOn(city.owner, id, day)).includes('volunteer.cleared 东街镇')

  it('counts from its day, for a year', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2026-03-10' })
    const known = await city.as('李组长', (context) => findVolunteer(context, id))
    expect(known?.clearance).toEqual({ result: 'clear', validFrom: '2026-03-10', validUntil: '2027-03-09' })
    expect([await isCleared(id, '2026-03-09'), await isCleared(id, '2026-03-10')]).toEqual([false, true])
  })

  it('opens the volunteer it is of from the figure that counts it', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2026-03-11' })
    const server = await city.serve()
    const { items } = (await server.inject({ url: '/api/figures/volunteers.cleared/rows?period=2026-03&limit=50',
      headers: { cookie: await city.cookieOf('赵干事') } })).json() as { items: { opens: { kind: string; id: string } }[] }
    expect(items.map(({ opens }) => opens)).toContainEqual({ kind: 'volunteer', id })
    expect(items.every(({ opens }) => opens.kind === 'volunteer')).toBe(true)
  })

  it('that lapsed is ended on its own day, whenever the job runs', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2025-04-01' })
    city.clock.moveTo('2026-04-20T00:05:00+08:00')
    await runScheduledJob(city, endLapsedValidities)
    await runScheduledJob(city, endLapsedValidities)
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
    expect([await isCleared(id, '2026-03-31'), await isCleared(id, '2026-04-01')]).toEqual([true, false])
  })

  it('entered after it has lapsed is ended at once', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2024-01-01' })
    expect([await isCleared(id, '2024-12-31'), await isCleared(id, '2025-01-01')]).toEqual([true, false])
  })

  it('renewed early is counted once a day, and one that finds something ends what was valid', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2025-12-01' })
    await record(id, { checkedOn: '2026-02-01' })
    expect((await countedOn(city.owner, id, '2026-03-01')).filter((measure) => measure.startsWith('volunteer.cleared'))).toHaveLength(1)
    await record(id, { checkedOn: '2026-03-05', result: 'found' })
    expect([await isCleared(id, '2026-03-04'), await isCleared(id, '2026-03-05')]).toEqual([true, false])
  })

  it('keeps the result and nothing of what was found in the audit', async () => {
    const id = await newVolunteer()
    await record(id, { checkedOn: '2026-03-05', result: 'pending' })
    const { rows } = await city.owner.query(`select details from audit.entries where city_id = $1 and subject_id = $2
      and verb = 'clearance.recorded'`, [city.cityId, id])
    expect(rows).toMatchObject([{ details: { result: 'pending', validUntil: null } }])
  })

  it('of tomorrow, or longer than a year, is refused beside the field', async () => {
    const id = await newVolunteer()
    await expect(record(id, { checkedOn: '2026-03-17' })).rejects.toMatchObject({ data: { issues: [{ path: ['checkedOn'] }] } })
    await expect(record(id, { checkedOn: '2026-03-10', validUntil: '2027-03-10' })).rejects.toMatchObject({ data: { issues: [{ path: ['validUntil'] }] } })
  })

  it('is recorded by the office of the range alone', async () => {
    const id = await newVolunteer()
    const input = { id, checkedOn: '2026-03-10', result: 'clear' as const }
    await expect(city.as('孙主任', (context) => recordClearance(context, input))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(city.as('钱干事', (context) => recordClearance(context, input))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
