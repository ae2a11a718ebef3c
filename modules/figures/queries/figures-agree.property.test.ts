import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asWorker } from '#platform/jobs/inline.ts'
import { newId } from '#platform/crypto/id.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { closeMonth } from '../commands/close-month.ts'
import { moveStocks } from '../commands/move-stocks.ts'
import { endFacts, recordFacts } from '../commands/record-facts.ts'
import { foldFacts } from '../jobs/fold-facts.ts'
import { recountFigures } from '../jobs/recount-figures.ts'
import { listAllIndicators } from './list-indicators.ts'
import { listFigureRows } from './list-figure-rows.ts'
import { listFigures } from './list-figures.ts'

const units = ['9901', '9901001', '99010010001', '990100100010001', '990100100011000', '9901002', '990100200010001', '9901100']
const measures = [
  'visit.made', 'visit.attempted', 'visit.service', 'child.registered', 'pairing.child', 'pairing.volunteer', 'unit.due', 'unit.founded', 'volunteer.active']
const subjects = Array.from({ length: 4 }, () => newId())
const periods = ['2025', '2026', '2025Q3', '2025Q4', '2026Q1', '2025-12', '2026-01', '2026-02', '2026-03', '2025A', '2026A']
const runs = Number(process.env['PROPERTY_RUNS'] ?? 25)

