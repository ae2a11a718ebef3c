import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runScheduledJob } from '#platform/jobs/inline.ts'
import type { JobDefinition } from '#platform/jobs/definition.ts'
import { withdrawConsent as withdraw } from '#modules/children/commands/consents/record-consent.ts'
import { closeUnit } from '#modules/organization/commands/close-unit.ts'
import { mergeUnits } from '#modules/organization/commands/merge-units.ts'
import { answerReferral } from '../commands/answer-referral.ts'
import { openReferralScene, type ReferralScene } from '../commands/steps/sample-referral.ts'
import { referralsModule } from '../module.ts'
import { remindOfReferrals } from './remind-of-referrals.ts'

describe('the jobs of referrals', () => {
  let scene: ReferralScene
  beforeAll(async () => { scene = await openReferralScene() })
  afterAll(() => scene.close())
  const again = async (job: JobDefinition | undefined, verb: string, subjectId: string) => {
    const { rows: [entry] } = await scene.owner.query(
      'select id, scope_code::text as scope_code, details from audit.entries where verb = $1 and subject_id = $2', [verb, subjectId])
    await runScheduledJob(scene, { name: 'again', run: async (context) => job?.run(context, {
      entryId: entry.id, verb, subjectKind: 'referral', subjectId, scopeCode: entry.scope_code, details: entry.details }) })
  }
  const titles = async (id: string) => (await scene.owner.query(
    'select title from notices.notices where source_id = $1 order by created_at, id', [id])).rows.map(({ title }) => title)

  it('deliver once, however often they run', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    await again(referralsModule.jobs.find(({ name }) => name === 'deliver-referral'), 'referral.sent', row.id)
    expect(await scene.received(row.id)).toEqual(got)
    expect(await titles(got.id)).toEqual(['收到一份转介：张某 · 6—13岁，请在2026年3月23日前答复'])
  })

  it('remind who must answer the day before, both when it is overdue, and once a week after', async () => {
    const row = await scene.sent()
    const got = await scene.received(row.id)
    const on = async (day: string) => {
      scene.clock.moveTo(`${day}T07:20:00+08:00`)
      await runScheduledJob(scene, remindOfReferrals)
      await runScheduledJob(scene, remindOfReferrals)
      return [(await titles(row.id)).length, (await titles(got.id)).length]
    }
    expect(await on('2026-03-21')).toEqual([0, 1])
    expect(await on('2026-03-22')).toEqual([0, 2])
    expect(await on('2026-03-23')).toEqual([0, 2])
    expect(await on('2026-03-24')).toEqual([1, 3])
    expect(await on('2026-03-29')).toEqual([1, 3])
    expect(await on('2026-03-30')).toEqual([2, 4])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('reminders leave one task of each party, however often they come; also where an outside body was asked', async () => {
    const [row, byLetter] = [await scene.sent(), await scene.sent({ toBodyId: await scene.body('县医院') })]
    const got = await scene.received(row.id)
    const sent = async (id: string) => (await scene.owner.query(
      `select count(*) filter (where kind = 'task')::int as tasks, count(*) filter (where kind = 'message')::int as messages from notices.notices
        where source_id = $1`, [id])).rows[0]
    const on = async (day: string) => {
      scene.clock.moveTo(`${day}T07:20:00+08:00`)
      await runScheduledJob(scene, remindOfReferrals)
      await runScheduledJob(scene, remindOfReferrals)
      return [await sent(got.id), await sent(row.id), await sent(byLetter.id)]
    }
    const [none, task, one, two] = [{ tasks: 0, messages: 0 }, { tasks: 1, messages: 0 }, { tasks: 1, messages: 1 }, { tasks: 1, messages: 2 }]
    expect(await on('2026-03-22')).toEqual([one, none, task])
    expect(await on('2026-03-24')).toEqual([two, task, one])
    expect(await on('2026-03-31')).toEqual([{ tasks: 1, messages: 3 }, one, two])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('a consent taken back asks the author to take back the paper as well, where an outside body was asked by letter', async () => {
    const childId = await scene.child()
    const [byLetter, row] = [await scene.sent({ childId, toBodyId: await scene.body('县教育局') }), await scene.sent({ childId })]
    const { rows: [consent] } = await scene.owner.query('select id from children.consents where child_id = $1', [childId])
    await scene.as('孙主任', (context) => withdraw(context, { id: childId, consentId: consent.id, reason: '不想再共享' }))
    await scene.run()
    const said = async (id: string) => (await scene.owner.query(
      `select body from notices.notices where source_id = $1 and source_verb = 'consent.withdrawn'`, [id])).rows
    expect([await said(byLetter.id), await said(row.id)]).toEqual([[{ body: '转介函如已送出，请通知对方停止使用，并收回或请对方销毁。' }], [{ body: '' }]])
  })

  it('a reminder ends with the answer, also the one an outside body gave by letter', async () => {
    const open = async (id: string) => (await scene.owner.query(
      `select count(*)::int as n from notices.notices where source_id = $1 and kind = 'task' and done_at is null`, [id])).rows[0].n
    const [row, byLetter] = [await scene.sent(), await scene.sent({ toBodyId: await scene.body('市人民医院') })]
    const got = await scene.received(row.id)
    scene.clock.moveTo('2026-03-24T07:20:00+08:00')
    await runScheduledJob(scene, remindOfReferrals)
    expect([await open(row.id), await open(byLetter.id)]).toEqual([1, 1])
    await scene.as('蒋主任', (context) => answerReferral(context, { id: got.id, version: got.version, accepted: true, reason: '' }))
    await scene.as('孙主任', (context) => answerReferral(context, { id: byLetter.id, version: byLetter.version, accepted: false, reason: '没有床位' }))
    await scene.run()
    expect([await open(row.id), await open(byLetter.id), await open(got.id)]).toEqual([0, 0, 0])
    scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  })

  it('revoke what goes on under a consent that was taken back, at both parties', async () => {
    const childId = await scene.child()
    const row = await scene.sent({ childId })
    const { rows: [consent] } = await scene.owner.query('select id from children.consents where child_id = $1', [childId])
    await scene.as('孙主任', (context) => withdraw(context, { id: childId, consentId: consent.id, reason: '不想再共享' }))
    await scene.run()
    expect(await scene.received(row.id)).toMatchObject({ status: 'revoked' })
    const { rows: [sender] } = await scene.owner.query('select status, version from referrals.referrals where id = $1', [row.id])
    expect(sender).toEqual({ status: 'revoked', version: 3 })
    await again(referralsModule.jobs.find(({ name }) => name === 'revoke-without-consent'), 'consent.withdrawn', childId)
    expect((await scene.owner.query('select version from referrals.referrals where id = $1', [row.id])).rows[0].version).toBe(3)
  })

  it('forget an erased child at both parties, while the referral goes on counting', async () => {
    const childId = await scene.child()
    const row = await scene.sent({ childId })
    await scene.owner.query(`update referrals.referrals set override_answer = '秘密' where id = $1`, [row.id])
    const job = referralsModule.jobs.find(({ name }) => name === 'forget-referred-child')
    await runScheduledJob(scene, { name: 'erased', run: async (context) => job?.run(context, {
      entryId: row.id, verb: 'child.erased', subjectKind: 'child', subjectId: childId, scopeCode: '0', details: {} }) })
    const { rows } = await scene.owner.query(`select wrapped_key, sealed_enclosure, override_answer, child_label from referrals.referrals
      where referral_id = (select referral_id from referrals.referrals where id = $1)`, [row.id])
    expect(rows).toEqual([1, 2].map(() => ({ wrapped_key: null, sealed_enclosure: null, override_answer: null, child_label: '已删除' })))
  })

  it('let a receiver that closes reject what waits there, of which the sender is told; after a merger the successor answers', async () => {
    const closing = await scene.unitId('990100200010001')
    const row = await scene.sent()
    const merging = await scene.unitId('990100200010002')
    const other = await scene.sent({ toUnitId: merging })
    await scene.as('卫干事', (context) => closeUnit(context, { id: closing, version: 1, on: '2026-03-16', reason: '村改社区' }))
    const intoId = await scene.unitId('990100100020001')
    await scene.as('陈主任', (context) => mergeUnits(context, { id: merging, intoId, version: 1, on: '2026-03-16', reason: '区划调整' }))
    await scene.run()
    await scene.run()
    expect(await scene.received(row.id)).toMatchObject({ status: 'rejected' })
    expect((await scene.owner.query('select status from referrals.referrals where id = $1', [row.id])).rows[0].status).toBe('rejected')
    expect((await titles(row.id)).length).toBe(1)
    const { rows } = await scene.owner.query(`select status, to_unit_id from referrals.referrals
      where referral_id = (select referral_id from referrals.referrals where id = $1)`, [other.id])
    expect(rows).toEqual([1, 2].map(() => ({ status: 'sent', to_unit_id: intoId })))
  })
})
