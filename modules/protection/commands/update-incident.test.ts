import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { IncidentChange } from '../contract.ts'
import { getIncident } from '../queries/get-incident.ts'
import { recordIncident } from './record-incident.ts'
import { updateIncident } from './update-incident.ts'

describe('following an incident', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const record = () => city.as('赵干事', (context) => recordIncident(context, {
    kind: 'loss', title: '硬盘损坏', fields: ['name'], childrenCount: 1, cause: '硬盘损坏', foundAt: '2026-03-16T07:00', childIds: [] }))
  const update = (change: Omit<IncidentChange, 'version'> & { version?: number }, by: PersonName = '赵干事') =>
    city.as(by, (context) => updateIncident(context, { version: 1, ...change }))

  it('adds what was done and leaves the rest', async () => {
    const { id } = await record()
    await update({ id, measures: '已由备份恢复' })
    await update({ id, version: 2, authorityName: '市委网信办', authorityToldAt: '2026-03-16T08:00' })
    await update({ id, version: 3, guardiansNote: '逐户电话告知', guardiansToldAt: '2026-03-16T08:30' }, '冯科长')
    expect(await city.as('冯科长', (context) => getIncident(context, { id }))).toMatchObject({
      title: '硬盘损坏', measures: '已由备份恢复', authorityName: '市委网信办', guardiansNote: '逐户电话告知', obstacles: [], isLate: false, version: 4 })
  })

  it('wants authority and time together, a way of telling, and no time before the finding or to come', async () => {
    const { id } = await record()
    const wrong: [Partial<IncidentChange>, string][] = [
      [{ authorityName: '网信办' }, 'authorityToldAt'], [{ authorityToldAt: '2026-03-16T08:00' }, 'authorityName'],
      [{ guardiansToldAt: '2026-03-16T08:00' }, 'guardiansNote'], [{ guardiansToldAt: '2026-03-16T06:59', guardiansNote: '电话' }, 'guardiansToldAt'],
      [{ authorityToldAt: '2026-03-16T09:01', authorityName: '网信办' }, 'authorityToldAt']]
    for (const [change, field] of wrong) await expect(update({ id, ...change })).rejects.toMatchObject({ data: { issues: [{ path: [field] }] } })
  })

  it('is refused when stale, out of range, or without the right', async () => {
    const { id } = await record()
    await update({ id, measures: '一' })
    await expect(update({ id, measures: '二' })).rejects.toThrow('STALE')
    await expect(update({ id, version: 2, measures: '二' }, '褚科长')).rejects.toThrow('NOT_FOUND')
    for (const name of ['郑部长', '孙主任', '吴老师', '审计员'] as const) await expect(update({ id, version: 2 }, name)).rejects.toThrow('FORBIDDEN')
  })
})
