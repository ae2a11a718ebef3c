import type { PersonName } from '#tests/city/people.ts'
import type { TestCity } from '#tests/city/open.ts'

type Server = Awaited<ReturnType<TestCity['serve']>>

/** How a browser speaks to the imports, for the tests of all their commands. */
export function importScene(city: TestCity, server: Server) {
  return {
    post: async (name: PersonName, url: string, payload: object = {}) => {
      const answer = await server.inject({ method: 'POST', url: `/api${url}`, headers: { cookie: await city.cookieOf(name) }, payload })
      return { status: answer.statusCode, body: answer.json() }
    },
    get: async (name: PersonName, url: string) => server.inject({ url: `/api${url}`, headers: { cookie: await city.cookieOf(name) } }),
    upload: async (name: PersonName, bytes: Uint8Array<ArrayBuffer>, fileName = '名册.xlsx', kind = 'volunteers') => {
      const form = new FormData()
      form.append('kind', kind)
      form.append('file', new Blob([bytes]), fileName)
      const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
      const answer = await server.inject({
        method: 'POST', url: '/api/imports', payload: Buffer.from(await request.arrayBuffer()),
        headers: { cookie: await city.cookieOf(name), 'content-type': request.headers.get('content-type') ?? '' },
      })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}
