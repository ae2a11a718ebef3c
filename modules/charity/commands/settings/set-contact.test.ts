import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { getGivingSettings } from '../../queries/settings/get-giving-settings.ts'
import { setContact } from './set-contact.ts'

describe('how the foundation is reached', () => {
  let city: TestCity
  beforeAll(async () => { city = await openTestCity() })
  afterAll(() => city.close())
  const set = (text: string, before: string | null, by: '施理事长' | '金专员' | '许会计' = '施理事长') => city.as(by, (context) => setContact(context, { text, before }))
  const shown = async (today = '2026-03-16') => (await city.owner.query<{ contact: string | null }>(
    'select access.find_charity_contact($1, $2) as contact', [city.cityId, today])).rows[0]?.contact

  it('is written by its head for the whole city, read by everybody from that day on, and not written over by whoever did not see the last one', async () => {
    expect([(await city.as('施理事长', getGivingSettings)).contact, await shown()]).toEqual([null, null])
    for (const name of ['金专员', '许会计'] as const) await expect(set('0817-0000', null, name)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await set('电话：0817-0000\n地址：中心路1号', null)).toMatchObject({ contact: '电话：0817-0000\n地址：中心路1号', bankTransfer: null })
    expect([await shown(), await shown('2026-03-15')]).toEqual(['电话：0817-0000\n地址：中心路1号', null])
    await expect(set('别的', null)).rejects.toMatchObject({ code: 'SETTING_CHANGED' })
    const { rows } = await city.owner.query(`select details from audit.entries where verb = 'giving-contact.set'`)
    expect(rows).toEqual([{ details: { before: null, after: '电话：0817-0000\n地址：中心路1号' } }])
  })
})
