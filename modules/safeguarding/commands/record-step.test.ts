import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReport } from './close-report.ts'
import { recordStep } from './record-step.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('recording what was done', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const step = (id: string, by: Parameters<ReportScene['as']>[0] = '冯科长', happenedAt = '2026-03-16T08:50') => scene.as(by, (context) => (
    recordStep(context, { id, kind: 'civil-affairs', happenedAt, contact: '民政办周科长', receiptNumber: 'M-7', text: '请求临时监护' })))

  it('appends who did what, whom it was told and the receipt, in the order of time', async () => {
    const id = await scene.file()
    await step(id)
    await scene.tellPolice(id)
    expect((await scene.open(id)).steps.map(({ kind, doneBy, receiptNumber }) => [kind, doneBy, receiptNumber])).toEqual(
      [['police', '冯科长', '公受〔2026〕88号'], ['civil-affairs', '冯科长', 'M-7']])
  })

  it('a moment ahead is refused beside its field', async () => {
    const id = await scene.file()
    await expect(step(id, '冯科长', '2026-03-16T10:30')).rejects.toMatchObject({ data: { issues: [{ path: ['happenedAt'] }] } })
  })

  it('a closed report takes no more steps, and nobody who is not named writes any', async () => {
    const id = await scene.file()
    await expect(step(id, '李组长')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const { version } = await scene.open(id)
    await scene.as('冯科长', (context) => closeReport(context, { id, version, result: 'mistaken', text: '看错了' }))
    await expect(step(id)).rejects.toMatchObject({ code: 'REPORT_CLOSED' })
  })
})
