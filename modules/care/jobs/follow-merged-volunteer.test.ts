import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runJobsInline } from '#platform/jobs/inline.ts'
import { accountsModule } from '#modules/accounts/module.ts'
import { foldFacts, recountFigures } from '#modules/figures/index.ts'
import { listFigureRows } from '#modules/figures/queries/list-figure-rows.ts'
import { listFigures } from '#modules/figures/queries/list-figures.ts'
import { mergeVolunteers } from '#modules/volunteers/commands/merge-volunteers.ts'
import { careModule } from '../module.ts'
import { planVisits } from '../commands/plan-visits.ts'
import { openCareScene, type CareScene } from '../commands/steps/sample-scene.ts'
import { getCase } from '../queries/get-case.ts'
import { getVisit } from '../queries/get-visit.ts'
import { listCases } from '../queries/list-cases.ts'

describe('when two records turn out to be one volunteer', () => {
  let scene: CareScene
  let [kept, merged, both, alone] = ['', '', '', '']
  let visits: { shared: string; alone: string }
  const value = async (code: string) => {
    const wanted = { unit: '9901', period: '2026' }
    const figures = await scene.as('陈主任', (context) => listFigures(context, wanted))
    const rows = await scene.as('陈主任', (context) => listFigureRows(context, { ...wanted, code, part: 'numerator', limit: 50 }))
    const found = figures.items.find((item) => item.code === code)
    expect(found?.kind === 'sum' ? rows.sum : rows.total).toBe(found?.value)
    return found?.value
  }
  const figuresNow = async () => Object.fromEntries(await Promise.all(
    ['pairings.volunteers', 'pairings.active', 'pairings.made', 'volunteers.serving', 'visits.made', 'service.times', 'service.minutes']
      .map(async (code) => [code, await value(code)])))

  beforeAll(async () => {
    scene = await openCareScene()
    kept = await scene.volunteer({ name: '王秀英', unit: '99010010001' })
    merged = await scene.volunteer({ name: '王秀英', unit: '99010010001', account: '吴老师' })
    both = (await scene.open('张一')).id
    alone = (await scene.open('张二')).id
    await scene.pair(both, kept, { fromOn: '2026-02-01', untilOn: '2026-04-30', role: 'helper' })
    await scene.pair(both, merged, { fromOn: '2026-02-20' })
    await scene.pair(alone, merged, { fromOn: '2026-02-01' })
    visits = {
      shared: (await scene.visit(both, { volunteerIds: [kept, merged], minutes: 40 })).id,
      alone: (await scene.visit(alone, { volunteerIds: [merged], minutes: 30, onBehalfOf: merged })).id,
    }
    const planned = { caseId: alone, plannedOn: '2026-03-20', medium: 'home', volunteerId: merged, withWorker: true } as const
    await scene.as('孙主任', (context) => planVisits(context, { visits: [planned] }))
  })
  afterAll(() => scene.close())

  it('the figures saw two people before', async () => {
    expect(await figuresNow()).toEqual({ 'pairings.volunteers': 2, 'pairings.active': 3, 'pairings.made': 3, 'volunteers.serving': 2, 'visits.made': 2,
      'service.times': 3, 'service.minutes': 110 })
  })

  it('and see one afterwards, who went on each visit once', async () => {
    await scene.settled()
    await asWorker(scene, (run) => run((context) => foldFacts(context)))
    await scene.as('李组长', (context) => mergeVolunteers(context, { id: kept, version: 1, mergedId: merged, mergedVersion: 1, take: [], reason: '同一人' }))
    await runJobsInline(scene, [careModule, accountsModule])
    expect(await figuresNow()).toEqual({ 'pairings.volunteers': 1, 'pairings.active': 2, 'pairings.made': 2, 'volunteers.serving': 1, 'visits.made': 2,
      'service.times': 2, 'service.minutes': 70 })
    await scene.settled()
    await asWorker(scene, async (run) => {
      while (await run((context) => foldFacts(context)) > 0);
      expect((await run(recountFigures)).differences).toEqual([])
    })
  })

  it('pairings of the same days are one, from the first to the last, and the others go on with the record that stays', async () => {
    const pairingsOf = async (id: string) => (await scene.as('赵干事', (context) => getCase(context, { id }))).pairings
      .map(({ volunteerId, fromOn, untilOn, role }) => ({ volunteerId, fromOn, untilOn, role }))
    expect(await pairingsOf(both)).toEqual([{ volunteerId: kept, fromOn: '2026-02-01', untilOn: null, role: 'primary' }])
    expect(await pairingsOf(alone)).toEqual([{ volunteerId: kept, fromOn: '2026-02-01', untilOn: null, role: 'primary' }])
    expect(await scene.audits('pairing.joined')).toBe(1)
  })

  it('visits and plans name the record that stays', async () => {
    const [shared, single] = [await scene.as('赵干事', (context) => getVisit(context, { id: visits.shared })),
      await scene.as('赵干事', (context) => getVisit(context, { id: visits.alone }))]
    expect([shared.volunteers, single.volunteers, single.onBehalfOf]).toEqual([
      [{ volunteerId: kept, name: '王秀英' }], [{ volunteerId: kept, name: '王秀英' }], kept])
    const { rows } = await scene.owner.query('select volunteer_id from care.planned_visits')
    expect(rows).toEqual([{ volunteer_id: kept }])
  })

  it('the account of the record that ended goes on working', async () => {
    expect((await scene.as('吴老师', (context) => listCases(context, { limit: 20 }))).items.map(({ id }) => id).toSorted()).toEqual([both, alone].toSorted())
  })
})
