import { expect } from 'vitest'
import { staffImport } from '#modules/accounts/index.ts'
import { makeImportsModule } from '#modules/imports/module.ts'
import { organizationImports } from '#modules/organization/index.ts'
import { organizationModule } from '#modules/organization/module.ts'
import { volunteerImport } from '#modules/volunteers/index.ts'
import type { TestCity } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'

/** What takes part here: the imports and what exports what it imports. */
const modules = [makeImportsModule([volunteerImport, staffImport, ...organizationImports]), organizationModule]

/** What became of a workbook: row and sentence of each problem, what was made and changed, and the marked file. */
export type BroughtIn = { problems: [row: number, sentence: string][]; created: number; changed: number; marked: Buffer }

/** Brings a workbook in through the server as the page does: upload, proposed columns, check, commit, marked file. */
export async function bringIn(city: TestCity, as: PersonName, kind: string, bytes: Buffer<ArrayBuffer>): Promise<BroughtIn> {
  const server = await city.serve(modules)
  const cookie = await city.cookieOf(as)
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await server.inject({ method, url: `/api${url}`, headers: { cookie }, ...(payload === undefined ? {} : { payload }) })
    expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.body]).toEqual([expect.any(Number), ''])
    return answer
  }
  const form = new FormData()
  form.append('kind', kind)
  form.append('file', new Blob([bytes]), '来自各乡镇的表.xlsx')
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
  const uploaded = (await server.inject({ method: 'POST', url: '/api/imports', payload: Buffer.from(await request.arrayBuffer()),
    headers: { cookie, 'content-type': request.headers.get('content-type') ?? '' } })).json()
  const { badCount, rowCount } = (await ask('POST', `/imports/${uploaded.id}/mapping`, { mapping: uploaded.mapping })).json()
  const { items } = (await ask('GET', `/imports/${uploaded.id}/problems?limit=200`)).json()
  const marked = (await ask('GET', `/import-workbook?id=${uploaded.id}`)).rawPayload
  const done = badCount < rowCount ? (await ask('POST', `/imports/${uploaded.id}/commit`, {})).json() : { createdCount: 0, changedCount: 0 }
  return {
    marked, created: done.createdCount, changed: done.changedCount,
    problems: items.flatMap((item: { rowNumber: number; problems: { message: string }[] }) => item.problems.map(({ message }) => [item.rowNumber, message])),
  }
}

/** A workbook of the server's, as the person sees it. */
export async function takeOut(city: TestCity, as: PersonName, url: string): Promise<Buffer> {
  const server = await city.serve(modules)
  const answer = await server.inject({ url, headers: { cookie: await city.cookieOf(as) } })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
