import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listReports } from '../queries/list-reports.ts'
import { nameReader } from './name-reader.ts'
import { openReportScene, type ReportScene } from './steps/sample-report.ts'

describe('naming who else may read', () => {
  let scene: ReportScene
  beforeAll(async () => { scene = await openReportScene() })
  afterAll(() => scene.close())
  const name = async (id: string, person: Parameters<ReportScene['accountId']>[0], { by = '冯科长', seesReporter = false } = {}) => {
    const accountId = await scene.accountId(person)
    return scene.as(by as '冯科长', (context) => nameReader(context, { id, accountId, seesReporter }))
  }

  it('lets that person read this report and no other', async () => {
    const [id] = [await scene.file(), await scene.file()]
    await name(id, '赵干事')
    expect((await scene.as('赵干事', (context) => listReports(context, { limit: 20 }))).items.map((row) => row.id)).toEqual([id])
    expect(await scene.open(id, '赵干事')).toMatchObject({ seen: '胳膊上有多处淤青' })
  })

  it('only people whose unit reaches the report and whose role reads', async () => {
    const id = await scene.file()
    for (const person of ['周主任', '钱干事', '吴老师', '韩校长'] as const) await expect(name(id, person)).rejects.toMatchObject({ code: 'READER_UNFIT' })
    for (const person of ['王组长', '郑部长'] as const) await expect(name(id, person)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('nobody gives away more than one may see, and whom who reported kept out stays out', async () => {
    const id = await scene.file()
    await name(id, '赵干事')
    await expect(name(id, '孙主任', { by: '赵干事', seesReporter: true })).rejects.toMatchObject({ code: 'REPORTER_SECRET' })
    await scene.owner.query(`update safeguarding.report_readers set ground = 'withheld', ended_at = now() where report_id = $1 and account_id = $2`,
      [id, await scene.accountId('赵干事')])
    await expect(name(id, '赵干事')).rejects.toMatchObject({ code: 'READER_WITHHELD' })
  })

  it('is not for those who are not named themselves', async () => {
    await expect(name(await scene.file(), '赵干事', { by: '李组长' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
