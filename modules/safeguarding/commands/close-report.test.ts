import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countReports } from '../queries/count-reports.ts'
import { closeReport } from './close-report.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('closing a mandatory report', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const close = (id: string, version: number, result: 'police' | 'mistaken' = 'police') =>
    scene.as('冯科长', (context) => closeReport(context, { id, version, result, text: '已立案，孩子在亲属家' }))
  const counts = () => scene.as('郑部长', (context) => countReports(context, {}))

  it('waits until police, civil affairs or education were told', async () => {
    const id = await scene.file()
    const { version } = await scene.open(id)
    await expect(close(id, version)).rejects.toMatchObject({ code: 'NOBODY_TOLD' })
    await scene.tellPolice(id)
    expect(await close(id, version)).toMatchObject({ status: 'closed' })
    expect(await scene.open(id)).toMatchObject({ closingResult: 'police', closingText: '已立案，孩子在亲属家' })
    await expect(close(id, version + 1)).rejects.toMatchObject({ code: 'REPORT_CLOSED' })
  })

  it('a save on an older version is refused', async () => {
    const id = await scene.file()
    await scene.tellPolice(id)
    await scene.open(id)
    await expect(close(id, 1)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('a mistake leaves counts and figures, without anybody having been told', async () => {
    const before = await counts()
    const id = await scene.file({ situations: ['made-to-beg'] })
    expect((await counts()).total).toBe(before.total + 1)
    await close(id, (await scene.open(id)).version, 'mistaken')
    expect(await counts()).toEqual(before)
    const { rows } = await scene.owner.query('select sum(sign)::int as live from figures.facts where record_id = $1', [id])
    expect(rows[0].live).toBe(0)
  })

  it('leaders read counts by state and situation of their range, and nothing else', async () => {
    await scene.file({ situations: ['abandoned'] }, '蒋主任')
    const county = await scene.as('郑部长', (context) => countReports(context, { unit: '9901002' }))
    expect(county).toMatchObject({ total: 1, unopened: 1, handling: 0, closed: 0 })
    expect(county.bySituation.filter(({ count }) => count > 0)).toEqual([{ code: 'abandoned', title: '被遗弃或长期无人照料', count: 1 }])
    await expect(scene.as('李组长', (context) => countReports(context, { unit: '9901002' }))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(scene.as('孙主任', (context) => countReports(context, {}))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
