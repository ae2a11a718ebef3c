import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getRoute } from '../../queries/visits/get-route.ts'
import { printWeekLists } from '../../exchange/print-week-lists.ts'
import { listWeekVolunteers } from '../../queries/visits/list-week-volunteers.ts'
import { planVisits } from '../plan-visits.ts'
import { openCareScene, type CareScene } from '../steps/sample-scene.ts'
import { orderRoute } from './order-route.ts'

const on = '2026-03-18'

describe('the visits of a day and of a week', () => {
  let scene: CareScene
  let wu: string
  let you: string
  const cases: Record<string, string> = {}
  beforeAll(async () => {
    scene = await openCareScene()
    wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
    you = await scene.volunteer({ name: '尤老师', unit: '99010010001', capacity: 20 })
    await scene.owner.query('update volunteers.volunteers set has_smartphone = true where id = $1', [wu])
    // 东一村 planned for the day; 东二村 due by it; 东一村 due only later; 东一村 due by it and planned later.
    const names = { planned: '张一', due: '李二', later: '王三', postponed: '赵四' } as const
    for (const [key, name] of Object.entries(names)) {
      const opened = await scene.open(name, { by: key === 'due' ? '周主任' : '孙主任' })
      cases[key] = opened.id
      await scene.owner.query('update care.cases set next_visit_due_on = $2 where id = $1', [opened.id, key === 'later' ? '2026-04-20' : '2026-03-10'])
    }
    await scene.pair(cases['planned']!, wu)
    await scene.pair(cases['due']!, you)
    await scene.as('赵干事', (context) => planVisits(context, { visits: [
      { caseId: cases['planned']!, plannedOn: on, medium: 'home', volunteerId: wu, withWorker: true },
      { caseId: cases['postponed']!, plannedOn: '2026-03-27', medium: 'home' },
    ] }))
  })
  afterAll(() => scene.close())
  type By = Parameters<CareScene['as']>[0]
  const route = async (by: By = '赵干事', more: { only?: 'planned'; volunteer?: string } = {}) =>
    (await scene.as(by, (context) => getRoute(context, { on, ...more }))).groups.map(({ unitCode, stops }) => [unitCode, ...stops.map(({ caseId }) => caseId)])
  const first = () => ['990100100010001', cases['planned']]
  const second = () => ['990100100010002', cases['due']]
  const order = (caseIds: (string | undefined)[], by: By = '赵干事') => scene.as(by, (context) => orderRoute(context, { on, caseIds: caseIds.map(String) }))

  it('are those planned for it and those due by it, by village; what is planned for another day is left for that day', async () => {
    expect(await route()).toEqual([first(), second()])
    expect(await route('赵干事', { only: 'planned' })).toEqual([first()])
    expect(await route('孙主任')).toEqual([first()])
  })

  it('are of a volunteer alone where one is asked for, and a volunteer sees the own', async () => {
    expect(await route('赵干事', { volunteer: you })).toEqual([second()])
    expect(await route('吴老师')).toEqual([first()])
    expect(await route('王组长')).toEqual([])
  })

  it('stay in the order somebody chose, for that person alone', async () => {
    await order([cases['due'], cases['planned']])
    expect(await route()).toEqual([second(), first()])
    expect(await route('李组长')).toEqual([first(), second()])
    await order([cases['planned'], cases['due']])
    expect(await route()).toEqual([first(), second()])
  })

  it('are put in order by those who visit, and only where they see them', async () => {
    await expect(order([cases['due']], '郑部长')).rejects.toThrow('FORBIDDEN')
    await expect(order([cases['due']], '王组长')).rejects.toThrow('NOT_FOUND')
    await expect(order([cases['due']], '吴老师')).rejects.toThrow('NOT_FOUND')
  })

  it('of a week are listed by volunteer, who has no phone in front', async () => {
    const { items } = await scene.as('赵干事', (context) => listWeekVolunteers(context, { on: '2026-03-19' }))
    expect(items.map(({ name, visits, hasPhone }) => [name, visits, hasPhone])).toEqual([['尤老师', 1, false], ['吴老师', 1, true]])
  })

  const print = (by: By, ...volunteerIds: string[]) => scene.as(by, (context) => printWeekLists(context, { on, volunteerIds }))

  it('are printed for several volunteers at once, with the name only for whom the file is open, and each child is in the access log', async () => {
    const { lists, fromOn } = await print('周主任', wu, you)
    expect([fromOn, lists.map(({ volunteerName, lines }) => [volunteerName, ...lines.map((line) => [line.childName, line.isNameOpen])])])
      .toEqual(['2026-03-16', [['尤老师', ['李二', true]]]])
    const masked = await print('李组长', wu, you)
    expect(masked.lists.map(({ lines }) => lines.map((line) => [line.childName, line.isNameOpen, line.plannedOn])))
      .toEqual([[['张某 · 6—13岁', false, on]], [['李某 · 6—13岁', false, null]]])
    const { rows } = await scene.owner.query(
      `select person_name, details ->> 'caseId' as case_id, details -> 'fields' as fields from audit.entries where verb = 'week-list.printed' order by at, id`)
    expect(rows).toEqual([
      { person_name: '周主任', case_id: cases['due'], fields: ['name'] },
      { person_name: '李组长', case_id: cases['planned'], fields: [] }, { person_name: '李组长', case_id: cases['due'], fields: [] }])
    expect(JSON.stringify(rows)).not.toContain('李二')
  })

  it('are printed by a volunteer for nobody else, by a leader not at all, and not of what one does not see', async () => {
    expect((await print('吴老师', wu)).lists.map(({ lines }) => lines.length)).toEqual([1])
    await expect(print('吴老师', you)).rejects.toThrow('NOT_FOUND')
    await expect(print('郑部长', wu)).rejects.toThrow('FORBIDDEN')
    await expect(print('王组长', wu)).rejects.toThrow('NOT_FOUND')
  })
})
