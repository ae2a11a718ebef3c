import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker, runJobsInline, runScheduledJob } from '#platform/jobs/inline.ts'
import { careModule } from '#modules/care/module.ts'
import { childrenModule } from '#modules/children/module.ts'
import { registerChild } from '#modules/children/commands/register-child.ts'
import { orphanFacts } from '#modules/children/commands/steps/sample-child.ts'
import { listChildren } from '#modules/children/queries/list-children.ts'
import { openCareScene, type CareScene } from '#modules/care/commands/steps/sample-scene.ts'
import { listCases } from '#modules/care/queries/list-cases.ts'
import { listVisits } from '#modules/care/queries/list-visits.ts'
import { closeMonth } from '#modules/figures/commands/close-month.ts'
import { foldFacts, recountFigures } from '#modules/figures/index.ts'
import { listFigureRows } from '#modules/figures/queries/list-figure-rows.ts'
import { listFigures } from '#modules/figures/queries/list-figures.ts'
import { correctVolunteer } from '#modules/volunteers/commands/correct-volunteer.ts'
import { recordClearance } from '#modules/volunteers/commands/record-clearance.ts'
import { registerVolunteer } from '#modules/volunteers/commands/register-volunteer.ts'
import { sampleProfile } from '#modules/volunteers/commands/testing/sample-volunteers.ts'
import { volunteersModule } from '#modules/volunteers/module.ts'
import { listVolunteers } from '#modules/volunteers/queries/list-volunteers.ts'
import { getVolunteer } from '#modules/volunteers/queries/get-volunteer.ts'
import { mergeUnits } from '../commands/merge-units.ts'
import { moveUnit } from '../commands/move-unit.ts'
import { splitUnit } from '../commands/split-unit.ts'
import { organizationModule } from '../module.ts'
import { moveRows } from './move-rows.ts'

const [february, march] = ['2026-02', '2026-03']
const [city, east, west] = ['9901', '9901001', '9901002']

const modules = [organizationModule, childrenModule, volunteersModule, careModule]

/** Stocks that must follow, and one flow that must not. */
const stocks = ['children.registered', 'children.type.orphan', 'children.consented', 'cases.open', 'cases.risk.red', 'pairings.active',
  'pairings.children', 'pairings.volunteers', 'volunteers.active', 'volunteers.cleared', 'volunteers.veteran-teacher']
const followed = [...stocks, 'volunteers.veteran-cadre', 'visits.made']

/** What lists show, beside the figure that says the same. */
const listed: Record<string, (scene: CareScene, unit: string) => Promise<number>> = {
  'children.registered': (scene, unit) => scene.as('陈主任', async (context) =>
    (await listChildren(context, { unit, status: 'registered', limit: 50 } as Parameters<typeof listChildren>[1])).total),
  'cases.open': (scene, unit) => scene.as('陈主任', async (context) => (await listCases(context, { unit, status: 'open', limit: 50 })).total),
  'volunteers.active': (scene, unit) => scene.as('陈主任', async (context) =>
    (await listVolunteers(context, { unit, status: 'active', limit: 50 } as Parameters<typeof listVolunteers>[1])).total ?? -1),
}

type Values = Record<string, number>

/** The figures of a unit, after it was seen that each equals the rows behind it. */
async function figuresOf(scene: CareScene, unit: string, period: string): Promise<Values> {
  return scene.as('陈主任', async (context) => {
    const values: Values = {}
    for (const { code, kind, value } of (await listFigures(context, { unit, period })).items.filter((each) => followed.includes(each.code))) {
      const rows = await listFigureRows(context, { code, unit, period, part: 'numerator', limit: 100 })
      const [counted, listed] = kind === 'sum' ? [rows.sum, value] : [rows.total, rows.items.length]
      expect([counted, listed], `${code} of ${unit} in ${period}: the rows behind the figure, and those listed`).toEqual([value, value])
      values[code] = value
    }
    return values
  })
}