const day = fc.record({ year: fc.constantFrom(2024, 2025, 2026), month: fc.integer({ min: 1, max: 4 }), day: fc.constantFrom(1, 10, 16, 17, 28) })
  .map((at) => `${at.year}-${String(at.year === 2025 ? at.month + 8 : at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({
    act: fc.constant('record' as const), unit: fc.constantFrom(...units), measure: fc.constantFrom(...measures), on: day,
    subject: fc.constantFrom(...subjects, undefined), value: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('end' as const), which: fc.nat(), on: fc.option(day, { nil: undefined }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('fold' as const), limit: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('move' as const), from: fc.constantFrom(...units), to: fc.constantFrom(...units), on: day }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('close' as const), month: fc.constantFrom('2025-12', '2026-01', '2026-02') }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

describe('a figure and the rows behind it', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())

  it('agree with each other and with a plain count, whatever was recorded, ended, folded and closed before', { timeout: 600_000 }, async () => {
    await asWorker(city, async (run) => {
      await fc.assert(fc.asyncProperty(
        fc.array(step, { maxLength: 24 }), fc.constantFrom(...units), fc.constantFrom(...periods), async (steps, unit, period) => {
          await empty(city)
          const reported = await carryOut(city, steps, (limit) => run((context) => foldFacts(context, limit)), unit)
          await compare(city, unit, period)
          for (const [month, before] of reported) await compareReported(city, { unit, month, before })
          expect((await run((context) => recountFigures(context))).differences).toEqual([])
        }), { numRuns: runs })
    })
  })
})

async function empty(city: TestCity): Promise<void> {
  await city.owner.query('truncate figures.facts, figures.rollups, figures.presences, figures.presence_counts, figures.closings, figures.corrections')
  await city.owner.query(`delete from audit.watermarks where reader = 'figures'`)
}

/** Does the steps; answers what the figures of each month were when it was closed. */
async function carryOut(city: TestCity, steps: Step[], fold: (limit: number) => Promise<number>, unit: string) {
  const records: string[] = []
  const reported = new Map<string, Map<string, number>>()
  for (const one of steps) {
    if (one.act === 'record') records.push(await recordOne(city, one))
    else if (one.act === 'fold') await fold(one.limit)
    else if (one.act === 'move') await moveAll(city, one)
    else if (one.act === 'close') {
      if (reported.has(one.month)) continue
      await city.as('陈主任', (context) => closeMonth(context, { month: one.month }))
      reported.set(one.month, await valuesOf(city, unit, one.month))
    } else {
      const recordId = records[one.which % Math.max(records.length, 1)]
      const ended = { recordId: recordId ?? '', ...(one.on === undefined ? {} : { on: one.on }) }
      if (recordId !== undefined) await city.as('陈主任', (context) => endFacts(context, ended))
    }
  }
  return reported
}

async function moveAll(city: TestCity, { from, to, on }: Step & { act: 'move' }): Promise<void> {
  if (from === to) return
  const [here, there] = await Promise.all([from, to].map(async (code) => ({ id: await city.unitId(code), scopeCode: code.padEnd(18, '0') })))
  while (await city.as('陈主任', (context) => moveStocks(context, { from: here!, to: there!, on, limit: 2 })) > 0);
}

async function recordOne(city: TestCity, one: Step & { act: 'record' }): Promise<string> {
  const recordId = newId()
  const scopeCode = one.unit.padEnd(18, '0')
  await city.as('陈主任', async (context) => recordFacts(context, [{
    measure: one.measure, happenedOn: one.on, unit: { id: await city.unitId(one.unit), scopeCode }, record: { kind: 'test', id: recordId },
    ...(one.subject === undefined ? {} : { subjectId: one.subject }), value: one.value, label: '某记录' }]))
  return recordId
}

const valuesOf = async (city: TestCity, unit: string, period: string) =>
  new Map((await city.as('陈主任', (context) => listFigures(context, { unit, period }))).items.map((item) => [item.code, item.value]))

async function compare(city: TestCity, unit: string, period: string): Promise<void> {
  const figures = await city.as('陈主任', (context) => listFigures(context, { unit, period }))
  const indicators = await city.as('陈主任', (context) => listAllIndicators(context))
  const values = new Map(figures.items.map((item) => [item.code, item.value]))
  for (const indicator of indicators.filter((one) => one.kind !== 'ratio' && one.measures.some((measure) => measures.includes(measure)))) {
    const rows = await allRows(city, { code: indicator.code, unit, period })
    const value = values.get(indicator.code)
    expect(indicator.kind === 'sum' ? rows.sum : rows.total, `${indicator.code}: figure and total`).toBe(value)
    expect(indicator.kind === 'sum' ? rows.listedSum : rows.listed, `${indicator.code}: figure and listed rows`).toBe(value)
    const plain = await countPlainly(city, indicator, unit, figures.period)
    expect(plain, `${indicator.code}: plain count`).toBe(value)
  }
}

async function allRows(city: TestCity, asked: { code: string; unit: string; period: string }) {
  let [listed, listedSum] = [0, 0]
  for (let after: string | undefined; ;) {
    const wanted: Parameters<typeof listFigureRows>[1] = { ...asked, limit: 3, part: 'numerator' as const, ...(after === undefined ? {} : { after }) }
    const page = await city.as('陈主任', (context) => listFigureRows(context, wanted))
    listed += page.items.length
    listedSum += page.items.reduce((sum, row) => sum + row.value, 0)
    if (page.next === null) return { total: page.total, sum: page.sum, listed, listedSum }
    after = page.next
  }
}

async function countPlainly(city: TestCity, indicator: { measures: string[]; timing: string; counting: string; kind: string }, unit: string,
  period: { from: string; to: string; asOf: string }): Promise<number> {
  const counted = indicator.counting === 'subjects' ? 'count(distinct f.subject_id)' : 'count(*)'
  const what = indicator.kind === 'sum' ? 'coalesce(sum(f.value), 0)' : counted
  const [from, to] = indicator.timing === 'flow' ? [period.from, period.to] : ['0001-01-01', period.asOf]
  const { rows } = await city.owner.query<{ n: string }>(
    `select ${what} as n from figures.facts f where f.sign = 1 and f.measure = any($1) and f.happened_on >= $2 and f.happened_on <= $3
        and f.scope_code::text like $4 || '%' and f.id not in (select e.ends_id from figures.facts e where e.sign = -1 and e.happened_on <= $3)`,
    [indicator.measures, from, to, unit])
  return Number(rows[0]?.n)
}

async function compareReported(city: TestCity, { unit, month, before }: { unit: string; month: string; before: Map<string, number> }): Promise<void> {
  const { items } = await city.as('陈主任', (context) => listFigures(context, { unit, period: month }))
  for (const item of items) expect(item.reported, `${item.code} of ${month} as reported`).toBe(before.get(item.code))
}
