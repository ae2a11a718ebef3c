import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getVolunteer } from '../queries/get-volunteer.ts'
import { listDuplicates } from '../queries/list-duplicates.ts'
import { listVolunteers } from '../queries/list-volunteers.ts'
import { correctVolunteer } from './correct-volunteer.ts'
import { mergeVolunteers } from './merge-volunteers.ts'
import { recordClearance } from './record-clearance.ts'
import { countedOn, registerSample } from './testing/sample-volunteers.ts'

describe('merging two records of one person', () => {
  let city: TestCity
  let kept: string
  let merged: string
  beforeAll(async () => {
    city = await openTestCity()
    kept = (await city.as('赵干事', (context) => registerSample(context, { skills: ['书法'] }))).id
    merged = (await city.as('钱干事', (context) => registerSample(context, {
      birthOn: null, phone: '15400009999', categories: ['soldier'], skills: ['讲故事'] }))).id
    await city.as('钱干事', (context) => recordClearance(context, { id: merged, checkedOn: '2026-01-01', result: 'clear' }))
    await city.as('钱干事', (context) => correctVolunteer(context, { id: merged, version: 2, idNumber: '990101195503051226' }))
  })
  afterAll(() => city.close())

  const merge = (name: '李组长' | '赵干事' | '孙主任', change: object = {}) => city.as(name, (context) => mergeVolunteers(context, {
    id: kept, version: 1, mergedId: merged, mergedVersion: 3, take: ['phone'], reason: '同一人在两镇登记', ...change }))

  it('is for an office that sees both, and refuses what has changed meanwhile', async () => {
    await expect(merge('赵干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(merge('孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(merge('李组长', { mergedVersion: 1 })).rejects.toMatchObject({ code: 'STALE' })
    await expect(merge('李组长', { mergedId: kept })).rejects.toMatchObject({ code: 'SAME_RECORD' })
  })

  it('keeps one with what was chosen, the lists of both and the number only one of them had', async () => {
    expect(await merge('李组长')).toEqual({ id: kept, version: 2 })
    const seen = await city.as('赵干事', (context) => getVolunteer(context, { id: kept }))
    expect(seen).toMatchObject({ phone: '15400009999', categories: ['teacher', 'soldier'], skills: ['书法', '讲故事'], maskedIdNumber: '9****************6' })
    expect(await countedOn(city.owner, merged, '2026-03-16')).toEqual([])
    expect(await countedOn(city.owner, kept, '2026-03-16')).toContain('volunteer.category.soldier 东街镇')
  })

  it('leaves no trace of the other in lists, search and queue, and a line in the log', async () => {
    expect((await city.as('陈主任', (context) => listVolunteers(context, { q: '王秀英', limit: 20 }))).items.map((item) => item.id)).toEqual([kept])
    expect((await city.as('陈主任', (context) => listDuplicates(context, { limit: 20 }))).items).toEqual([])
    await expect(city.as('钱干事', (context) => getVolunteer(context, { id: merged }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const log = await city.owner.query('select kept_id, merged_id, reason from volunteers.merges where city_id = $1', [city.cityId])
    expect(log.rows).toEqual([{ kept_id: kept, merged_id: merged, reason: '同一人在两镇登记' }])
  })

  it('refuses two people with different identity numbers', async () => {
    const other = (await city.as('赵干事', (context) =>
      registerSample(context, { name: '赵一', sex: 'male', birthOn: null, phone: null, idNumber: '990101196001011034' }))).id
    await expect(merge('李组长', { version: 2, mergedId: other, mergedVersion: 1 })).rejects.toMatchObject({ code: 'DIFFERENT_ID_NUMBERS' })
  })
})
