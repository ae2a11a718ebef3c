import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideRightsRequest } from '#modules/protection/commands/decide-rights-request.ts'
import { recordRightsRequest } from '#modules/protection/commands/record-rights-request.ts'
import { sendRightsReply } from '#modules/protection/commands/send-rights-reply.ts'
import { protectionModule } from '#modules/protection/module.ts'
import { asWorker, runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testNow, type PersonName } from '#tests/city/people.ts'
import { deriveDueTypes } from '../jobs/derive-due-types.ts'
import { getChild } from '../queries/get-child.ts'
import { listChildren } from '../queries/list-children.ts'
import { closeChild } from './close-child.ts'
import { withdrawConsent } from './consents/record-consent.ts'
import { eraseChild } from './erase-child.ts'
import { mergeChildren } from './merging/merge-children.ts'
import { openChildForm } from './forms/open-child-form.ts'
import { openChildFile } from './open-child-file.ts'
import { countAudit, endKeeping, liveCount, registerSample, sampleNumber } from './steps/sample-child.ts'

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
    await endKeeping(city, child.id)
    await city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '保存期满' }))
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
    await endKeeping(city, child.id)
    await city.as('冯科长', (context) => eraseChild(context, { id: child.id, reason: '保存期满' }))
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

  describe('of a file closed just now', () => {
    const closed = async () => {
      const { id } = await registerSample(city)
      await city.as('孙主任', (context) => closeChild(context, { id, version: 1, reason: 'guardian-request', closedOn: '2026-03-16' }))
      return id
    }
    const count = () => runJobsInline(city, [protectionModule])
    const erase = (id: string) => city.as('冯科长', (context) => eraseChild(context, { id, reason: '监护人书面要求删除' }))
    const ask = (childId: string, kind: 'copy' | 'delete') => city.as('孙主任', (context) => recordRightsRequest(context, {
      childId, kind, askedBy: 'child', proof: 'household-register', requesterName: '张小明', wish: '请办理', receivedOn: '2026-03-16' }))
    const decide = (id: string, granted = true) => city.as('冯科长', (context) => decideRightsRequest(context, {
      id, version: 1, granted, reply: '书面答复', ...(granted ? {} : { refusalReason: 'must-be-kept' as const }) }))
    const send = (id: string) => city.as('冯科长', (context) => sendRightsReply(context, { id, version: 2, sentOn: '2026-03-16', sentHow: 'in-person' }))

    it('is refused before the last day of keeping, which is counted as soon as it is closed, and says until when and what to do', async () => {
      const id = await closed()
      await expect(erase(id)).rejects.toThrow('CHILD_KEEPING_UNKNOWN')
      await count()
      await expect(erase(id)).rejects.toMatchObject({ code: 'CHILD_KEPT', data: { keepUntil: '2036-06-30', issues: [{ path: [], message: expect.stringMatching(
        /锁定保存到2036年6月30日.*登记“删除”的权利请求/) }] } })
      const server = await city.serve()
      const answer = await server.inject({ method: 'POST', url: `/api/children/${id}/erase`, payload: { reason: '不再需要' },
        headers: { cookie: await city.cookieOf('冯科长'), origin: 'http://localhost', host: 'localhost' } })
      expect([answer.statusCode, answer.json().data?.keepUntil]).toEqual([409, '2036-06-30'])
      const { rows } = await city.owner.query('select wrapped is null as is_gone from children.person_keys where id = $1', [id])
      expect(rows).toEqual([{ is_gone: false }])
      expect(await countAudit(city, 'child.erased', id)).toBe(0)
    })

    it('is lawful earlier when a deletion was asked for and another person granted it', async () => {
      const id = await closed()
      await count()
      await decide((await ask(id, 'delete')).id, false)
      await expect(erase(id)).rejects.toThrow('CHILD_KEPT')
      await decide((await ask(id, 'delete')).id)
      await erase(id)
      expect(await countAudit(city, 'child.erased', id)).toBe(1)
    })

    it('waits for every request of the child that has no answer, whatever ground there is', async () => {
      const id = await closed()
      const copy = (await ask(id, 'copy')).id
      await endKeeping(city, id)
      await expect(erase(id)).rejects.toThrow('CHILD_REQUEST_WAITING')
      await decide((await ask(id, 'delete')).id)
      await expect(erase(id)).rejects.toThrow('CHILD_REQUEST_WAITING')
      await decide(copy)
      await expect(erase(id)).rejects.toThrow('CHILD_REQUEST_WAITING')
      await send(copy)
      await erase(id)
    })

    it('waits for a request made for the other record of the same child too', async () => {
      const [kept, merged] = [await registerSample(city, { name: '程同名' }), await registerSample(city, { name: '成同名' })]
      const asked = await ask(merged.id, 'copy')
      await city.as('赵干事', (context) => mergeChildren(context, {
        id: kept.id, mergedId: merged.id, version: 1, mergedVersion: 1, reason: '户口本核对为同一人' }))
      const { rows } = await city.owner.query('select version from children.children where id = $1', [kept.id])
      await city.as('孙主任', (context) => closeChild(context, { id: kept.id, version: rows[0].version, reason: 'moved-away', closedOn: '2026-03-16' }))
      await endKeeping(city, kept.id)
      await expect(erase(kept.id)).rejects.toThrow('CHILD_REQUEST_WAITING')
      await decide(asked.id)
      await send(asked.id)
      await erase(kept.id)
    })
  })
})
