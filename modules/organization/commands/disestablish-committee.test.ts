import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { disestablishCommittee } from './disestablish-committee.ts'
import { establishCommittee } from './establish-committee.ts'
import { appointHolder } from './leadership/appoint-holder.ts'
import { createPosts } from './leadership/create-posts.ts'

describe('a committee that no longer exists', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('leaves 已建 on the day and may be founded again', async () => {
    const id = await city.unitId('990100100020001')
    const founded = await city.as('李组长', (context) => establishCommittee(context, { id, version: 1, on: '2020-05-01' }))
    const gone = await city.as('李组长', (context) => disestablishCommittee(context, { id, version: founded.version, on: '2026-03-01', reason: '班子解散' }))
    expect(gone.establishedOn).toBeNull()
    const { rows } = await city.owner.query(`select measure, sign, happened_on::text as on from figures.facts
      where city_id = $1 and record_id = $2 and measure = 'unit.founded' order by sign`, [city.cityId, id])
    expect(rows).toEqual([{ measure: 'unit.founded', sign: -1, on: '2026-03-01' }, { measure: 'unit.founded', sign: 1, on: '2020-05-01' }])
  })

  it('is refused while somebody holds a post, and where there is none', async () => {
    const id = await city.unitId('99010010001')
    const posts = await city.as('李组长', (context) => createPosts(context, { unitId: id, titleCode: 'director', seats: 1, fromOn: '2020-01-01' }))
    await city.as('李组长', (context) => appointHolder(context, { id: posts.items[0]!.id, personName: '何一', fromOn: '2024-01-01', isFullTime: false }))
    await expect(city.as('李组长', (context) => disestablishCommittee(context, { id, version: 1, on: '2026-03-01', reason: '解散' }))).rejects
      .toThrow('POSTS_HELD')
    const never = await city.unitId('990100100020001')
    await expect(city.as('李组长', (context) => disestablishCommittee(context, { id: never, version: 3, on: '2026-03-02', reason: '解散' }))).rejects
      .toThrow('NOT_ESTABLISHED')
  })

  it('is a matter of the office', async () => {
    const id = await city.unitId('99010010001')
    await expect(city.as('吴老师', (context) => disestablishCommittee(context, { id, version: 1, on: '2026-03-01', reason: '解散' }))).rejects.toThrow('FORBIDDEN')
  })
})
