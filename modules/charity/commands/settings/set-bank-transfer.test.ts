import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { listPayChannels } from '../../queries/charges/list-pay-channels.ts'
import { getOwnPage } from '../../queries/own/get-own-page.ts'
import { getGivingSettings } from '../../queries/settings/get-giving-settings.ts'
import { setBankTransfer } from './set-bank-transfer.ts'

describe('the account for transfers', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const [first, second] = ['户名：试验基金会\n开户行：试验银行\n账号：6200 0000', '户名：试验基金会，账号：6200 0001']
  const set = (text: string, before: string | null) => city.as('施理事长', (context) => setBankTransfer(context, { text, before }))

  it('is written by the head of the foundation, and donors and staff read it at once', async () => {
    expect(await city.as('施理事长', getGivingSettings)).toEqual({
      bankTransfer: null, bankTransferFrom: null, contact: null, publishingDay: 10, isOwnPublishingDay: false, isOnline: false,
    })
    expect(await set(first, null)).toMatchObject({ bankTransfer: first, bankTransferFrom: '2026-03-16' })
    expect((await city.as('金专员', listPayChannels)).bankTransfer).toBe(first)
    expect((await city.as('梁经理', getOwnPage)).channels.bankTransfer).toBe(first)
  })

  it('is not written over by whoever did not see the last one, and every change is on record with both', async () => {
    await expect(set(second, null)).rejects.toMatchObject({ code: 'SETTING_CHANGED' })
    expect(await set(second, first)).toMatchObject({ bankTransfer: second })
    city.clock.moveTo('2026-03-18T10:00:00+08:00')
    expect(await set(first, second)).toMatchObject({ bankTransferFrom: '2026-03-18' })
    const { rows } = await city.owner.query(`select details from audit.entries where verb = 'bank-transfer.set' order by position`)
    expect(rows.map(({ details }) => details)).toEqual([{ before: null, after: first }, { before: first, after: second }, { before: second, after: first }])
    const { rows: kept } = await city.owner.query(`select valid_from::text, value from platform.settings where name = 'charity.bank-transfer' order by 1`)
    expect(kept).toEqual([{ valid_from: '2026-03-16', value: second }, { valid_from: '2026-03-18', value: first }])
  })

  it('is for nobody else, and not for the head of a county: it holds for the whole city', async () => {
    for (const name of ['金专员', '许会计', '安全员', '梁经理'] as const) {
      await expect(city.as(name, (context) => setBankTransfer(context, { text: 'x', before: first }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(city.as(name, getGivingSettings)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    await expect(city.as('施理事长', (context) => setBankTransfer({ ...context, actor: { ...context.actor,
      unit: { ...context.actor.unit, level: 'county' } } }, { text: 'x', before: first }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('stands beside the day on which counts are published, as the city decided it', async () => {
    await city.owner.query(`insert into platform.settings (city_id, name, valid_from, value, source) values ($1, 'charity.publishing-day', '2026-03-01', '15',
      'test')`, [city.cityId])
    expect(await city.as('施理事长', getGivingSettings)).toMatchObject({ publishingDay: 15, isOwnPublishingDay: true })
  })
})
