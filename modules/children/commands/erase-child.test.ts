import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testNow, type PersonName } from '#tests/city/people.ts'
import { deriveDueTypes } from '../jobs/derive-due-types.ts'
import { getChild } from '../queries/get-child.ts'
import { listChildren } from '../queries/list-children.ts'
import { closeChild } from './close-child.ts'
import { withdrawConsent } from './consents/record-consent.ts'
import { eraseChild } from './erase-child.ts'
import { openChildForm } from './forms/open-child-form.ts'
import { openChildFile } from './open-child-file.ts'
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

  it('is told before any approval is asked for, and the card says since when, whatever follows', async () => {
    const child = await registerSample(city, {
      name: '公孙有信', consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2026-01-01' }] })
    const file = (by: PersonName) => city.as(by, (context) => openChildFile(context, { id: child.id, fields: ['name'], purpose: 'case' }))
    const form = (by: PersonName) => city.as(by, (context) => openChildForm(context, { id: child.id, kind: 'left-behind' }))
    for (const open of [file, form]) await expect(open('赵干事')).rejects.toThrow('ACCESS_REQUIRED')
    await city.as('孙主任', (context) => closeChild(context, { id: child.id, version: 1, reason: 'guardian-request', closedOn: '2026-03-16' }))
    for (const open of [file, form]) await expect(open('赵干事')).rejects.toThrow('ACCESS_REQUIRED')
    await city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '监护人书面要求删除' }))
    for (const open of [file, form]) for (const by of ['赵干事', '孙主任'] as const) await expect(open(by)).rejects.toThrow('CHILD_ERASED')
    for (const open of [file, form]) await expect(open('周主任')).rejects.toMatchObject({ code: expect.not.stringMatching('CHILD_ERASED') })
    const erasedAt = city.clock.now()
    city.clock.moveTo('2027-05-21T09:00:00+08:00')
    const card = () => city.as('赵干事', (context) => getChild(context, { id: child.id }))
    const [consent] = (await card()).consents
    await city.as('孙主任', (context) => withdrawConsent(context, { id: child.id, consentId: consent?.id ?? '' }))
    await asWorker(city, (run) => run(deriveDueTypes))
    expect(await card()).toMatchObject({ status: 'erased', maskedName: '已删除', updatedAt: erasedAt, access: [] })
    city.clock.moveTo(testNow)
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
