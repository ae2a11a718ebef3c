import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeReport } from './close-report.ts'
import { reopenReport } from './reopen-report.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('taking a closed report up again', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const reopen = (id: string, version: number) => scene.as('冯科长', (context) => reopenReport(context, { id, version, reason: '又有新伤' }))

  it('needs a closed one, and what was a mistake counts again', async () => {
    const id = await scene.file()
    const { version } = await scene.open(id)
    await expect(reopen(id, version)).rejects.toMatchObject({ code: 'REPORT_NOT_CLOSED' })
    await scene.as('冯科长', (context) => closeReport(context, { id, version, result: 'mistaken', text: '看错了' }))
    expect(await reopen(id, version + 1)).toMatchObject({ status: 'handling', closedAt: null })
    expect(await scene.open(id)).toMatchObject({ closingResult: null, closingText: null })
    const { rows } = await scene.owner.query(
      `select sum(sign)::int as live from figures.facts where record_id = $1 and measure = 'mandatory-report.filed'`, [id])
    expect(rows[0].live).toBe(1)
  })

  it('is not for those who are not named', async () => {
    const id = await scene.file()
    await expect(scene.as('李组长', (context) => reopenReport(context, { id, version: 1, reason: '想看看' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
