import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addPlan } from '#modules/care/commands/plans/add-plan.ts'
import { decidePlan } from '#modules/care/commands/plans/decide-plan.ts'
import { submitPlan } from '#modules/care/commands/plans/submit-plan.ts'
import { samplePlan } from '#modules/care/commands/steps/sample-plan.ts'
import { openCareScene, type CareScene } from '#modules/care/commands/steps/sample-scene.ts'
import { careModule } from '#modules/care/module.ts'
import { draftReferral } from '#modules/referrals/commands/draft-referral.ts'
import { referralsModule } from '#modules/referrals/module.ts'
import { runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { childrenModule } from '../module.ts'
import { endLapsedConsentsJob } from './end-lapsed-consents.ts'

// It is 2026-03-16.
describe('a consent whose last day has passed', () => {
  let scene: CareScene
  let childId = ''
  let planId = ''
  let referralId = ''
  const night = async () => {
    await runScheduledJob(scene, endLapsedConsentsJob)
    await runJobsInline(scene, [childrenModule, careModule, referralsModule])
  }
  const until = (day: string, kind: string) => scene.owner.query('update children.consents set until_on = $2 where child_id = $1 and kind = $3', [childId,
    day, kind])
  const status = async (table: string, id: string) => (await scene.owner.query(`select status from ${table} where id = $1`, [id])).rows[0].status
  beforeAll(async () => {
    scene = await openCareScene()
    const opened = await scene.open('张一')
    childId = opened.childId
    const plan = await scene.as('孙主任', (context) => addPlan(context, { id: opened.id, ...samplePlan }))
    const submitted = await scene.as('孙主任', (context) => submitPlan(context, { id: plan.id, version: 1 }))
    await scene.as('赵干事', (context) => decidePlan(context, { id: plan.id, version: submitted.version, isApproved: true, answer: '' }))
    planId = plan.id
    await scene.owner.query(`insert into children.consents (city_id, id, scope_code, child_id, kind, form, covers, from_on)
      select city_id, gen_random_uuid(), scope_code, id, 'sharing', 'paper', '共享', '2026-01-01' from children.children where id = $1`, [childId])
    referralId = (await scene.as('孙主任', async (context) => draftReferral(context, {
      childId, toUnitId: await scene.unitId('99010010002'), need: '课后陪伴', summary: '', fields: ['name'], accessDays: 30 }))).id
    await scene.owner.query(`update referrals.referrals set status = 'sent', sent_on = '2026-03-10', answer_due_on = '2026-03-17' where id = $1`, [referralId])
  })
  afterAll(() => scene.close())

  it('still holds on its last day', async () => {
    await until('2026-03-16', 'service')
    await until('2026-03-16', 'sharing')
    await night()
    expect([await status('care.plans', planId), await status('referrals.referrals', referralId)]).toEqual(['approved', 'sent'])
  })

  it('stops the day after what depends on it, as a withdrawal does: plans are suspended, referrals revoked, the card says so', async () => {
    await until('2026-03-15', 'service')
    await until('2026-03-15', 'sharing')
    await night()
    expect([await status('care.plans', planId), await status('referrals.referrals', referralId)]).toEqual(['suspended', 'revoked'])
    const { rows } = await scene.owner.query('select has_service_consent as holds from children.children where id = $1', [childId])
    expect(rows[0].holds).toBe(false)
    const { rows: told } = await scene.owner.query('select distinct title from notices.notices where source_id = $1', [planId])
    expect(told).toContainEqual({ title: expect.stringMatching(/^.某的帮扶同意已到期，方案已中止$/) })
    expect(await scene.counted(childId, 'child.consent.service')).toBe(0)
  })

  it('ends it once', async () => {
    await night()
    expect(await scene.audits('consent.lapsed', childId)).toBe(2)
    expect(await scene.audits('plan.suspended', planId)).toBe(1)
  })

  it('stops nothing where another consent holds', async () => {
    const other = await scene.open('张二')
    await scene.owner.query(`update children.consents set until_on = '2026-03-15' where child_id = $1`, [other.childId])
    await scene.owner.query(`insert into children.consents (city_id, id, scope_code, child_id, kind, form, covers, from_on)
      select city_id, gen_random_uuid(), scope_code, id, 'service', 'paper', '帮扶', '2026-03-10' from children.children where id = $1`, [other.childId])
    await night()
    const { rows } = await scene.owner.query('select has_service_consent as holds from children.children where id = $1', [other.childId])
    expect(rows[0].holds).toBe(true)
  })
})
