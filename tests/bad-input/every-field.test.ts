import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { readOperations, type Operation, type Schema } from '../scope/document.ts'
import { findFaults, issuesOf, readJson, type Judged } from './judge.ts'
import { mutationsOf, plainValue, type Mutation } from './shapes.ts'

// Every operation of the OpenAPI document, every field, every wrong thing in it: a sentence beside the field, never a crash.

/** An answer that ended in the middle. */
const cutOff: Judged = { statusCode: 599, headers: {}, body: '' }

describe('bad input is refused with a sentence beside the field', { timeout: 60_000 }, () => {
  let city: TestCity
  let server: FastifyInstance
  let operations: Operation[]
  let cookies: string[]
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    // Who signs out cannot go on; the rest of what is sent is refused or names nobody.
    operations = (await readOperations(server)).filter(({ id, method }) => !(method === 'DELETE' && id.startsWith('accounts.')))
    cookies = await Promise.all((['陈主任', '安全员', '审计员'] as const).map((name) => city.cookieOf(name)))
  })
  afterAll(() => city.close())

  const send = (operation: Operation, input: { query?: string; payload?: string; headers?: Record<string, string> }, cookie = cookies[0]): Promise<Judged> =>
    server.inject({
      method: operation.method as 'GET', url: `/api${operation.path.replaceAll(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000')}${input.query ?? ''}`,
      headers: { cookie: cookie ?? '', ...(input.payload === undefined ? {} : { 'content-type': 'application/json' }), ...input.headers },
      ...(input.payload === undefined ? {} : { payload: input.payload }),
    }).catch(() => cutOff)
  /** Who may read it: accounts and audit are for administrators alone. */
  const readerOf = async (operation: Operation): Promise<string | undefined> => {
    if (!operation.id.startsWith('accounts.')) return cookies[0]
    for (const cookie of cookies) if ((await send(operation, {}, cookie)).statusCode !== 403) return cookie
    throw new Error(`nobody may read ${operation.id}`)
  }
  const bodyOf = (operation: Operation): Schema | undefined => operation.body['application/json']
  const name = (operation: Operation, what: string) => `${operation.id} with ${what}`

  it('in every field of every body', async () => {
    const findings: string[] = []
    for (const operation of operations) {
      const schema = bodyOf(operation)
      if (schema === undefined) continue
      const plain = plainValue(schema) as Record<string, unknown>
      const answers = await Promise.all(mutationsOf(schema).map(async (mutation) => (
        { mutation, answer: await send(operation, { payload: JSON.stringify({ ...plain, [mutation.field]: mutation.value }) }) })))
      findings.push(...answers.flatMap(({ mutation, answer }) => faultsOf(mutation, answer)
        .map((fault) => `${name(operation, `${mutation.field} ${mutation.what}`)} ${fault}`)))
    }
    expect(findings).toEqual([])
  })

  it('in every parameter of every query', async () => {
    const values = ['', 'NaN', '1e309', '[object Object]', '长'.repeat(1000), `';drop table x--`, '2023-02-30', '%00', '\u0000', '0']
    const findings: string[] = []
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      const parameters = operation.parameters.filter(({ in: place }) => place === 'query')
      const tried = parameters.flatMap(({ name: field }) => [
        ...values.map((value) => `?${field}=${encodeURIComponent(value)}`), `?${field}=1&${field}=2`, `?${field}[a]=1`])
      const cookie = await readerOf(operation)
      const answers = await Promise.all(tried.map(async (query) => ({ query, answer: await send(operation, { query }, cookie) })))
      findings.push(...answers.flatMap(({ query, answer }) => findFaults(answer).map((fault) => `${name(operation, query.slice(0, 60))} ${fault}`)))
    }
    expect([...new Set(findings)]).toEqual([])
  })

  it('in every page mark', async () => {
    const id = '01900000-0000-7000-8000-000000000000'
    const keys = [
      ['9999-99-99', id], ['2026-13-45T99:99:99Z', id], ['2026-03-10 25:61:00+99', id], ['0000-00-00', id], ['2026-03-10', '-'.repeat(36)],
      ['99999999999999999999', id], [1e30, id], [id], ['-'.repeat(36)], ['9'.repeat(18)], ['9'.repeat(30)], [null], ['infinity', id],
      ['990100000000000000', '甲', id], ['-1', '\u0000', id], [{}, id], []]
    const marks = [...keys.map((key) => encodeURIComponent(JSON.stringify(key))), 'x', '%', '%E0%A4%A', '[', '0']
    const findings: string[] = []
    for (const operation of operations.filter(({ parameters }) => parameters.some((parameter) => parameter.name === 'after'))) {
      const cookie = await readerOf(operation)
      const answers = await Promise.all(marks.map(async (mark) => (
        { mark, answer: await send(operation, { query: `?after=${encodeURIComponent(mark)}` }, cookie) })))
      findings.push(...answers.flatMap(({ mark, answer }) => findFaults(answer)
        .map((fault) => `${name(operation, `after=${decodeURIComponent(mark.replace(/%$|%E0%A4%A/, ''))}`)} ${fault}`)))
    }
    expect([...new Set(findings)]).toEqual([])
  })

  it('in what is no id', async () => {
    const findings: string[] = []
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      for (const id of ['1', 'null', '%00', '01900000-0000-7000-8000-00000000000g', '长', '%F0%28%8C%28', 'x'.repeat(400)]) {
        const url = `/api${operation.path.replaceAll(/\{\w+\}/g, id)}`
        const answer = await server.inject({ method: operation.method as 'GET', url, headers: { cookie: cookies[0] ?? '' } })
        findings.push(...findFaults(answer).map((fault) => `${name(operation, id)} ${fault}`))
        if (answer.statusCode < 400) findings.push(`${name(operation, id)} was answered ${answer.statusCode}`)
      }
    }
    expect(findings).toEqual([])
  })

  it('in bodies that are no JSON, of another type, or too large', async () => {
    const findings: string[] = []
    const [large, deep] = [JSON.stringify({ name: 'x'.repeat(2_000_000) }), `${'['.repeat(20_000)}${']'.repeat(20_000)}`]
    for (const operation of operations.filter((each) => bodyOf(each) !== undefined)) {
      const tried: [string, Parameters<typeof send>[1], number[]][] = [
        ['half a JSON', { payload: '{"name":"' }, [400, 422]], ['no body', {}, [400, 415, 422]], ['a list', { payload: '[1,2]' }, [400, 422]],
        ['plain text', { payload: 'name=x', headers: { 'content-type': 'text/plain' } }, [400, 415, 422]],
        ['xml', { payload: '<a/>', headers: { 'content-type': 'application/xml' } }, [400, 415, 422]],
        ['a form', { payload: 'a=1&b[__proto__]=2', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, [400, 415, 422]],
        ['2 MB', { payload: large }, [413]],
        ['deep nesting', { payload: deep }, [400, 413, 422]],
      ]
      const optional = (bodyOf(operation)?.required ?? []).length === 0
      for (const [what, input, expected] of tried) {
        const answer = await send(operation, input)
        const isRefused = expected.includes(answer.statusCode) || (optional && what !== '2 MB' && answer.statusCode < 500)
        findings.push(...findFaults(answer).map((fault) => `${name(operation, what)} ${fault}`))
        if (!isRefused) findings.push(`${name(operation, what)} was answered ${answer.statusCode}`)
      }
    }
    expect(findings).toEqual([])
  })
})

function faultsOf(mutation: Mutation, answer: Judged): string[] {
  const faults = findFaults(answer)
  if (!mutation.mustBeRefused || faults.length > 0) return faults
  if (answer.statusCode !== 422) return [`was answered ${answer.statusCode}, not 422`]
  const isBeside = issuesOf(readJson(answer.body)).some(({ path }) => path[0] === mutation.field)
  return isBeside ? [] : [`says nothing beside the field: ${answer.body.slice(0, 200)}`]
}
