import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getChild } from '../queries/get-child.ts'
import { listChildren } from '../queries/list-children.ts'
import { correctChild, type Correction } from './correct-child.ts'
import { openChildFile } from './open-child-file.ts'
import { keyOf } from '../queries/steps/identity.ts'
import { openFields } from '#platform/crypto/envelope.ts'
import { countAudit, orphanFacts, registerSample, sampleNumber } from './steps/sample-child.ts'

describe('correcting identity', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())
  const correct = (input: Correction, name: '孙主任' | '赵干事' | '郑部长' | '周主任' = '孙主任') =>
    city.as(name, (context) => correctChild(context, input))

  it("changes name, band, types and search together, and keeps before and after under the child's own key", async () => {
    const child = await registerSample(city, { name: '错名字', facts: orphanFacts })
    const done = await correct({ id: child.id, version: 1, name: '尉迟正', birthOn: '2010-03-20', phone: '', address: '', reason: '户口簿为准' })
    const card = await city.as('孙主任', (context) => getChild(context, child))
    expect(card).toMatchObject({ maskedName: '尉迟某', ageBand: '14-15', version: done.version })
    expect(
      await city.as('孙主任', (context) =>
        openChildFile(context, { id: child.id, fields: ['name', 'address', 'school'], purpose: 'registration' }),
      ),
    ).toEqual({ name: '尉迟正', address: null, school: '东街小学' })
    expect((await city.as('孙主任', (context) => listChildren(context, { q: 'yuchi', limit: 5 }))).items.map((row) => row.id)).toEqual([
      child.id,
    ])
    expect((await city.as('孙主任', (context) => listChildren(context, { q: '错名', limit: 5 }))).total).toBe(0)
    const { rows } = await city.owner.query(
      `select e.sealed_details, e.details, k.wrapped from audit.entries e join children.person_keys k on k.id = e.sealed_person_id
      where e.verb = 'child.corrected' and e.subject_id = $1`,
      [child.id],
    )
    const place = { cityId: city.cityId, childId: child.id }
    const change = openFields(
      keyOf(city.ground.installation.masterKeys, rows[0].wrapped, place),
      rows[0].sealed_details,
      `children.correction/${city.cityId}/${child.id}`,
    )
    expect(change).toMatchObject({
      before: { name: '错名字', birthOn: '2015-05-20' },
      after: { name: '尉迟正', birthOn: '2010-03-20', address: null },
    })
    expect(rows[0].details).toEqual({ fields: ['name', 'birthOn', 'phone', 'address'] })
  })

  it('the second of two who save sees what the first has saved', async () => {
    const child = await registerSample(city)
    await correct({ id: child.id, version: 1, phone: '13800009999' })
    await expect(correct({ id: child.id, version: 1, phone: '13800008888' })).rejects.toMatchObject({
      code: 'STALE',
      data: { version: 2, current: { phone: '13800009999' } },
    })
  })

  it('needs a living approval for the fields it touches', async () => {
    const child = await registerSample(city)
    await expect(correct({ id: child.id, version: 1, name: '张大明' }, '赵干事')).rejects.toMatchObject({
      code: 'ACCESS_REQUIRED',
      data: { missing: ['name'] },
    })
    await expect(correct({ id: child.id, version: 1, name: '张大明' }, '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(correct({ id: child.id, version: 1, name: '张大明' }, '周主任')).rejects.toThrow('NOT_FOUND')
    expect(await countAudit(city, 'child.corrected', child.id)).toBe(0)
  })

  it('refuses a number that another child has, and a birthday that disagrees with the number', async () => {
    const number = sampleNumber('2014-02-03', 7)
    await registerSample(city, { paperKind: 'id-card', paperNumber: number, birthOn: undefined })
    const child = await registerSample(city, { birthOn: '2014-02-03' })
    await expect(correct({ id: child.id, version: 1, paperKind: 'id-card', paperNumber: number })).rejects.toThrow(
      'CHILD_ALREADY_REGISTERED',
    )
    await correct({ id: child.id, version: 1, paperKind: 'id-card', paperNumber: sampleNumber('2014-02-03', 9) })
    await expect(correct({ id: child.id, version: 2, birthOn: '2014-02-04' })).rejects.toThrow('INVALID_INPUT')
  })
})
