import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseChild } from '#modules/children/commands/erase-child.ts'
import { registerSample } from '#modules/children/commands/steps/sample-child.ts'
import { canonicalBytes, entryFields } from '#platform/audit/chain.ts'
import { digest } from '#platform/crypto/hash.ts'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { listErasures } from '../queries/list-erasures.ts'
import { listRetentionRules, listRetentions } from '../queries/list-retentions.ts'
import { setRetentions } from './set-retentions.ts'

describe('how long files are kept', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const closed = async (birthOn: string, closedOn: string) => {
    city.clock.moveTo('2021-06-01T09:00:00+08:00')
    const { id } = await registerSample(city, { birthOn })
    city.clock.moveTo('2026-03-16T09:00:00+08:00')
    await city.owner.query(`update children.children set status = 'closed', closed_on = $2, closing_reason = 'grown-up' where id = $1`, [id, closedOn])
    return id
  }
  const list = (due?: boolean, by: PersonName = '冯科长') =>
    city.as(by, (context) => listRetentions(context, { limit: 200, ...(due === undefined ? {} : { due }) }))

  it('a closed file is locked for three years after the eighteenth birthday; then it is due and somebody is told, once a month', async () => {
    const [young, old] = [await closed('2015-05-20', '2026-02-01'), await closed('2004-01-10', '2022-12-05')]
    for (const _ of [1, 2]) await runScheduledJob(city, setRetentions)
    expect((await list()).items).toMatchObject([
      { id: old, keepUntil: '2025-12-31', isDue: true, maskedName: '张某' }, { id: young, keepUntil: '2036-06-30', isDue: false }])
    expect((await list(true)).items.map(({ id }) => id)).toEqual([old])
    const { rows } = await city.owner.query(`select n.title, a.person_name from notices.notices n join accounts.accounts a on a.id = n.recipient_account_id`)
    expect(rows).toEqual([{ title: '有1份已结束的档案保存期已满，请核对后删除身份信息', person_name: '冯科长' }])
  })

  it('an erased one leaves the list and leaves a proof that the audit bears out', async () => {
    const id = await closed('2004-01-10', '2022-12-05')
    await runScheduledJob(city, setRetentions)
    const { rows: [key] } = await city.owner.query('select wrapped from children.person_keys where id = $1', [id])
    await city.as('冯科长', (context) => eraseChild(context, { id, reason: '保存期满' }))
    expect((await list()).items.map((item) => item.id)).not.toContain(id)
    const [proof] = (await city.as('审计员', (context) => listErasures(context, { limit: 20 }))).items
    expect(proof).toMatchObject({ recordId: id, personName: '冯科长', reason: '保存期满', keyFingerprint: digest('sha256', key.wrapped).toString('hex') })
    const entry = await city.as('审计员', async ({ tx, actor }) => (await sql<{ fields: (string | null)[] }>`
      select ${entryFields} as fields from audit.entries entry where entry.city_id = ${actor.cityId} and entry.id = ${proof?.id ?? ''}`.execute(tx)).rows[0])
    expect(proof?.code).toBe(digest('sha256', canonicalBytes(entry?.fields ?? [])).toString('hex').slice(0, 16).toUpperCase())
    const server = await city.serve()
    const answer = await server.inject({ method: 'GET', url: `/api/erasures/proof.docx?id=${proof?.id}`, headers: { cookie: await city.cookieOf('冯科长') } })
    const text = docxParagraphs(answer.rawPayload).map((line) => line.text).join('\n')
    for (const said of [proof?.code, id, proof?.keyFingerprint, proof?.id, '冯科长']) expect(text).toMatch(said ?? '-')
    expect(text).not.toMatch(/张/)
  })

  it('is the responsible person\'s to see; the audit administrator sees the proofs; nobody else anything', async () => {
    for (const name of ['陈主任', '赵干事', '孙主任', '郑部长', '吴老师', '系统员', '安全员'] as const) {
      await expect(list(undefined, name)).rejects.toThrow('FORBIDDEN')
      await expect(city.as(name, (context) => listErasures(context, { limit: 20 }))).rejects.toThrow('FORBIDDEN')
    }
    await expect(list(undefined, '审计员')).rejects.toThrow('FORBIDDEN')
    await expect(city.as('审计员', (context) => listRetentionRules(context))).rejects.toThrow('FORBIDDEN')
    expect((await list(undefined, '褚科长')).items).toEqual([])
    expect((await city.as('冯科长', (context) => listRetentionRules(context))).items.length).toBeGreaterThan(3)
  })
})
