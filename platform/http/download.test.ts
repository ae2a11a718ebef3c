import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { recordAudit } from '#platform/audit/record.ts'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { defineModule, download } from './module.ts'

let city: TestCity
let address: string
let goOn: () => void = () => {}
beforeAll(async () => {
  city = await openTestCity()
  const waits = new Promise<void>((resolve) => { goOn = resolve })
  const lists = download({
    path: '/lists.txt', operationId: 'lists.export', summary: '名单', query: z.object({}),
    run: async (context) => {
      await recordAudit(context, { verb: 'list.exported', subjectKind: 'list' })
      const body = async function* () {
        yield Buffer.from('张某')
        await waits
        yield Buffer.from('李某')
      }
      return { fileName: '名单.txt', contentType: 'text/plain', body: body() }
    },
  })
  const server = await city.serve([defineModule({ name: 'lists', contract: {}, operations: {}, downloads: [lists] })])
  await server.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/lists.txt`
})
afterAll(() => city.close())

const exports = async () => (await city.owner.query(`select 1 from audit.entries where verb = 'list.exported'`)).rows.length

it('that a download left the house is on record before its first byte arrives', async () => {
  const cookie = await city.cookieOf('赵干事')
  const recorded: number[] = []
  const text = await new Promise<string>((resolve, reject) => {
    get(address, { headers: { cookie } }, (answer) => {
      let received = ''
      answer.on('data', (piece) => {
        received += String(piece)
        void exports().then((count) => { recorded.push(count); goOn() }, reject)
      })
      answer.on('end', () => resolve(received))
    }).on('error', reject)
  })
  expect(text).toBe('张某李某')
  expect(recorded[0]).toBe(1)
  expect(await exports()).toBe(1)
})