const recount = async (scene: CareScene) => {
  await scene.settled()
  await asWorker(scene, async (run) => {
    while (await run((context) => foldFacts(context, 7)) > 0);
    expect((await run(recountFigures)).differences).toEqual([])
  })
}

/** Stocks of a village: children (one an orphan, one with consent only), a volunteer with clearance, a case in red, a pairing, a visit. */
async function fillVillage(scene: CareScene, office: '赵干事' | '钱干事', village: string): Promise<{ volunteerId: string; caseId: string }> {
  scene.clock.moveTo('2026-02-01T09:00:00+08:00')
  const unitId = await scene.unitId(village)
  const child = { sex: 'female', paperKind: 'none', birthOn: '2016-02-20', facts: orphanFacts, consents: [], unitId,
    guardians: [{ name: '李桂花', relation: 'grandmother', guardianship: 'legal', isPrimary: true }] }
  await scene.as(office, (context) => registerChild(context, { ...child, name: `张小${village.slice(-2)}` } as Parameters<typeof registerChild>[1]))
  const { id: volunteerId } = await scene.as(office, (context) => registerVolunteer(context, {
    ...sampleProfile({ isPartyMember: true, phone: null }), isConfirmedDistinct: true }))
  await scene.as(office, (context) => recordClearance(context, { id: volunteerId, checkedOn: '2026-01-10', result: 'clear' }))
  const opened = await scene.open(`周${village.slice(-2)}`, { by: office, scores: { guardianship: 3, physical: 0, behaviour: 0 } })
  await scene.pair(opened.id, volunteerId, { by: office })
  scene.clock.moveTo('2026-03-16T09:00:00+08:00')
  await scene.visit(opened.id, { by: office, madeOn: '2026-02-10' })
  return { volunteerId, caseId: opened.id }
}

async function agreeWithLists(scene: CareScene, unit: string): Promise<void> {
  const values = await figuresOf(scene, unit, march)
  for (const [code, count] of Object.entries(listed)) expect(await count(scene, unit), `${code} of ${unit}: the list`).toBe(values[code])
}

describe('the work of a town that moves to another county', () => {
  let scene: CareScene
  let before: { february: Record<string, Values>; march: Record<string, Values> }
  let done: Awaited<ReturnType<typeof fillVillage>>
  const all = async (period: string) =>
    Object.fromEntries(await Promise.all([city, east, west].map(async (unit) => [unit, await figuresOf(scene, unit, period)])))
  beforeAll(async () => {
    scene = await openCareScene()
    done = await fillVillage(scene, '赵干事', '990100100010001')
    await fillVillage(scene, '钱干事', '990100100020001')
    await recount(scene)
    await scene.as('陈主任', (context) => closeMonth(context, { month: february }))
    before = { february: await all(february), march: await all(march) }
    await scene.as('陈主任', async (context) => moveUnit(context, { id: await scene.unitId('99010010001'), version: 1, on: '2026-03-10', reason: '区划调整',
      parentId: await scene.unitId(west) }))
    await runJobsInline(scene, modules)
  })
  afterAll(() => scene.close())

  it('was there to be counted', () => {
    expect(before.march[east]).toMatchObject({ 'children.registered': 4, 'children.type.orphan': 2, 'children.consented': 2, 'cases.open': 2,
      'cases.risk.red': 2, 'pairings.active': 2, 'pairings.children': 2, 'pairings.volunteers': 2, 'volunteers.active': 2, 'volunteers.cleared': 2 })
  })

  it('stays in closed months where it was reported', async () => {
    expect(await all(february)).toEqual(before.february)
    const figures = await scene.as('陈主任', (context) => listFigures(context, { unit: east, period: february }))
    expect(figures.items.filter((item) => item.reported !== null && item.reported !== item.value)).toEqual([])
  })

  it('counts with the new county from the day on, half of the stocks here and half there, and the city notices nothing', async () => {
    const after = await all(march)
    expect(after[city]).toEqual(before.march[city])
    for (const code of stocks) {
      const whole = before.march[east]?.[code] ?? 0
      expect([after[east]?.[code], after[west]?.[code]], code).toEqual([whole / 2, whole / 2])
    }
  })

  it('is in the lists as in the figures', async () => {
    for (const unit of [city, east, west, '99010021000', '990100210000001']) await agreeWithLists(scene, unit)
    const visits = await scene.as('王组长', (context) => listVisits(context, { limit: 20 } as Parameters<typeof listVisits>[1]))
    expect(visits.items.map(({ caseId }) => caseId)).toEqual([done.caseId])
  })

  it('stands in the duplicates queue of the unit that is now above both', async () => {
    const { rows } = await scene.owner.query('select scope_code::text from volunteers.duplicates')
    expect(rows).toEqual([{ scope_code: '990100000000000000' }])
  })

  it('is the same when everything is counted anew, and when the job runs again', async () => {
    await recount(scene)
    await runScheduledJob(scene, moveRows)
    await recount(scene)
    expect((await figuresOf(scene, west, march))['children.registered']).toBe(2)
  })

  it('goes on at the new place: what is ended or corrected there is counted once', async () => {
    const { version } = await scene.as('王组长', (context) => getVolunteer(context, { id: done.volunteerId }))
    await scene.as('王组长', (context) => correctVolunteer(context, { ...sampleProfile({ isPartyMember: true, phone: null, joinedOn: '2019-01-01',
      categories: ['teacher', 'cadre'] }), id: done.volunteerId, version } as Parameters<typeof correctVolunteer>[1]))
    expect((await figuresOf(scene, west, february))['volunteers.veteran-cadre']).toBe(0)
    expect((await figuresOf(scene, west, march))['volunteers.veteran-cadre']).toBe(1)
    expect((await figuresOf(scene, city, february))['volunteers.active']).toBe(2)
    await recount(scene)
  })
})

