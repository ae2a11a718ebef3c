import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { foldFacts } from '../jobs/fold-facts.ts'
import { listFigureCorrections } from '../queries/list-figure-corrections.ts'
import { listFigureRows } from '../queries/list-figure-rows.ts'
import { listFigures } from '../queries/list-figures.ts'
import { closeMonth } from './close-month.ts'
import { endFacts, recordFacts } from './record-facts.ts'
import { reopenMonth } from './reopen-month.ts'

describe('closing a month', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  const [first, late] = [newId(), newId()]
  const visit = async (recordId: string) => {
    const unit = { id: await city.unitId('990100100010001'), scopeCode: '990100100010001000' }
    await city.as('孙主任', (context) => recordFacts(context, [
      { measure: 'visit.made', happenedOn: '2026-02-20', unit, record: { kind: 'visit', id: recordId }, subjectId: recordId, value: 30, label: '李某（6—13岁）' }]))
  }
  const figure = async (code: string) =>
    (await city.as('陈主任', (context) => listFigures(context, { period: '2026-02' }))).items.find((item) => item.code === code)
  const corrections = () => city.as('陈主任', (context) =>
    listFigureCorrections(context, { code: 'visits.made', period: '2026-02', limit: 20, part: 'numerator' }))

  it('is the business of the city office alone, and not before the month is over', async () => {
    for (const person of ['李组长', '郑部长', '孙主任', '系统员'] as const) {
      await expect(city.as(person, (context) => closeMonth(context, { month: '2026-02' }))).rejects.toThrow('FORBIDDEN')
    }
    await expect(city.as('陈主任', (context) => closeMonth(context, { month: '2026-03' }))).rejects.toThrow('MONTH_NOT_OVER')
    expect((await city.owner.query('select 1 from figures.closings')).rowCount).toBe(0)
  })

  it('keeps what was reported: a visit entered later is a dated correction, folded or not', async () => {
    await visit(first)
    await city.as('陈主任', (context) => closeMonth(context, { month: '2026-02' }))
    await expect(city.as('陈主任', (context) => closeMonth(context, { month: '2026-02' }))).rejects.toThrow('MONTH_ALREADY_CLOSED')
    await visit(late)
    expect(await figure('visits.made')).toMatchObject({ value: 2, reported: 1, corrections: 1 })
    expect(await figure('visits.children')).toMatchObject({ value: 2, reported: 1 })
    expect(await figure('visits.minutes')).toMatchObject({ value: 60, reported: 30 })
    await city.settled()
    await asWorker(city, (run) => run((context) => foldFacts(context)))
    expect(await figure('visits.made')).toMatchObject({ value: 2, reported: 1, corrections: 1 })
    expect((await corrections()).items).toMatchObject([{ recordId: late, sign: 1 }])
    const rows = await city.as('陈主任', (context) => listFigureRows(context, { code: 'visits.made', period: '2026-02', limit: 20, part: 'numerator' }))
    expect(new Map(rows.items.map((row) => [row.recordId, row.correctedAt !== undefined]))).toEqual(new Map([[first, false], [late, true]]))
  })

  it('shows a visit that was reported and then voided as taken away', async () => {
    await city.as('孙主任', (context) => endFacts(context, { recordId: first }))
    expect(await figure('visits.made')).toMatchObject({ value: 1, reported: 1, corrections: 2 })
    expect((await corrections()).items.find((row) => row.recordId === first)).toMatchObject({ sign: -1 })
  })

  it('can be lifted with a reason, and what was late is then part of the next report', async () => {
    const { rows: [closing] } = await city.owner.query<{ id: string }>('select id from figures.closings')
    const id = closing?.id ?? ''
    await expect(city.as('李组长', (context) => reopenMonth(context, { id, reason: '补录' }))).rejects.toThrow('FORBIDDEN')
    await city.as('陈主任', (context) => reopenMonth(context, { id, reason: '上级要求补录' }))
    await expect(city.as('陈主任', (context) => reopenMonth(context, { id, reason: '再次' }))).rejects.toThrow('MONTH_NOT_CLOSED')
    expect((await figure('visits.made'))?.reported).toBeUndefined()
    await city.as('陈主任', (context) => closeMonth(context, { month: '2026-02' }))
    expect(await figure('visits.made')).toMatchObject({ value: 1, reported: 1, corrections: 0 })
  })

  it('is written in the audit, closing and lifting alike', async () => {
    const { rows } = await city.owner.query(`select verb, reason from audit.entries where subject_kind = 'closing' order by position`)
    expect(rows).toEqual([{ verb: 'month.closed', reason: null }, { verb: 'month.reopened', reason: '上级要求补录' }, { verb: 'month.closed', reason: null }])
  })
})
