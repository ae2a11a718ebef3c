import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endReader } from './end-reader.ts'
import { nameReader } from './name-reader.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('ending what somebody may read', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())

  it('takes the key away at once; the last person stays', async () => {
    const id = await scene.file()
    const [feng, zhao] = [await scene.accountId('冯科长'), await scene.accountId('赵干事')]
    const end = (accountId: string, by: '冯科长' | '赵干事' = '冯科长') => scene.as(by, (context) => endReader(context, { id, accountId, reason: '不再经办' }))
    await expect(end(feng)).rejects.toMatchObject({ code: 'LAST_READER' })
    await scene.as('冯科长', (context) => nameReader(context, { id, accountId: zhao, seesReporter: false }))
    await end(zhao)
    await expect(scene.open(id, '赵干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(end(zhao)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(end(feng, '赵干事')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
