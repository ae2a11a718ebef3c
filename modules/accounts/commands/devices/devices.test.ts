import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { testPassword } from '#tests/city/people.ts'

describe('the devices a person is signed in on', () => {
  let city: TestCity
  let server: FastifyInstance
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
  })
  afterAll(() => city.close())
  const signIn = async (name: string) => {
    const answer = await server.inject({ method: 'POST', url: '/api/sessions', payload: { name, password: testPassword },
      headers: { 'user-agent': 'Firefox' } })
    return String(answer.headers['set-cookie']).split(';')[0] ?? ''
  }
  const list = async (cookie: string) => (await server.inject({ url: '/api/sessions',
    headers: { cookie } })).json().items as { id: string; isCurrent: boolean; device: string }[]

  it('are listed, and any one of them can be signed out', async () => {
    const [phone, desk] = [await signIn('zhao'), await signIn('zhao')]
    const devices = await list(desk)
    expect(devices.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(devices).toHaveLength(2)
    const other = devices.find(({ isCurrent }) => !isCurrent)
    expect((await server.inject({ method: 'DELETE', url: `/api/sessions/${other?.id}`, headers: { cookie: desk } })).json()).toEqual({ ended: 1 })
    expect((await server.inject({ url: '/api/units', headers: { cookie: phone } })).statusCode).toBe(401)
  })

  it('are signed out everywhere at once', async () => {
    const [one, two] = [await signIn('zhao'), await signIn('zhao')]
    expect((await server.inject({ method: 'DELETE', url: '/api/sessions', headers: { cookie: one } })).statusCode).toBe(200)
    for (const cookie of [one, two]) expect((await server.inject({ url: '/api/units', headers: { cookie } })).statusCode).toBe(401)
  })

  it('of others cannot be touched', async () => {
    const [own, foreign] = [await signIn('zhao'), await signIn('qian')]
    const [device] = await list(foreign)
    expect((await server.inject({ method: 'DELETE', url: `/api/sessions/${device?.id}`, headers: { cookie: own } })).json().code).toBe('NOT_FOUND')
  })
})
