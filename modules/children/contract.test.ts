import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { childrenModule } from './module.ts'
import { cleanParagraphs, cleanText } from '#platform/values/text.ts'
import { sampleChild, sampleNumber } from './commands/steps/sample-child.ts'

describe('children over the wire', () => {
  let city: TestCity
  let server: FastifyInstance
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve([childrenModule])
  })
  afterAll(() => city.close())

  async function send(name: '孙主任' | '赵干事' | '郑部长', method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object, key?: string) {
    const headers = {
      cookie: await city.cookieOf(name),
      host: '127.0.0.1',
      origin: 'http://127.0.0.1',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    return server.inject({ method, url: `/api${url}`, headers, ...(payload === undefined ? {} : { payload }) })
  }

  it('registers, lists, shows, searches without the text in the address', async () => {
    const made = await send('孙主任', 'POST', '/children', sampleChild({ name: '龚青莲' }))
    expect([made.statusCode, made.json().maskedName]).toEqual([201, '龚某'])
    const list = (await send('赵干事', 'GET', '/children?unit=990100100010001&limit=5&differs=false')).json()
    expect(list).toMatchObject({ total: 1, next: null, items: [{ id: made.json().id, unitCode: '990100100010001' }] })
    expect((await send('赵干事', 'POST', '/children/search', { q: '青莲', limit: 5 })).json().items).toHaveLength(1)
    expect((await send('赵干事', 'GET', `/children/${made.json().id}`)).json()).toMatchObject({
      maskedName: '龚某',
      guardians: [{ relation: 'grandmother' }],
    })
    expect((await send('赵干事', 'GET', '/children/types')).json().items.length).toBeGreaterThan(23)
    expect((await send('赵干事', 'GET', '/children/access/mine')).json()).toMatchObject({ items: [], next: null })
    expect(
      (await send('孙主任', 'POST', `/children/${made.json().id}/open`, { fields: ['name'], purpose: 'registration' })).json(),
    ).toEqual({ name: '龚青莲' })
  })

  it('sent twice with one key it is registered once', async () => {
    const child = sampleChild({ name: '同一次提交' })
    const [first, second] = [
      await send('孙主任', 'POST', '/children', child, 'key-0001'),
      await send('孙主任', 'POST', '/children', child, 'key-0001'),
    ]
    expect(second.json().id).toBe(first.json().id)
    expect((await send('孙主任', 'POST', '/children', { ...child, name: '另一个' }, 'key-0001')).statusCode).toBe(409)
  })

  it('refuses dates that do not exist, wrong types and unknown codes beside the field', async () => {
    for (const [change, field] of [
      [{ birthOn: '2023-02-30' }, 'birthOn'],
      [{ birthOn: 20150520 }, 'birthOn'],
      [{ sex: 'boy' }, 'sex'],
      [{ name: '   ' }, 'name'],
      [{ name: 'x'.repeat(61) }, 'name'],
      [{ guardians: 'x' }, 'guardians'],
      [{ unitId: 'x' }, 'unitId'],
      [{ householdSize: 1.5 }, 'householdSize'],
    ] as const) {
      const refused = await send('孙主任', 'POST', '/children', { ...sampleChild(), ...change })
      expect([field, refused.statusCode, refused.json().data.issues.map((issue: { path: string[] }) => issue.path[0])]).toEqual([
        field,
        422,
        [field],
      ])
    }
  })

  it('no error and no refusal repeats the number that was sent', async () => {
    const paperNumber = sampleNumber('2014-02-03', 3)
    await send('孙主任', 'POST', '/children', { ...sampleChild({ paperKind: 'id-card', paperNumber }), birthOn: undefined })
    const refused = await send('孙主任', 'POST', '/children', { ...sampleChild({ paperKind: 'id-card', paperNumber }), birthOn: undefined })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).not.toContain(paperNumber)
  })

  const strange = [
    '𤧯䶮',
    '👨‍👩‍👧‍👦一家',
    'Robert"); drop table children;--',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '=cmd|calc',
    '../../etc/passwd',
    'undefined',
    'null',
    'NaN',
    '(╯°□°）╯︵ ┻━┻',
    'Ṱ̺̺̕o͞ ̷i̲̬n̷v',
    '\u202eevil',
    '\u200b\u200b零宽',
    'ﷺ',
    '田中さんにあげて下さい',
    'مرحبا',
    '１２３',
    '｀',
    '%s%p%n',
    '$' + '{1+1}',
    '\ufeff张三',
    '\ud800孤',
    '张\u0000三',
    'a\u0007b',
    '\u2028行',
    '𠜎𠜱𠝹𠱓',
    '🏳0🌈',
    '\\',
    '{"a":1}',
    '-1E+99',
    'ＡＢＣ',
    '　　',
    '·',
    '0x0',
    'ÅÍÎÏ',
    'ｘ　ｙ',
  ]

  it('strange texts come back as they were sent, cleaned, or are refused beside the field; nothing breaks', async () => {
    for (const text of strange) {
      const made = await send('孙主任', 'POST', '/children', sampleChild({ name: text, address: text, school: text, health: text }))
      expect([text, [201, 422].includes(made.statusCode)]).toEqual([text, true])
      if (made.statusCode === 422) continue
      const opened = await send('孙主任', 'POST', `/children/${made.json().id}/open`, {
        fields: ['address', 'school', 'health'],
        purpose: 'registration',
      })
      const clean = cleanText(text) || null
      expect(opened.json()).toEqual({ address: clean, school: clean, health: cleanParagraphs(text) || null })
      const found = await send('孙主任', 'POST', '/children/search', { q: text.slice(0, 50), limit: 5 })
      expect([text, [200, 422].includes(found.statusCode)]).toEqual([text, true])
    }
  })
})
