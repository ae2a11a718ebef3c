import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { getYearlyReport } from '../queries/get-yearly-report.ts'
import { saveYearlyReport } from './save-yearly-report.ts'

describe('the text of a yearly report', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const text = { unit: '9901001', year: 2026, template: 'summary' as const, title: '{{unit}}工作总结', body: '走访{{visits.made}}人次。' }
  const save = (as: PersonName, version: number, change: object = {}) =>
    city.as(as, (context) => saveYearlyReport(context, { ...text, version, ...change }))

  it('starts as the template, every figure in it known to the dictionary, in both templates', async () => {
    for (const template of ['summary', 'speech'] as const) {
      const report = await city.as('李组长', (context) => getYearlyReport(context, { unit: '9901001', year: 2026, template }))
      expect(report).toMatchObject({ status: 'template', version: 0, unknownCodes: [] })
      const runs = report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.runs : []))
      expect(runs.filter((run) => run.figure !== undefined).length).toBeGreaterThan(10)
    }
  })

  it('is the office’s own: saved, it is filled with figures and counted up', async () => {
    expect(await save('李组长', 0)).toMatchObject({ status: 'draft', version: 1, title: '甲区关工委工作总结' })
    expect(await save('李组长', 1, { body: '走访{{visits.none}}人次。' })).toMatchObject({ version: 2, unknownCodes: ['visits.none'] })
  })

  it('is not overwritten by somebody who has read an older one', async () => {
    await expect(save('李组长', 1)).rejects.toMatchObject({ code: 'STALE', data: { version: 2, current: { body: '走访{{visits.none}}人次。' } } })
    await expect(save('李组长', 0)).rejects.toMatchObject({ code: 'STALE' })
  })

  it('of a unit above is not found: nothing of the own report is written over', async () => {
    for (const unit of ['9901', '99']) await expect(save('李组长', 2, { unit }), unit).rejects.toThrow('NOT_FOUND')
    expect((await city.owner.query(`select version from figures.report_drafts`)).rows).toEqual([{ version: 2 }])
  })

  it('is closed to leaders’ pens and not found by the neighbour', async () => {
    await expect(save('郑部长', 2)).rejects.toThrow('FORBIDDEN')
    await expect(save('孙主任', 2)).rejects.toThrow('FORBIDDEN')
    await expect(save('王组长', 2)).rejects.toThrow('NOT_FOUND')
    expect((await city.owner.query(`select version from figures.report_drafts`)).rows).toEqual([{ version: 2 }])
  })
})
