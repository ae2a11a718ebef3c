import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { careModule } from '../module.ts'
import { getCase } from '../queries/get-case.ts'
import { closeCase } from './close-case.ts'
import { openCareScene, type CareScene } from './steps/sample-scene.ts'

describe('closing a case', () => {
  let scene: CareScene
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20 })
  })
  afterAll(() => scene.close())
  const close = (opened: { id: string; version: number }, by: Parameters<CareScene['as']>[0] = '赵干事', change: object = {}) =>
    scene.as(by, (context) => closeCase(context, { id: opened.id, version: opened.version, reason: 'solved', result: '父母已返乡。', ...change }))
  const visited = async (name: string) => {
    const opened = await scene.open(name)
    const pairing = await scene.pair(opened.id, wu)
    await scene.visit(opened.id)
    return { opened, pairing }
  }
  const noticesOf = async (opened: { id: string }) => (await scene.owner.query(
    `select a.person_name from notices.notices n join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id
      where n.source_id = $1`, [opened.id])).rows

  it('ends its pairings and what it opened, is counted, keeps the result sealed, and the superior hears once', async () => {
    const { opened, pairing } = await visited('张一')
    expect(await close(opened)).toMatchObject({ status: 'closed', closedOn: '2026-03-16', nextVisitDueOn: null, isOverdue: false, version: 2 })
    expect([await scene.counted(opened.id, 'case.open', '2026-03-15'), await scene.counted(opened.id, 'case.open')]).toEqual([1, 0])
    expect(
      [await scene.counted(opened.id, 'case.risk.yellow'), await scene.counted(opened.id, 'case.closed'), await scene.counted(opened.id, 'case.opened')]
    ).toEqual([0, 1, 1])
    const { rows } = await scene.owner.query('select until_on, ended_reason from care.pairings where id = $1', [pairing.id])
    expect(rows).toEqual([{ until_on: '2026-03-16', ended_reason: '结案' }])
    const living = await scene.owner.query('select 1 from children.access_grants where ground_id in ($1, $2) and ended_at is null', [opened.id, pairing.id])
    expect(living.rows).toEqual([])
    expect((await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))).closingResult).toBe('父母已返乡。')
    await runJobsInline(scene, [careModule])
    await runJobsInline(scene, [careModule])
    expect(await noticesOf(opened)).toEqual([{ person_name: '赵干事' }])
    expect(await scene.audits('child-case.closed', opened.id)).toBe(1)
  })

  it('is not possible while a visit is overdue, before the last visit, twice or by an older copy', async () => {
    const late = await scene.open('张二')
    await expect(close(late)).rejects.toMatchObject({ code: 'CASE_HAS_OVERDUE_VISIT', data: { dueOn: '2026-02-04' } })
    expect(await scene.counted(late.id, 'case.open')).toBe(1)
    const { opened } = await visited('张三')
    await expect(close(opened, '赵干事', { closedOn: '2026-03-09' })).rejects.toMatchObject({ code: 'CLOSING_BEFORE_VISIT', data: { earliestOn: '2026-03-10' } })
    await expect(close({ id: opened.id, version: 7 })).rejects.toThrow('STALE')
    const closed = await close(opened)
    await expect(close(closed)).rejects.toThrow('CASE_ALREADY_CLOSED')
  })

  it('is not possible while somebody else works at a referral of the child; once it is revoked it is', async () => {
    const opened = await scene.open('张转介')
    const body = newId()
    await scene.owner.query(`insert into referrals.outside_bodies (city_id, id, kind, name, created_at) values ($1, $2, 'hospital', '市医院', now())`,
      [scene.cityId, body])
    await scene.owner.query(`insert into referrals.referrals (city_id, id, scope_code, referral_id, party, from_unit_id, to_body_id, child_id, child_label,
        status, fields, author_name, access_days, sent_on, answer_due_on, created_at, updated_at)
      select city_id, gen_random_uuid(), scope_code, gen_random_uuid(), 'sender', unit_id, $2, child_id, '张某', 'sent', '{}', '孙主任', 30, '2026-03-02',
        '2026-03-09', now(), now() from care.cases where id = $1`, [opened.id, body])
    expect((await scene.as('孙主任', (context) => getCase(context, { id: opened.id }))).openReferral).toMatchObject({ sentOn: '2026-03-02', status: 'sent' })
    await scene.visit(opened.id, { madeOn: '2026-03-16', volunteerIds: [] })
    const close = () => scene.as('孙主任', (context) => closeCase(context, { id: opened.id, version: opened.version, reason: 'solved', result: '' }))
    await expect(close()).rejects.toMatchObject({ code: 'CASE_HAS_OPEN_REFERRAL', data: { sentOn: '2026-03-02' } })
    await scene.owner.query(`update referrals.referrals set status = 'revoked' where city_id = $1`, [scene.cityId])
    expect((await close()).status).toBe('closed')
  })

  it('in the past ends the pairings then; one that never began never counts', async () => {
    const { opened, pairing } = await visited('张四')
    const helper = await scene.volunteer({ name: '尤老师', unit: '99010010001' })
    const ahead = await scene.pair(opened.id, helper, { role: 'helper', fromOn: '2026-04-01' })
    await close(opened, '赵干事', { closedOn: '2026-03-12' })
    expect([await scene.counted(pairing.id, 'pairing.active', '2026-03-12'), await scene.counted(pairing.id, 'pairing.active', '2026-03-13')]).toEqual([1, 0])
    expect(await scene.counted(ahead.id, 'pairing.active', '2026-04-02')).toBe(0)
  })

  it('still lets a visit be entered that was made before', async () => {
    const { opened } = await visited('张五')
    await close(opened)
    expect(await scene.visit(opened.id, { madeOn: '2026-03-14' })).toMatchObject({ madeOn: '2026-03-14' })
    await expect(scene.pair(opened.id, wu, { fromOn: '2026-03-16' })).rejects.toThrow('CASE_CLOSED')
  })

  it('is refused to leader and volunteer and not found by the neighbour', async () => {
    const { opened } = await visited('张六')
    for (const by of ['郑部长', '吴老师'] as const) await expect(close(opened, by)).rejects.toThrow('FORBIDDEN')
    await expect(close(opened, '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
