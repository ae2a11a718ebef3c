import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#platform/crypto/id.ts'
import { docxParagraphs } from '#platform/documents/testing/docx-part.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import { wholeYearClaims } from '../rules/report-text.ts'
import { figuresModule } from '../module.ts'
import { getYearlyReport } from '../queries/get-yearly-report.ts'
import { approveYearlyReport } from './approve-yearly-report.ts'
import { recordFacts } from './record-facts.ts'
import { saveYearlyReport } from './save-yearly-report.ts'

describe('approving a yearly report', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const report = { unit: '9901001', year: 2026, template: 'summary' as const }
  const approve = (as: PersonName, version: number) => city.as(as, (context) => approveYearlyReport(context, { ...report, version }))
  const save = (version: number, body: string) => city.as('李组长', (context) => saveYearlyReport(context, { ...report, title: '总结', body, version }))
  const visit = async () => {
    const unit = { id: await city.unitId('990100100010001'), scopeCode: '990100100010001000' }
    await city.as('孙主任', (context) => recordFacts(context, [
      { measure: 'visit.made', happenedOn: '2026-03-01', unit, record: { kind: 'visit', id: newId() }, value: 30, label: '李某（6—13岁）' }]))
  }
  const words = async () => (await city.as('李组长', (context) => getYearlyReport(context, report))).blocks
    .map((block) => (block.kind === 'paragraph' ? block.runs.map((run) => run.text).join('') : block.text))

  it('needs a saved text in which every figure is known', async () => {
    await expect(approve('李组长', 1)).rejects.toThrow('REPORT_NOT_SAVED')
    await save(0, '{{visits.none}}')
    await expect(approve('李组长', 1)).rejects.toMatchObject({ code: 'UNKNOWN_FIGURES', data: { codes: ['visits.none'] } })
  })

  it('is not for a town, a care worker or the neighbour', async () => {
    await expect(approve('赵干事', 1)).rejects.toThrow('FORBIDDEN')
    await expect(approve('孙主任', 1)).rejects.toThrow('FORBIDDEN')
    await expect(approve('王组长', 1)).rejects.toThrow('NOT_FOUND')
    await expect(city.as('李组长', (context) => approveYearlyReport(context, { ...report, unit: '9901', version: 1 }))).rejects.toThrow('NOT_FOUND')
  })

  it('freezes the figures: a visit recorded afterwards changes the figure and not the report', async () => {
    await visit()
    await save(1, '走访{{visits.made}}人次。')
    expect(await words()).toEqual(['走访1人次。'])
    expect(await approve('李组长', 2)).toMatchObject({ status: 'approved', approvedByName: '李组长' })
    await visit()
    expect(await words()).toEqual(['走访1人次。'])
    await expect(approve('李组长', 3)).rejects.toThrow('REPORT_APPROVED')
    await expect(save(3, '改')).rejects.toThrow('REPORT_APPROVED')
    expect((await city.owner.query(`select verb from audit.entries where verb = 'report.approved'`)).rowCount).toBe(1)
  })

  it('is of a year that has begun: the next is refused in a sentence, as a .docx too; the running one says up to which day it counts', async () => {
    const server = await city.serve()
    const headers = { cookie: await city.cookieOf('李组长') }
    for (const file of ['yearly', 'yearly.docx']) {
      const refused = await server.inject({ url: `/api/reports/${file}?unit=9901001&year=2027`, headers })
      expect([refused.statusCode, refused.json().code, refused.json().message], file)
        .toEqual([409, 'YEAR_NOT_BEGUN', '这一年还没有开始，没有可报告的数字，请选择今年或以前的年份。'])
    }
    const said = '（2026年尚未结束，以下数字截至2026年3月16日。）'
    const running = (await server.inject({ url: '/api/reports/yearly?unit=9901002&year=2026', headers: { cookie: await city.cookieOf('王组长') } })).json()
    expect(running.countedUntil).toBe('2026-03-16')
    expect(JSON.stringify(running.blocks)).toContain('截至2026年3月16日，乙县应建关工委')
    expect(JSON.stringify(running.blocks)).not.toMatch(/全年|年末/)
    const file = await server.inject({ url: '/api/reports/yearly.docx?unit=9901001&year=2026', headers })
    expect(docxParagraphs(file.rawPayload).map(({ text }) => text)).toContain(said)
    const over = await server.inject({ url: '/api/reports/yearly?unit=9901001&year=2025', headers })
    const sheetTitle = async (period: string) => {
      const [sheet] = await readWorkbook((await server.inject({ url: `/api/figures.xlsx?unit=9901001&period=${period}`, headers })).rawPayload)
      return sheet?.rows[0]?.[0]?.text
    }
    expect([await sheetTitle('2026'), await sheetTitle('2025')]).toEqual(['甲区2026年统计数字（截至2026年3月16日）', '甲区2025年统计数字'])
    expect(over.json().countedUntil).toBeNull()
    expect(JSON.stringify(over.json().blocks)).toContain('截至2025年末，甲区应建关工委')
  })

  it('leaves as a .docx with the same words, and with the sources of its figures when asked', async () => {
    const server = await city.serve([figuresModule])
    const answer = await server.inject({
      url: '/api/reports/yearly.docx?unit=9901001&year=2026&sources=true', headers: { cookie: await city.cookieOf('李组长') } })
    expect(answer.statusCode).toBe(200)
    const text = docxParagraphs(answer.rawPayload).map((paragraph) => paragraph.text)
    expect(text).toEqual(expect.arrayContaining(['总结', '走访1人次。', '数字出处', '甲区关工委']))
  })
})

it('no template claims a whole year in words of its own: both read rightly while the year runs and once it is over', async () => {
  const city = await openTestCity()
  const read = (template: 'summary' | 'speech') => city.as('李组长', (context) => getYearlyReport(context, { unit: '9901001', year: 2026, template }))
  for (const template of ['summary', 'speech'] as const) {
    const { body, blocks } = await read(template)
    expect(wholeYearClaims(body), template).toEqual([])
    expect(JSON.stringify(blocks), template).not.toMatch(/全年|年末/)
  }
  expect(JSON.stringify((await read('speech')).blocks)).toMatch(/今年以来筹集关爱资金.*目前实施中.*今年以来走访关爱对象/s)
  city.clock.moveTo('2027-01-04T09:00:00+08:00')
  expect(JSON.stringify((await read('speech')).blocks)).toMatch(/全年筹集关爱资金.*年末实施中.*全年走访关爱对象/s)
  await city.close()
})
