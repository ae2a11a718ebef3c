import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameReader } from './name-reader.ts'
import { openReporter } from './open-reporter.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('seeing who reported', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())

  it('is for those who may, with a reason, on record', async () => {
    const id = await scene.file({ reporterPhone: '13812345678' }, '吴老师')
    expect(await scene.as('冯科长', (context) => openReporter(context, { id, reason: '公安要求核实' }))).toEqual(
      { personName: '吴老师', unitName: '东街镇', roleCode: 'volunteer', phone: '13812345678' })
    expect((await scene.open(id)).reads.some(({ what }) => what === '查看报告人')).toBe(true)
  })

  it('is kept from a reader who is named without it, and from everybody else', async () => {
    const id = await scene.file({}, '吴老师')
    const accountId = await scene.accountId('赵干事')
    await expect(scene.as('赵干事', (context) => openReporter(context, { id, reason: '想知道' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const village = await scene.file({}, '孙主任')
    await scene.as('冯科长', (context) => nameReader(context, { id: village, accountId, seesReporter: false }))
    expect(await scene.open(village, '赵干事')).toMatchObject({ maySeeReporter: false })
    await expect(scene.as('赵干事', (context) => openReporter(context, { id: village, reason: '想知道' }))).rejects.toMatchObject({ code: 'REPORTER_SECRET' })
  })
})
