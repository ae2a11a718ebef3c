import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordConsent, withdrawConsent } from '#modules/children/commands/consents/record-consent.ts'
import { openChildFields } from '#modules/children/index.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { planVisits } from '../../commands/plan-visits.ts'
import { openCareScene, type CareScene } from '../../commands/steps/sample-scene.ts'
import type { CaseRow } from '../../contract.ts'
import { printWeekLists } from '../../exchange/print-week-lists.ts'
import { careModule } from '../../module.ts'
import { listDayCases } from '../../queries/list-day-cases.ts'
import { listPairingCandidates } from '../../queries/list-pairing-candidates.ts'
import { getRoute } from '../../queries/visits/get-route.ts'

// 孙主任 keeps 东一村 and pairs there. 吴老师 visits 张一; there is no plan.
describe('a family that takes its consent to help back', () => {
  let scene: CareScene
  let opened: CaseRow
  let wu: string
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', capacity: 20, account: '吴老师' })
    opened = await scene.open('张一', { openedOn: '2026-02-10' })
    await scene.pair(opened.id, wu, { fromOn: '2026-02-10' })
    await plan({ volunteerId: wu, withWorker: true, plannedOn: '2026-03-17' })
    const { rows } = await scene.owner.query('select id from children.consents where child_id = $1', [opened.childId])
    await scene.as('孙主任', (context) => withdrawConsent(context, { id: opened.childId, consentId: rows[0].id }))
    await runJobsInline(scene, [careModule])
  })
  afterAll(() => scene.close())
  const plan = (visit: { volunteerId?: string; withWorker: boolean; plannedOn: string }) =>
    scene.as('孙主任', (context) => planVisits(context, { visits: [{ caseId: opened.id, medium: 'home', ...visit }] }))
  const tasks = async () => (await scene.owner.query(`select a.person_name, n.title, n.done_at is not null as is_done from notices.notices n
    join accounts.accounts a on a.city_id = n.city_id and a.id = n.recipient_account_id where n.source_kind = 'case-without-consent'`)).rows

  it('is a task once of whoever pairs there, without a name', async () => {
    await runJobsInline(scene, [careModule])
    expect(await tasks()).toEqual([{ person_name: '孙主任', title: '张某的监护人收回了帮扶同意，志愿者走访已暂停', is_done: false }])
  })

  it('gets no further volunteer, and the candidates say why', async () => {
    const other = await scene.volunteer({ name: '尤老师', unit: '99010010001' })
    await expect(scene.pair(opened.id, other, { role: 'helper' })).rejects.toThrow('VOLUNTEER_NEEDS_CONSENT')
    const { items } = await scene.as('赵干事', (context) => listPairingCandidates(context, { id: opened.id, role: 'helper', limit: 20 }))
    expect(items.find(({ id }) => id === other)?.obstacle).toBe('家庭对帮扶的同意已收回或到期')
  })

  it('sees no volunteer planned anew; a worker may go where safety asks for it', async () => {
    await expect(plan({ volunteerId: wu, withWorker: true, plannedOn: '2026-03-20' })).rejects.toThrow('VOLUNTEER_NEEDS_CONSENT')
    expect((await plan({ withWorker: true, plannedOn: '2026-03-16' })).items).toHaveLength(1)
  })

  it('stands on no list of a volunteer, on a phone or on paper, and on that of the worker', async () => {
    const seenBy = async (name: '吴老师' | '孙主任') => (await scene.as(name, (context) => listDayCases(context))).map(({ id }) => id)
    expect([await seenBy('吴老师'), await seenBy('孙主任')]).toEqual([[], [opened.id]])
    await expect(scene.as('孙主任', (context) => printWeekLists(context, { on: '2026-03-17', volunteerIds: [wu] }))).rejects.toThrow('NOT_FOUND')
    const stops = async (name: '吴老师' | '孙主任') => (await scene.as(name, (context) => getRoute(context, { on: '2026-03-17' })))
      .groups.flatMap((group) => group.stops.map(({ caseId }) => caseId))
    expect([await stops('吴老师'), await stops('孙主任')]).toEqual([[], [opened.id]])
  })

  const openAs = (name: '吴老师') => scene.as(name, (context) => openChildFields(context, { childId: opened.childId, fields: ['name'], purpose: 'visit' }))
  it('closes the file to the volunteer', async () => {
    await expect(openAs('吴老师')).rejects.toThrow('ACCESS_REQUIRED')
  })

  it('that agrees again goes on as before, and the task is done', async () => {
    const { rows } = await scene.owner.query('select id from children.guardians where child_id = $1', [opened.childId])
    await scene.as('孙主任', (context) => recordConsent(context, {
      id: opened.childId, kind: 'service', form: 'paper', covers: '结对帮扶', fromOn: '2026-03-16', guardianId: rows[0].id,
    } as Parameters<typeof recordConsent>[1]))
    await runJobsInline(scene, [careModule])
    expect(await tasks()).toMatchObject([{ is_done: true }])
    expect(await openAs('吴老师')).toEqual({ name: '张一' })
    expect((await scene.as('吴老师', (context) => listDayCases(context))).map(({ id }) => id)).toEqual([opened.id])
  })
})
