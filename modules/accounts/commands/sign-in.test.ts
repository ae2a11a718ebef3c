import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword } from '#tests/city/people.ts'

describe('signing in', () => {
  let city: TestCity
  let server: FastifyInstance
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())
  const post = (name: string, password: string) => server.inject({ method: 'POST', url: '/api/sessions', payload: { name, password } })

  it('opens a session whose cookie no script can read, for the unit of the grant', async () => {
    const answer = await post('zhao', testPassword)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({ person: { name: '赵干事' }, unit: { name: '东街镇', code: '99010010001' } })
    expect(String(answer.headers['set-cookie'])).toMatch(/^xinhuo_session=990100\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    const units = await server.inject({ url: '/api/units', headers: { cookie } })
    expect(units.json().items.map((unit: { name: string }) => unit.name)).toEqual(['东街镇', '东一村', '东二村', '东街小学'])
    expect((await server.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { cookie } })).statusCode).toBe(200)
    expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(401)
  })

  it('says the same for an unknown name and a wrong password', async () => {
    const [unknown, wrong] = [await post('nobody', testPassword), await post('zhao', 'wrong')]
    expect([unknown.statusCode, unknown.json().code]).toEqual([401, 'WRONG_CREDENTIALS'])
    expect(wrong.json()).toEqual(unknown.json())
  })

  it('asks for no capitals in the name and for no half width in either: a phone writes Zhao, an input method left on ｚｈａｏ', async () => {
    for (const [name, password] of [['Zhao', testPassword], ['ｚｈａｏ', testPassword], ['ZHAO', toFullWidth(testPassword)]] as const) {
      expect((await post(name, password)).statusCode, name).toBe(201)
    }
    expect((await post('zhao', testPassword.toUpperCase())).statusCode, 'a password keeps its capitals').toBe(401)
  })

  it('locks for thirty minutes after six failures, also for the right password', async () => {
    for (let attempt = 1; attempt <= 6; attempt++) await post('qian', 'wrong')
    expect((await post('qian', testPassword)).json().code).toBe('LOCKED')
  })

  it('tells which field is missing in Chinese', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name: '' } })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().data.issues).toEqual([{ path: ['name'], message: '请填写此项' }, { path: ['password'], message: '请填写此项' }])
  })
})

const toFullWidth = (text: string): string => text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0))
