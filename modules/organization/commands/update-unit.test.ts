import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '#platform/contract/refusal.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { updateUnit } from './update-unit.ts'

describe('correcting a unit', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const change = { address: '东街12号', phone: '0817-1234567', foundingDocument: '甲关工〔2010〕3号' }

  it('keeps address, telephone and founding document; the audit says what was before', async () => {
    const id = await city.unitId('99010010001')
    const unit = await city.as('赵干事', (context) => updateUnit(context, { id, version: 1, ...change }))
    expect(unit).toMatchObject({ ...change, version: 2 })
    const { rows } = await city.owner.query(`select details from audit.entries where city_id = $1 and verb = 'unit.updated'`, [city.cityId])
    expect(rows[0]?.details.before).toEqual({ address: null, phone: null, foundingDocument: null })
  })

  it('shows the second of two people what the first saved', async () => {
    const id = await city.unitId('99010010001')
    const stale = await city.as('李组长', (context) => updateUnit(context, { id, version: 1, ...change, phone: null })).catch((error: unknown) => error)
    expect(stale).toBeInstanceOf(Refusal)
    expect((stale as Refusal).data).toMatchObject({ version: 2, current: { phone: '0817-1234567' } })
  })

  it('is not found by the neighbour and forbidden to a volunteer', async () => {
    const id = await city.unitId('99010010001')
    await expect(city.as('钱干事', (context) => updateUnit(context, { id, version: 2, ...change }))).rejects.toThrow('NOT_FOUND')
    await expect(city.as('吴老师', (context) => updateUnit(context, { id, version: 2, ...change }))).rejects.toThrow('FORBIDDEN')
  })
})
