import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { eraseChild } from '#modules/children/commands/erase-child.ts'
import { endKeeping } from '#modules/children/commands/steps/sample-child.ts'
import { recordConsent, withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import { remindOfReviews } from '../../jobs/remind-of-reviews.ts'
import { careModule } from '../../module.ts'
import { getCase } from '../../queries/get-case.ts'
import { getPlan } from '../../queries/plans/get-plan.ts'
import { closeCase } from '../close-case.ts'
import { samplePlan } from '../steps/sample-plan.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { addPlan } from './add-plan.ts'
import { decidePlan } from './decide-plan.ts'
import { endPlan } from './end-plan.ts'
import { recordReview } from './record-review.ts'
import { resumePlan } from './resume-plan.ts'
import { submitPlan } from './submit-plan.ts'

describe('a plan on its way', () => {
  let scene: CareScene
  beforeAll(async () => { scene = await openCareScene() })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const submit = async (name: string, { by = '孙主任', ...change }: Partial<typeof samplePlan> & { by?: By } = {}) => {
    const opened = await scene.open(name)
    const plan = await scene.as(by, (context) => addPlan(context, { id: opened.id, ...samplePlan, ...change }))
    return { opened, ...(await scene.as(by, (context) => submitPlan(context, { id: plan.id, version: 1 }))) }
  }
  const decide = (plan: { id: string; version: number }, isApproved = true, answer = '', by: By = '赵干事') =>
    scene.as(by, (context) => decidePlan(context, { id: plan.id, version: plan.version, isApproved, answer }))
  const approve = async (name: string, change: Partial<typeof samplePlan> = {}) => {
    const submitted = await submit(name, change)
    return { opened: submitted.opened, ...(await decide(submitted)) }
  }
  const read = (id: string) => scene.as('赵干事', (context) => getPlan(context, { id }))
  const notices = async (id: string) => (await scene.owner.query(
    `select a.person_name, n.title, n.kind, n.done_at is not null as is_done from notices.notices n join accounts.accounts a on a.city_id = n.city_id
       and a.id = n.recipient_account_id where n.source_id = $1 order by n.kind desc, n.title, a.person_name`, [id])).rows
  const dueOn = async (id: string) => (await scene.owner.query<{ due_on: string }>(
    `select due_on from notices.notices where source_id = $1 and kind = 'task' and done_at is null`, [id])).rows.map((row) => row.due_on)
  const consentOf = async (childId: string) => (await scene.owner.query('select id from children.consents where child_id = $1', [childId])).rows[0].id as string

  it('is approved by another person than its author and counts as in force from its first day', async () => {
    const [now, ahead] = [await approve('张一'), await approve('张二', { fromOn: '2026-03-20', services: [{ ...samplePlan.services[0]!, fromOn: '2026-03-20' }] })]
    expect(now).toMatchObject({ status: 'approved', version: 3 })
    expect([await scene.counted(now.id, 'plan.approved'), await scene.counted(now.id, 'plan.in-force'), await scene.counted(ahead.id, 'plan.in-force'),
      await scene.counted(ahead.id, 'plan.in-force', '2026-03-20')]).toEqual([1, 1, 0, 1])
    expect(await read(now.id)).toMatchObject({ decidedName: '赵干事', decidedOn: '2026-03-16' })
    const own = await submit('张三', { by: '赵干事' })
    await expect(decide(own)).rejects.toThrow('PLAN_OWN')
    expect(await decide(own, true, '', '李组长')).toMatchObject({ status: 'approved' })
  })

  it('is given back with words, handed in again, and each time the right person hears', async () => {
    const plan = await submit('张四')
    await runJobsInline(scene, [careModule])
    expect(await notices(plan.id)).toMatchObject([{ person_name: '赵干事', title: '请审批孙主任拟订的帮扶方案', kind: 'task', is_done: false }])
    expect(await dueOn(plan.id), 'by its first day, or at once where that has come').toEqual(['2026-03-16'])
    const ahead = await submit('张十', { fromOn: '2026-03-20', services: [{ ...samplePlan.services[0]!, fromOn: '2026-03-20' }] })
    await runJobsInline(scene, [careModule])
    expect(await dueOn(ahead.id)).toEqual(['2026-03-20'])
    await expect(decide(plan, false)).rejects.toThrow('ANSWER_NEEDED')
    const returned = await decide(plan, false, '目标请写得具体一些')
    expect([returned.status, (await read(plan.id)).answer]).toEqual(['returned', '目标请写得具体一些'])
    await runJobsInline(scene, [careModule])
    expect(await notices(plan.id)).toMatchObject([{ person_name: '赵干事', is_done: true }, { person_name: '孙主任', kind: 'message' }])
    const again = await scene.as('孙主任', (context) => submitPlan(context, { id: plan.id, version: returned.version }))
    expect(await decide(again)).toMatchObject({ status: 'approved' })
    await expect(decide({ id: plan.id, version: again.version + 1 })).rejects.toThrow('PLAN_NOT_SUBMITTED')
    expect(await scene.counted(plan.id, 'plan.approved')).toBe(1)
  })

  it('is reviewed: goals reached in words, the next day set, the review counted; reminded of a week before', async () => {
    const plan = await approve('张五', { reviewOn: '2026-03-23' })
    await runScheduledJob(scene, remindOfReviews)
    await runScheduledJob(scene, remindOfReviews)
    expect((await notices(plan.id)).map(({ person_name: name, title }) => [name, title])).toEqual([['孙主任', '请回访张某的帮扶方案']])
    const [goal] = (await read(plan.id)).goals
    const review = (outcome: 'reached' | 'open', words: string, change = {}) => scene.as('孙主任', (context) => recordReview(context, {
      id: plan.id, version: plan.version, reviewedOn: '2026-03-16', summary: '秘密：有进步', nextReviewOn: '2026-05-16',
      goals: [{ goalId: goal!.id, outcome, words }], ...change,
    }))
    await expect(review('reached', '')).rejects.toMatchObject({ code: 'GOAL_WORDS_NEEDED', data: { place: 1 } })
    await expect(review('reached', '已做到', { reviewedOn: '2026-03-17' })).rejects.toThrow('REVIEW_OUTSIDE_PLAN')
    await expect(review('reached', '已做到', { nextReviewOn: '2026-09-17' })).rejects.toThrow('NEXT_REVIEW_OUTSIDE_PLAN')
    expect(await review('reached', '已做到')).toMatchObject({ reviewOn: '2026-05-16', goalsReached: 1, reviews: 1 })
    expect(await read(plan.id)).toMatchObject({
      goals: [{ outcome: 'reached', words: '已做到', judgedOn: '2026-03-16' }], reviews: [{ summary: '秘密：有进步', reviewedName: '孙主任' }],
    })
    const { rows } = await scene.owner.query('select id from care.plan_reviews where plan_id = $1', [plan.id])
    expect(await scene.counted(rows[0].id, 'plan.reviewed')).toBe(1)
    await runJobsInline(scene, [careModule])
    expect((await notices(plan.id)).every(({ is_done: isDone, kind }) => isDone || kind === 'message')).toBe(true)
  })

  it('ends as reached only when every goal was judged, and counts no longer', async () => {
    const plan = await approve('张六')
    const end = (reason: 'reached' | 'changed', version = plan.version) =>
      scene.as('孙主任', (context) => endPlan(context, { id: plan.id, version, reason, ending: '' }))
    await expect(end('reached')).rejects.toThrow('GOALS_OPEN')
    expect(await end('changed')).toMatchObject({ status: 'ended' })
    expect(await scene.counted(plan.id, 'plan.in-force')).toBe(0)
    await expect(end('changed', plan.version + 1)).rejects.toThrow('PLAN_ENDED')
  })

  it('a consent withdrawn in the middle suspends it, asks the office, and lets it go on with a new one', async () => {
    const plan = await approve('张七')
    const { childId } = plan.opened
    await scene.as('孙主任', async (context) => withdrawConsent(context, { id: childId, consentId: await consentOf(childId), reason: '外出' }))
    await runJobsInline(scene, [careModule])
    await runJobsInline(scene, [careModule])
    const suspended = await read(plan.id)
    expect(suspended).toMatchObject({ status: 'suspended', suspendedOn: '2026-03-16' })
    expect([await scene.counted(plan.id, 'plan.in-force'), await scene.audits('plan.suspended', plan.id)]).toEqual([0, 1])
    expect((await notices(plan.id)).filter(({ is_done: isDone, kind }) => kind === 'task' && !isDone)).toMatchObject(
      [{ person_name: '赵干事', title: '张某的监护人收回了帮扶同意，方案已中止' }])
    const holds = async () => (await scene.as('孙主任', (context) => getCase(context, { id: plan.opened.id }))).hasServiceConsent
    expect(await holds(), 'the page of the case says so').toBe(false)
    const resume = () => scene.as('赵干事', (context) => resumePlan(context, { id: plan.id, version: suspended.version }))
    await expect(resume()).rejects.toThrow('PLAN_CONSENT_MISSING')
    await scene.as('孙主任', async (context) => recordConsent(context, {
      id: childId, kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: '2026-03-16',
      guardianId: (await scene.owner.query('select id from children.guardians where child_id = $1', [childId])).rows[0].id,
    } as Parameters<typeof recordConsent>[1]))
    expect(await resume()).toMatchObject({ status: 'approved' })
    expect(await holds()).toBe(true)
    expect(await scene.counted(plan.id, 'plan.in-force')).toBe(1)
  })

  it('is not approved while no consent holds', async () => {
    const plan = await submit('张八')
    const { childId } = plan.opened
    await scene.as('孙主任', async (context) => withdrawConsent(context, { id: childId, consentId: await consentOf(childId) }))
    await expect(decide(plan)).rejects.toThrow('PLAN_CONSENT_MISSING')
  })

  it('stands against the closing of the case, except as a draft, which ends with it', async () => {
    const close = ({ id, version }: { id: string; version: number }) =>
      scene.as('赵干事', (context) => closeCase(context, { id, version, reason: 'solved', result: '' }))
    const plan = await approve('张九')
    await scene.visit(plan.opened.id, { madeOn: '2026-03-16', volunteerIds: [] })
    await expect(close(plan.opened)).rejects.toThrow('CASE_HAS_OPEN_PLAN')
    await scene.as('孙主任', (context) => endPlan(context, { id: plan.id, version: plan.version, reason: 'other', ending: '' }))
    expect(await close(plan.opened)).toMatchObject({ status: 'closed' })
    const other = await scene.open('李九')
    await scene.visit(other.id, { madeOn: '2026-03-16', volunteerIds: [] })
    const draft = await scene.as('孙主任', (context) => addPlan(context, { id: other.id, ...samplePlan }))
    expect(await close(other)).toMatchObject({ status: 'closed' })
    expect(await read(draft.id)).toMatchObject({ status: 'ended', endingReason: 'case-closed' })
  })

  it('cannot be read again once the child was erased', async () => {
    const plan = await approve('张十')
    await scene.owner.query(
      `update children.children set status = 'closed', closed_on = '2026-03-16', closing_reason = 'grown-up' where id = $1`, [plan.opened.childId])
    await endKeeping(scene, plan.opened.childId)
    await scene.as('冯科长', (context) => eraseChild(context, { id: plan.opened.childId, reason: '监护人申请', version: 1 } as Parameters<typeof eraseChild>[1]))
    await runJobsInline(scene, [careModule])
    expect(await read(plan.id)).toMatchObject({ aim: null, goals: [{ text: null }], services: [{ text: null }] })
  })

  it('is decided by an office alone, and not found by the neighbour', async () => {
    const plan = await submit('张末')
    for (const by of ['周主任', '郑部长', '吴老师'] as const) await expect(decide(plan, true, '', by)).rejects.toThrow('FORBIDDEN')
    await expect(decide(plan, true, '', '王组长')).rejects.toThrow('NOT_FOUND')
  })
})
