import { openCase } from '#modules/care/commands/open-case.ts'
import { fillChildForm } from '#modules/children/commands/forms/fill-child-form.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { protectionModule } from '../module.ts'
import { remindOfRightsRequests } from '../jobs/remind-of-rights-requests.ts'
import { getRightsRequest } from '../queries/get-rights-request.ts'
import { decideRightsRequest } from './decide-rights-request.ts'
import { sendRightsReply } from './send-rights-reply.ts'
import { openRightsScene, type RightsScene } from './steps/sample-scene.ts'

describe('deciding what a child or guardian asks', () => {
  let scene: RightsScene
  beforeAll(async () => { scene = await openRightsScene() })
  afterAll(() => scene.close())
  const decide = (id: string, change: Partial<Parameters<typeof decideRightsRequest>[1]> = {}, by: Parameters<RightsScene['as']>[0] = '冯科长') =>
    scene.as(by, (context) => decideRightsRequest(context, { id, version: 1, granted: true, reply: '请携带证件到镇政府领取', ...change }))
  const get = (id: string, by: Parameters<RightsScene['as']>[0] = '冯科长') => scene.as(by, (context) => getRightsRequest(context, { id }))
  const fetch = async (kind: 'reply.docx' | 'copy.docx' | 'copy.xlsx', id: string, by: Parameters<RightsScene['as']>[0] = '冯科长') => {
    const server = await scene.serve()
    return server.inject({ method: 'GET', url: `/api/rights-requests/${kind}?id=${id}`, headers: { cookie: await scene.cookieOf(by) } })
  }
  const textOf = (docx: Buffer) => docxParagraphs(docx).map(({ text }) => text).join('\n')
  const tasks = async (id: string) => (await scene.owner.query(
    `select a.person_name, n.title, n.kind, n.due_on, n.done_at is not null as is_done from notices.notices n
       join accounts.accounts a on a.id = n.recipient_account_id where n.source_id = $1 order by n.created_at, a.person_name`, [id])).rows

  it('the responsible person decides with a written answer, opened under the child\'s key only', async () => {
    const asked = await scene.request()
    await decide(asked.id)
    expect(await get(asked.id)).toMatchObject({
      status: 'decided', result: 'granted', requesterName: '李桂花', relation: '祖母', wish: '想要一份孩子的全部资料', reply: '请携带证件到镇政府领取',
      decidedName: '冯科长', mayCopy: true,
    })
    expect(await get(asked.id, '孙主任')).toMatchObject({ mayCopy: false, requesterName: '李桂花' })
    expect(await get(asked.id, '赵干事')).toMatchObject({ mayCopy: false, requesterName: null, phone: null, wish: null, reply: null })
    expect(await scene.audits('rights-request.read', asked.id)).toBe(3)
  })

  it('a refusal gives its reason, on paper too', async () => {
    const asked = await scene.request()
    await expect(decide(asked.id, { granted: false })).rejects.toMatchObject({ data: { issues: [{ path: ['refusalReason'] }] } })
    await decide(asked.id, { granted: false, refusalReason: 'not-proved' })
    const answer = await fetch('reply.docx', asked.id)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).not.toMatch(encodeURIComponent('张'))
    const text = textOf(answer.rawPayload)
    expect(text).toMatch('李桂花：')
    expect(text).toMatch('不予办理。理由：未能证明与儿童的监护关系。')
    expect(text).not.toMatch('张小明')
    expect((await fetch('copy.docx', asked.id)).statusCode).toBe(422)
    expect(await scene.audits('rights-reply.exported', asked.id)).toBe(1)
  })

  it('a copy for which no approval is left any more is refused in words', async () => {
    const asked = await scene.request()
    await decide(asked.id)
    await scene.owner.query('delete from children.access_grants where child_id = $1', [asked.childId])
    for (const file of ['copy.docx', 'copy.xlsx'] as const) {
      const refused = await fetch(file, asked.id)
      expect([refused.statusCode, refused.json().code, refused.json().message]).toEqual([403, 'ACCESS_REQUIRED',
        '制作副本的查阅许可已经结束（例如档案已经结束）：请重新登记一件权利请求，同意后再制作。'])
    }
  })

  it('the copy is made by who said yes; to another officer it is offered nowhere and refused in words', async () => {
    const asked = await scene.request()
    await decide(asked.id)
    const mayCopy = async () => (await scene.as('冯科长', (context) => getRightsRequest(context, { id: asked.id }))).mayCopy
    expect(await mayCopy()).toBe(true)
    await scene.owner.query('update protection.rights_requests set decided_by = $2 where id = $1', [asked.id, await scene.accountId('褚科长')])
    expect(await mayCopy()).toBe(false)
    const refused = await fetch('copy.docx', asked.id)
    expect([refused.statusCode, refused.json().data.issues]).toEqual([422, [{ path: ['id'], message: '副本由作出决定的负责人在同意查阅或复制后的七天内制作' }]])
  })

  it('a granted copy holds everything that is kept and is recorded as an opening of the file', async () => {
    const asked = await scene.request()
    expect((await fetch('copy.docx', asked.id)).statusCode).toBe(422)
    await decide(asked.id)
    await scene.as('孙主任', (context) => fillChildForm(context, { id: asked.childId, kind: 'household', version: 0,
      answers: { ethnicity: '苗族', incomes: [], aids: [], relatives: [{ relation: 'father', name: '张大山' }] } }))
    const text = textOf((await fetch('copy.docx', asked.id)).rawPayload)
    for (const kept of ['家庭情况表', '苗族', '张大山', '张小明', '2015-05-20', '13800005678', '东一村三组12号', '对花生过敏', '李桂花']) expect(text).toMatch(kept)
    await scene.owner.query('update children.children set has_service_consent = true where id = $1', [asked.childId])
    await scene.as('孙主任', (context) => openCase(context, {
      childId: asked.childId, openedOn: '2026-03-02', need: '', scores: { guardianship: 1, physical: 0, behaviour: 0 } } as never))
    const later = textOf((await fetch('copy.docx', asked.id)).rawPayload)
    for (const kept of ['帮扶个案', '2026-03-02', '东一村，进行中', '查阅档案', '当面提供']) expect(later).toMatch(kept)
    expect((await fetch('copy.xlsx', asked.id)).statusCode).toBe(200)
    for (const name of ['孙主任', '陈主任', '郑部长', '审计员'] as const) expect((await fetch('copy.docx', asked.id, name)).statusCode).toBe(403)
    expect((await fetch('copy.docx', asked.id, '褚科长')).statusCode).toBe(404)
    expect(await scene.audits('child-file.opened', asked.childId)).toBe(3)
    expect(await scene.audits('child-copy.exported', asked.childId)).toBe(3)
  })

  it('the week for the copy passes', async () => {
    const asked = await scene.request()
    await decide(asked.id)
    scene.clock.moveTo('2026-03-24T09:00:00+08:00')
    expect((await fetch('copy.docx', asked.id)).statusCode).toBe(422)
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('is for the responsible persons of the range only, never for who recorded it, and once', async () => {
    const asked = await scene.request()
    for (const name of ['孙主任', '赵干事', '陈主任', '郑部长', '吴老师', '审计员', '安全员', '系统员'] as const) {
      await expect(decide(asked.id, {}, name)).rejects.toThrow('FORBIDDEN')
    }
    await expect(decide(asked.id, {}, '褚科长')).rejects.toThrow('NOT_FOUND')
    await expect(decide(asked.id, { version: 7 })).rejects.toThrow('STALE')
    await decide(asked.id)
    await expect(decide(asked.id, { version: 2 })).rejects.toThrow('RIGHTS_REQUEST_DECIDED')
    const own = await scene.request({}, '冯科长')
    await expect(decide(own.id)).rejects.toThrow('OWN_REQUEST')
  })

  it('tells the responsible person at once, reminds before the last day and after it, and stops with the answer', async () => {
    const asked = await scene.request()
    await runJobsInline(scene, [protectionModule])
    await runJobsInline(scene, [protectionModule])
    expect(await tasks(asked.id)).toEqual([
      { person_name: '冯科长', title: '张某的信息权利请求（复制），请于2026年4月7日前书面答复', kind: 'task', due_on: '2026-04-07', is_done: false }])
    for (const day of ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-08', '2026-04-09']) {
      scene.clock.moveTo(`${day}T07:10:00+08:00`)
      await runScheduledJob(scene, remindOfRightsRequests)
    }
    expect((await tasks(asked.id)).slice(1).map(({ title }) => title)).toEqual([
      '张某的信息权利请求将于2026年4月7日到期，请书面答复', '张某的信息权利请求已超过答复期限（2026年4月7日），请立即书面答复'])
    expect((await get(asked.id)).isLate).toBe(true)
    const { version } = await decide(asked.id)
    await scene.as('冯科长', (context) => sendRightsReply(context, { id: asked.id, version, sentOn: '2026-04-09', sentHow: 'in-person' }))
    await runJobsInline(scene, [protectionModule])
    expect((await tasks(asked.id))[0].is_done).toBe(true)
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })
})
