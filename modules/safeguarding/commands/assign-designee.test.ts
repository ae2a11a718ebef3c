import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDesignees } from '../queries/list-designees.ts'
import { assignDesignee } from './assign-designee.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('naming a designee of a unit', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const assign = async (unit: string, person: Parameters<ReportScene['accountId']>[0], by: Parameters<ReportScene['as']>[0] = '冯科长') => {
    const [unitId, accountId] = [await scene.unitId(unit), await scene.accountId(person)]
    return scene.as(by, (context) => assignDesignee(context, { unitId, accountId }))
  }

  it('that person receives the reports of the unit and of all below from now on', async () => {
    const before = await scene.file()
    expect(await assign('99010010001', '赵干事')).toMatchObject({ personName: '赵干事', unitName: '东街镇', fromOn: '2026-03-16', untilOn: null })
    const after = await scene.file()
    expect(await scene.open(after, '赵干事')).toMatchObject({ maySeeReporter: true })
    await expect(scene.open(before, '赵干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign('99010010001', '赵干事')).rejects.toMatchObject({ code: 'DESIGNEE_KNOWN' })
    expect((await scene.as('冯科长', (context) => listDesignees(context, { limit: 20 }))).items.map(({ personName }) => personName)).toEqual(['赵干事'])
  })

  it('only somebody whose post reaches the unit, in the own range, named by the officer', async () => {
    await expect(assign('9901001', '赵干事')).rejects.toMatchObject({ code: 'READER_UNFIT' })
    await expect(assign('9901001', '吴老师')).rejects.toMatchObject({ code: 'READER_UNFIT' })
    await expect(assign('9901002', '冯科长')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign('9901001', '王组长')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const by of ['李组长', '郑部长', '孙主任', '吴老师'] as const) await expect(assign('9901001', '李组长', by)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
