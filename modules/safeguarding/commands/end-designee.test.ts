import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignDesignee } from './assign-designee.ts'
import { endDesignee } from './end-designee.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('ending a designation', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())

  it('keeps what was received and brings nothing new from the next day on', async () => {
    const [unitId, accountId] = [await scene.unitId('99010010001'), await scene.accountId('赵干事')]
    const designee = await scene.as('冯科长', (context) => assignDesignee(context, { unitId, accountId }))
    const received = await scene.file()
    const end = (version: number, by: '冯科长' | '褚科长' = '冯科长') => scene.as(by, (context) => endDesignee(context, { id: designee.id, version, reason: '岗位调整' }))
    await expect(end(1, '褚科长')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(end(7)).rejects.toMatchObject({ code: 'STALE' })
    expect(await end(1)).toMatchObject({ untilOn: '2026-03-16', version: 2 })
    await expect(end(2)).rejects.toMatchObject({ code: 'DESIGNEE_ENDED' })
    expect(await scene.open(received, '赵干事')).toMatchObject({ status: 'handling' })
    await scene.owner.query(`update safeguarding.designees set from_on = '2026-03-01', until_on = '2026-03-10' where id = $1`, [designee.id])
    await expect(scene.open(await scene.file(), '赵干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
