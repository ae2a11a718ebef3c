import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import { closeCase } from '#modules/care/commands/close-case.ts'
import type { PersonName } from '#tests/city/people.ts'
import { getNeed } from '../../queries/get-need.ts'
import { listNeeds } from '../../queries/list-needs.ts'
import { receiveAct } from '../acts/receive-act.ts'
import { voidAct } from '../acts/void-act.ts'
import { openAidScene, type AidScene } from '../steps/sample-aid.ts'
import { closeNeed } from './close-need.ts'
import { decideNeed } from './decide-need.ts'
import { openNeed } from './open-need.ts'
import { raiseNeed } from './raise-need.ts'
import { withdrawNeed } from './withdraw-need.ts'

describe('needs', () => {
  let scene: AidScene
  beforeAll(async () => { scene = await openAidScene() })
  afterAll(() => scene.close())
  const decide = (of: { id: string; version: number }, by: PersonName, { approved = true, answer = '' } = {}) =>
    scene.as(by, (context) => decideNeed(context, { id: of.id, version: of.version, approved, answer }))
  const look = (id: string, by: PersonName) => scene.as(by, (context) => getNeed(context, { id }))

  it('are raised for a child of an open case, masked in lists, their words sealed', async () => {
    const need = await scene.need({ amount: 30_000, wantedBy: '2026-03-20', words: '小明开学缺书包' })
    expect(need).toMatchObject({ status: 'raised', label: '张某 · 6—13岁', kindName: '学习用品', amountFen: 30_000, isOverdue: false, raisedName: '孙主任' })
    const { rows: [row] } = await scene.owner.query('select * from aid.needs where id = $1', [need.id])
    expect(JSON.stringify(row)).not.toContain('书包')
    expect((row.sealed_words as Buffer).toString('latin1')).not.toContain(Buffer.from('书包').toString('latin1'))
    const { rows: entries } = await scene.owner.query('select details::text as details from audit.entries where subject_id = $1', [need.id])
    expect(JSON.stringify(entries)).not.toMatch(/小明|书包/)
  })

  it('are opened on record by who helps; a leader sees the masked row and does not open it', async () => {
    const need = await scene.need({ words: '开学缺书包' })
    expect(await scene.as('赵干事', (context) => openNeed(context, { id: need.id }))).toEqual({ words: '开学缺书包', answer: null })
    expect(await scene.audits('need.read', need.id)).toBe(1)
    expect((await look(need.id, '郑部长')).may).toEqual({ open: false, decide: false, withdraw: false, offer: false, close: false })
    await expect(scene.as('郑部长', (context) => openNeed(context, { id: need.id }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    for (const name of ['系统员', '安全员', '审计员'] as const)
      await expect(look(need.id, name), name).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(look(need.id, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('are not raised for a closed case, for a child of the neighbour, of an unknown kind, for yesterday, or without consent to being helped', async () => {
    const { caseId, childId } = await scene.opened()
    await expect(scene.need({ caseId }, '周主任')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.need({ caseId, kind: 'car' })).rejects.toMatchObject({ data: { issues: [{ path: ['kind'] }] } })
    await expect(scene.need({ caseId, wantedBy: '2026-03-15' })).rejects.toMatchObject({ data: { issues: [{ path: ['wantedBy'] }] } })
    expect(await scene.need({ caseId, wantedBy: '2026-03-16' })).toMatchObject({ isOverdue: false })
    const { rows: [consent] } = await scene.owner.query(`select id from children.consents where child_id = $1 and kind = 'service'`, [childId])
    await scene.as('孙主任', (context) => withdrawConsent(context, { id: childId, consentId: consent.id, reason: '不再需要' }))
    await expect(scene.need({ caseId })).rejects.toMatchObject({ code: 'SERVICE_CONSENT_MISSING' })
    const other = await scene.opened()
    await scene.as('孙主任', (context) => closeCase(context, { id: other.caseId, version: 1, reason: 'solved', result: '' }))
    await expect(scene.need({ caseId: other.caseId })).rejects.toMatchObject({ code: 'CASE_CLOSED' })
    await expect(scene.as('郑部长', (context) => raiseNeed(context,
      { caseId, kind: 'study', reach: 'child', words: '书包' }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('are raised and seen by a volunteer for own pairings alone', async () => {
    const { caseId, childId } = await scene.opened()
    const other = await scene.need()
    const { rows: [volunteer] } = await scene.owner.query(`
      insert into volunteers.volunteers (city_id, id, scope_code, unit_id, name, sex, categories, capacity, joined_on, joined_by, status)
      select $1, gen_random_uuid(), rpad('99010010001', 18, '0')::bigint, $2, '吴老师', 'female', '{teacher}', 3, '2020-01-01', 'organised',
      'active' returning id`,
    [scene.cityId, await scene.unitId('99010010001')])
    await scene.owner.query('update accounts.accounts set volunteer_id = $1 where id = $2', [volunteer.id, await scene.accountId('吴老师')])
    await expect(scene.need({ caseId }, '吴老师')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await scene.owner.query(`insert into care.pairings (city_id, id, scope_code, case_id, child_id, volunteer_id, volunteer_name, role, from_on)
      select city_id, gen_random_uuid(), scope_code, id, $2, $3, '吴老师', 'primary', '2026-02-01' from care.cases where id = $1`, [caseId, childId, volunteer.id])
    const need = await scene.need({ caseId, words: '孩子冬天没有棉衣', kind: 'clothing' }, '吴老师')
    const seen = await scene.as('吴老师', (context) => listNeeds(context, { limit: 50 }))
    expect(seen.items.map(({ id }) => id)).toEqual([need.id])
    expect(await scene.as('吴老师', (context) => openNeed(context, { id: need.id }))).toMatchObject({ words: '孩子冬天没有棉衣' })
    await expect(scene.as('吴老师', (context) => openNeed(context, { id: other.id }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(decide(need, '吴老师')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const withdrawn = await scene.as('吴老师', (context) => withdrawNeed(context, { id: need.id, version: 1, answer: '家里已经买了' }))
    expect(withdrawn).toMatchObject({ status: 'withdrawn' })
  })

  it('are decided on by an office that did not raise them; a no says why', async () => {
    const own = await scene.need({}, '赵干事')
    await expect(decide(own, '赵干事')).rejects.toMatchObject({ code: 'OWN_NEED' })
    await expect(decide(own, '孙主任')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(decide(own, '钱干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(decide(own, '李组长', { approved: false })).rejects.toMatchObject({ data: { issues: [{ path: ['answer'] }] } })
    expect(await decide(own, '李组长', { approved: false, answer: '已由学校解决' })).toMatchObject({ status: 'declined', decidedName: '李组长', decidedOn: '2026-03-16' })
    expect(await scene.as('赵干事', (context) => openNeed(context, { id: own.id }))).toMatchObject({ answer: '已由学校解决' })
    await expect(decide({ id: own.id, version: 2 }, '李组长')).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'declined' } })
  })

  it('refuse a stale save and write nothing then', async () => {
    const need = await scene.need()
    await expect(decide({ id: need.id, version: 9 }, '赵干事')).rejects.toMatchObject({ code: 'STALE' })
    expect(await look(need.id, '赵干事')).toMatchObject({ status: 'raised', version: 1 })
  })

  it('are taken back by who raised them or an office, not by somebody else, and not once aid was offered', async () => {
    const need = await scene.need({}, '赵干事')
    const back = (by: PersonName, of: { id: string; version: number }) => scene.as(by,
      (context) => withdrawNeed(context, { id: of.id, version: of.version, answer: '已解决' }))
    await expect(back('孙主任', need)).rejects.toMatchObject({ code: 'NOT_OWN_NEED' })
    expect(await back('李组长', need)).toMatchObject({ status: 'withdrawn' })
    const approved = await scene.approvedNeed()
    await scene.act({ caseId: approved.caseId, needId: approved.id })
    await expect(back('赵干事', { id: approved.id, version: 3 })).rejects.toMatchObject({ code: 'WRONG_STATUS', data: { status: 'offered' } })
  })

  it('follow the act that answers them until they are closed, and wait again when it is voided', async () => {
    const approved = await scene.approvedNeed()
    const act = await scene.givenAct({ caseId: approved.caseId, needId: approved.id })
    expect(await look(approved.id, '孙主任')).toMatchObject({ status: 'given', actId: act.id })
    const close = (version: number) => scene.as('孙主任', (context) => closeNeed(context, { id: approved.id, version, answer: '孩子很高兴' }))
    await expect(close(4)).rejects.toMatchObject({ code: 'WRONG_STATUS' })
    const receipt = { proof: 'unwanted' as const, receivedOn: '2026-03-10', witnesses: [], unwantedReason: '不愿签字' }
    await scene.as('孙主任', (context) => receiveAct(context, { id: act.id, version: act.version, ...receipt }))
    expect(await close(5)).toMatchObject({ status: 'closed' })
    expect(await scene.as('孙主任', (context) => openNeed(context, { id: approved.id }))).toMatchObject({ answer: '孩子很高兴' })
    await scene.as('赵干事', (context) => voidAct(context, { id: act.id, version: 3, reason: '登记错了' }))
    expect(await look(approved.id, '孙主任')).toMatchObject({ status: 'approved', actId: null })
    expect(await scene.act({ caseId: approved.caseId, needId: approved.id })).toMatchObject({ status: 'offered' })
  })

  it('are found by state, kind, unit and whether they are overdue', async () => {
    const late = await scene.need({ kind: 'heating', wantedBy: '2026-03-16' })
    const list = async (input: object) => (await scene.as('李组长', (context) => listNeeds(context, { limit: 200, ...input }))).items.map(({ id }) => id)
    expect(await list({ kind: 'heating' })).toEqual([late.id])
    expect(await list({ kind: 'heating', overdue: true })).toEqual([])
    scene.clock.moveTo('2026-03-17T09:00:00+08:00')
    expect(await list({ kind: 'heating', overdue: true })).toEqual([late.id])
    expect(await list({ kind: 'heating', overdue: false })).toEqual([])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
    expect(await list({ kind: 'heating', status: 'approved' })).toEqual([])
    expect(await list({ kind: 'heating', unit: '990100100010001' })).toEqual([late.id])
    expect(await list({ kind: 'heating', unit: '990100100010002' })).toEqual([])
  })

  it('give another office a task, which ends with the decision; who raised it is told', async () => {
    const need = await scene.need({}, '赵干事')
    await scene.run()
    const told = async () => (await scene.owner.query(`select a.person_name as name, n.kind, n.done_at is not null as done from notices.notices n
      join accounts.accounts a on a.id = n.recipient_account_id where n.source_id = $1 order by n.created_at, n.id`, [need.id])).rows
    expect(await told()).toEqual([{ name: '李组长', kind: 'task', done: false }])
    await decide(need, '李组长')
    await scene.run()
    expect(await told()).toEqual([{ name: '李组长', kind: 'task', done: true }, { name: '赵干事', kind: 'message', done: false }])
  })
})