describe('the work of a town that is merged into another, and of a village that is split off', () => {
  let scene: CareScene
  const values = async (unit: string, period = march) => {
    const found = await figuresOf(scene, unit, period)
    return ['children.registered', 'cases.open', 'pairings.volunteers', 'volunteers.active'].map((code) => found[code])
  }
  beforeAll(async () => {
    scene = await openCareScene()
    await fillVillage(scene, '赵干事', '990100100010001')
    await fillVillage(scene, '钱干事', '990100100020001')
    await recount(scene)
  })
  afterAll(() => scene.close())

  it('counts with the successor, whose figures of past months do not change', async () => {
    const past = await values('99010010001', february)
    await scene.as('李组长', async (context) => mergeUnits(context, { id: await scene.unitId('99010010002'), intoId: await scene.unitId('99010010001'),
      version: 1, on: '2026-03-10', reason: '乡镇合并' }))
    await runJobsInline(scene, modules)
    expect(await values('99010010001')).toEqual([4, 2, 2, 2])
    expect(await values('99010010002')).toEqual([0, 0, 0, 0])
    expect(await values('99010010001', february)).toEqual(past)
    expect(await values('99010010002', february)).toEqual(past)
    for (const unit of [city, east, '99010010001']) await agreeWithLists(scene, unit)
    await recount(scene)
  })

  it('is known to be held by the successor when a child is registered twice', async () => {
    const { rows } = await scene.owner.query(`select distinct u.name from children.person_index i
      join organization.units u on u.city_id = i.city_id and u.id = i.unit_id where u.closed_on is not null`)
    expect(rows).toEqual([])
  })

  it('counts with the new town from the day on', async () => {
    await scene.as('李组长', async (context) => splitUnit(context, { id: await scene.unitId('99010010001'), version: 1, on: '2026-03-12', reason: '设立新镇',
      name: '新街镇', unitIds: [await scene.unitId('990100100010001')] }))
    await runJobsInline(scene, modules)
    const made = String((await scene.owner.query(`select code from organization.units where name = '新街镇'`)).rows[0].code)
    expect((await values(made))[0]).toBe(1)
    expect((await values('99010010001'))[0]).toBe(3)
    expect((await values(east))[0]).toBe(4)
    for (const unit of [made, '99010010001', east]) await agreeWithLists(scene, unit)
    await recount(scene)
  })
})
