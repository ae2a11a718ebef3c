import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listChildren } from '../queries/list-children.ts'
import { closeChild } from './close-child.ts'
import { eraseChild } from './erase-child.ts'
import { countAudit, liveCount, registerSample, sampleNumber } from './steps/sample-child.ts'

describe('erasing a child', () => {
  let city: TestCity
  beforeAll(async () => {
    city = await openTestCity()
  })
  afterAll(() => city.close())

  it('destroys the key and everything by which the child could be found, and keeps the figures', async () => {
    const paper = { paperKind: 'id-card' as const, paperNumber: sampleNumber('2014-02-03', 3), birthOn: undefined }
    const child = await registerSample(city, { name: '公孙无名', ...paper })
    await city.as('孙主任', (context) =>
      closeChild(context, { id: child.id, version: 1, reason: 'guardian-request', closedOn: '2026-03-16' }),
    )
    await city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '监护人书面要求删除' }))
    const { rows } = await city.owner.query(
      `select k.wrapped, i.sealed, i.sealed_health, g.sealed as guardian, c.masked_name,
        (select count(*)::int from children.search_terms t where t.child_id = c.id)
          + (select count(*)::int from children.person_index x where x.child_id = c.id) as found
      from children.children c join children.person_keys k on k.id = c.id join children.identities i on i.id = c.id
        join children.guardians g on g.child_id = c.id where c.id = $1`,
      [child.id],
    )
    expect(rows).toEqual([{ wrapped: null, sealed: null, sealed_health: null, guardian: null, masked_name: '已删除', found: 0 }])
    expect((await city.as('孙主任', (context) => listChildren(context, { q: '公孙', limit: 20 }))).total).toBe(0)
    expect(await liveCount(city, child.id, { measure: 'child.added', on: '2026-03-16' })).toBe(1)
    expect(await countAudit(city, 'child.erased', child.id)).toBe(1)
    expect((await registerSample(city, paper)).status).toBe('registered')
    await expect(city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '再来一次' }))).rejects.toThrow('CHILD_ERASED')
  })

  it('is ordered by the responsible person of the range, of a closed file only', async () => {
    const child = await registerSample(city)
    await expect(city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '还开着' }))).rejects.toThrow(
      'CHILD_NOT_CLOSED',
    )
    await expect(city.as('孙主任', (context) => eraseChild(context, { id: child.id, reason: '无权' }))).rejects.toThrow('FORBIDDEN')
    await expect(city.as('褚科长', (context) => eraseChild(context, { id: child.id, reason: '外县' }))).rejects.toThrow('NOT_FOUND')
  })
})
