import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeImportsModule } from '#modules/imports/module.ts'
import { importScene } from '#modules/imports/commands/testing/import-scene.ts'
import { runJobsInline } from '#platform/jobs/inline.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { civilListImports } from '../../exchange/import-civil-lists.ts'

const rowCount = 5000

describe('a list of five thousand children', () => {
  let city: TestCity
  let server: Awaited<ReturnType<TestCity['serve']>>
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())

  it('is compared, decided at once and written in the background as one', async () => {
    const scene = importScene(city, server)
    const nameOf = (at: number) => `林${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${String.fromCodePoint(0x4e00 + at)}`
    const rows = Array.from({ length: rowCount }, (_, at) => `${nameOf(at)},男,20${String(10 + (at % 10))}-0${1 + (at % 9)}-11,困境,2026-01-10,东一村${at}组`)
    const bytes = new TextEncoder().encode(`\uFEFF姓名,性别,出生日期,类别,认定日期,住址\r\n${rows.join('\r\n')}\r\n`) as Uint8Array<ArrayBuffer>
    const { body } = await scene.upload('赵干事', bytes, '名单.csv', 'civil-hardship')
    const started = Date.now()
    const checked = await scene.post('赵干事', `/imports/${body.id}/mapping`, { mapping: body.mapping })
    expect(checked.body).toMatchObject({ badCount: 0, preview: { created: rowCount } })
    const compared = Date.now()
    expect((await scene.post('赵干事', `/children/lists/${body.id}/decide`, { kind: 'new', decision: 'take' })).body).toEqual({ decided: rowCount })
    expect((await scene.post('赵干事', `/imports/${body.id}/commit`)).body.state).toBe('committing')
    const asked = Date.now()
    await runJobsInline(city, [makeImportsModule(civilListImports)])
    expect((await scene.get('赵干事', `/imports/${body.id}`)).json()).toMatchObject({ state: 'committed', createdCount: rowCount, failure: null })
    expect(compared - started, 'milliseconds of the check').toBeLessThan(60_000)
    expect(Date.now() - asked, 'milliseconds of the commit').toBeLessThan(300_000)
  })
})
