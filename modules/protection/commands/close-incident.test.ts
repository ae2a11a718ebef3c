import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { protectionModule } from '../module.ts'
import { closeIncident } from './close-incident.ts'
import { recordIncident } from './record-incident.ts'
import { updateIncident } from './update-incident.ts'

describe('closing an incident', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const record = () => city.as('赵干事', (context) => recordIncident(context, {
    kind: 'loss', title: '硬盘损坏', fields: ['name'], childrenCount: 1, cause: '硬盘损坏', foundAt: '2026-03-16T07:00', childIds: [] }))
  const finish = async () => {
    const made = await record()
    return city.as('赵干事', (context) => updateIncident(context, {
      ...made, measures: '已恢复', authorityName: '网信办', authorityToldAt: '2026-03-16T08:00', guardiansNote: '未造成危害，无需告知' }))
  }
  const close = (input: { id: string; version: number }, by: PersonName = '冯科长') => city.as(by, (context) => closeIncident(context, { ...input, note: '已整改' }))

  it('waits for measures, authority and guardians, and names what is missing', async () => {
    await expect(close(await record())).rejects.toMatchObject({ code: 'INCIDENT_UNFINISHED', data: { obstacles: ['measures', 'authority', 'guardians'] } })
  })

  it('ends the to-do, and nothing is changed any more', async () => {
    const ready = await finish()
    await runJobsInline(city, [protectionModule])
    const closed = await close(ready)
    await runJobsInline(city, [protectionModule])
    const { rows } = await city.owner.query('select count(*)::int as count from notices.notices where source_id = $1 and done_at is null', [ready.id])
    expect(rows[0].count).toBe(0)
    await expect(close(closed)).rejects.toThrow('INCIDENT_CLOSED')
    await expect(city.as('赵干事', (context) => updateIncident(context, { ...closed, measures: '再改' }))).rejects.toThrow('INCIDENT_CLOSED')
  })

  it('is the responsible person\'s act, in the own range', async () => {
    const ready = await finish()
    for (const name of ['赵干事', '陈主任', '郑部长', '审计员', '孙主任'] as const) await expect(close(ready, name)).rejects.toThrow('FORBIDDEN')
    await expect(close(ready, '褚科长')).rejects.toThrow('NOT_FOUND')
    await expect(close({ ...ready, version: 1 })).rejects.toThrow('STALE')
  })
})
