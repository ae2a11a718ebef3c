import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestCity, type TestCity } from '#tests/city/open.ts'
import { line, prose } from '#platform/contract/fields.ts'
import { isSame } from './is-same.ts'
import { findFaults, readJson } from './judge.ts'

// Strings that break programs, in every free text people write: they come back as written, or are refused with a sentence.

const { strings } = JSON.parse(readFileSync(new URL('naughty-strings.json', import.meta.url), 'utf8')) as { strings: string[] }
/** Tried in every field; the whole list goes round the fields of an operation. */
const hardest = ['😀', '👨‍👩‍👧‍👦', '𤧯', '䶮', '王𤧯䶮', '‮abc', 'مرحبا', 'a​b',
  '\ufeffx', '\ud800', 'x\udc00', '\u0000', 'a\u0000b', 'a\u001fb', '\u0085', 'é', '  x  ', '　李　四　',
  `'; drop table x--`, '<script>alert(1)</script>', '{{visits.made}}', '%', '\\', '长'.repeat(5000), '𤧯'.repeat(60)]

type Body = Record<string, unknown>
/** A way to write texts and to read them again. */
type Desk = {
  what: string; fields: readonly string[]; path: string; method?: 'PUT'
  write: (texts: Record<string, string>, serial: number) => Body; read?: (answer: Body) => string; pick?: (read: Body, field: string) => unknown
}

describe('a strange text comes back as written or is refused', { timeout: 90_000 }, () => {
  let city: TestCity
  let server: FastifyInstance
  let cookie: string
  let ids: { unit: string; child: string; case: string; post: string }
  beforeAll(async () => {
    city = await openTestCity()
    server = await city.serve()
    cookie = await city.cookieOf('赵干事')
    ids = await arrange()
  })
  afterAll(() => city.close())

  const call = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: Body) =>
    server.inject({
      method, url: `/api${path}`, headers: { cookie, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    })
  const make = async (path: string, payload: Body): Promise<string> => {
    const answer = await call('POST', path, payload)
    if (answer.statusCode >= 300) throw new Error(`${path} ${answer.statusCode} ${answer.body}`)
    return String(answer.json().id)
  }
  const arrange = async () => {
    const unit = await city.unitId('99010010001')
    const child = await make('/children', newChild('佟小一'))
    const childCase = await make('/cases', { childId: child, openedOn: '2026-03-02', scores: { guardianship: 0, physical: 0, behaviour: 0 } })
    const posts = (await call('POST', '/posts', { unitId: unit, titleCode: 'member', seats: 1, fromOn: '2026-01-01' })).json() as { items: { id: string }[] }
    return { unit, child, case: childCase, post: posts.items[0]?.id ?? '' }
  }

  let serial = 0
  const tryOut = async (desk: Desk, list: readonly string[], field: string | undefined): Promise<string[]> =>
    eightAtATime(list, async (text, index) => {
      serial += 1
      const at = field ?? desk.fields[index % desk.fields.length] ?? ''
      const answer = await call(desk.method ?? 'POST', desk.path, desk.write({ [at]: text }, serial))
      const faults = findFaults(answer)
      const told = `${desk.what} ${at} ${JSON.stringify(text).slice(0, 60)}`
      // 409: what is left of the text after cleaning was there already.
      if (faults.length > 0 || [409, 422].includes(answer.statusCode)) return faults.map((fault) => `${told} ${fault}`)
      if (answer.statusCode >= 300) return [`${told} was answered ${answer.statusCode} ${answer.body.slice(0, 200)}`]
      const body = answer.json() as Body
      const read = desk.read === undefined ? body : (await call('GET', desk.read(body))).json() as Body
      const kept = desk.pick === undefined ? read[at] : desk.pick(read, at)
      return isSame(text, kept) ? [] : [`${told} came back as ${JSON.stringify(kept)?.slice(0, 80)}`]
    })

  const desks = (): Desk[] => [
    {
      what: 'standing rule', path: '/standing-rules', fields: ['title'],
      write: (texts) => ({ unitId: ids.unit, title: '制度', issuedOn: '2026-01-01', ...texts }),
    },
    {
      what: 'unit', path: '/units', fields: ['name', 'shortName', 'address', 'phone'],
      write: (texts, serial) => ({ parentId: ids.unit, kind: 'agency', name: `站点${serial}`, on: '2026-03-01', ...texts }),
    },
    {
      what: 'volunteer', path: '/volunteers', fields: ['name', 'formerWork', 'availability', 'skills', 'healthLimits'],
      read: ({ id }) => `/volunteers/${String(id)}`,
      write: ({ skills, healthLimits, ...texts }, serial) => ({
        name: `五老${serial}`, sex: 'male', birthOn: '1950-01-01', categories: ['cadre'], joinedOn: '2020-01-01', isConfirmedDistinct: true, ...texts,
        ...(skills === undefined ? {} : { skills: [skills] }), ...(healthLimits === undefined ? {} : { healthLimits: [healthLimits] }),
      }),
      pick: (read, field) => (Array.isArray(read[field]) ? read[field][0] : read[field]),
    },
    {
      what: 'visit', path: '/visits', fields: ['note'], read: ({ id }) => `/visits/${String(id)}`,
      write: (texts) => ({ caseId: ids.case, madeOn: '2026-03-10', medium: 'home', minutes: 10, outcome: 'made', volunteerIds: [], ...texts }),
    },
  ]

  it('in registers, notes and rules', async () => {
    const findings: string[] = []
    const all = desks()
    for (const [turn, desk] of all.entries()) {
      findings.push(...await tryOut(desk, strings.filter((_text, index) => index % (all.length * 4) === turn), undefined))
      for (const field of desk.fields) findings.push(...await tryOut(desk, hardest, field))
    }
    expect(findings).toEqual([])
  })

  it('all of them in one long note', async () => {
    const lines = strings.filter((text) => !/\p{Cc}|\p{Cs}/u.test(text))
    const notes: string[] = ['']
    for (const text of lines) {
      if ((notes.at(-1) ?? '').length + text.length > 3900) notes.push('')
      notes.push(`${notes.pop() ?? ''}${text}\n`)
    }
    const desk = desks().find(({ what }) => what === 'visit') as Desk
    expect(notes.length).toBeGreaterThan(3)
    expect(await tryOut(desk, notes, 'note')).toEqual([])
  })

  it('by the shared schemas of one line and of prose, whole or not at all', () => {
    const tried = [...strings, ...hardest].flatMap((text) => [line(200), prose(4000)].map((schema) => ({ text, read: schema.safeParse(text) })))
    expect(tried.filter(({ text, read }) => read.success && read.data !== text.trim())).toEqual([])
    const sentences = tried.flatMap(({ read }) => (read.success ? [] : [read.error.issues.map(({ message }) => message).join()]))
    expect(sentences.length).toBeGreaterThan(5)
    expect(sentences.filter((sentence) => !/\p{Script=Han}/u.test(sentence))).toEqual([])
  })

  it('in a child’s sealed file', async () => {
    const fields = ['name', 'address', 'school', 'health', 'guardian'] as const
    const some = strings.filter((_text, index) => index % 12 === 0).map((text, index) => [text, fields[index % fields.length] ?? 'name'] as const)
    const cases = [...some, ...hardest.flatMap((text) => fields.map((field) => [text, field] as const))]
    const findings = await eightAtATime(cases, async ([text, field]) => {
        const answer = await call('POST', '/children', {
          ...newChild('佟小二'), ...(field === 'guardian' ? { guardians: [{ name: text, relation: 'father' }] } : { [field]: text }) })
        const told = `${field} ${JSON.stringify(text).slice(0, 60)}`
        const faults = findFaults(answer).map((fault) => `${told} ${fault}`)
        if (faults.length > 0 || answer.statusCode === 422) return faults
        const asked = field === 'guardian' ? 'guardians' : field
        const opened = readJson((await call('POST', `/children/${String(answer.json().id)}/open`, { fields: [asked], purpose: 'registration' })).body) ?? {}
        const kept = field === 'guardian' ? (opened['guardians'] as { name: string }[])[0]?.name : opened[field]
        return isSame(text, kept) ? [] : [`${told} came back as ${JSON.stringify(kept)?.slice(0, 80)}`]
      })
    expect(findings).toEqual([])
  })

  it('in every search', async () => {
    const paths = ['/units', '/volunteers', '/children', '/cases', '/visits', '/posts', '/standing-rules', '/notices', '/planned-visits']
    const cases = paths.flatMap((path) => hardest.filter((text) => text.isWellFormed()).map((text) => [path, text] as const))
    expect(await eightAtATime(cases, async ([path, text]) => (
      findFaults(await call('GET', `${path}?q=${encodeURIComponent(text)}`))
        .map((fault) => `${path} ${JSON.stringify(text).slice(0, 60)} ${fault}`)))).toEqual([])
  })
})

const newChild = (name: string): Body => ({
  name, sex: 'male', paperKind: 'none', birthOn: '2014-05-06', guardians: [{ name: '佟大', relation: 'father', isPrimary: true }],
  consents: [{ kind: 'service', form: 'paper', covers: '接受帮扶', fromOn: '2024-01-01' }],
})

/** Does the work eight at a time, as a server with few connections would be asked. */
async function eightAtATime<T>(list: readonly T[], work: (item: T, index: number) => Promise<string[]>): Promise<string[]> {
  const findings: string[] = []
  for (let from = 0; from < list.length; from += 8) {
    findings.push(...(await Promise.all(list.slice(from, from + 8).map((item, index) => work(item, from + index)))).flat())
  }
  return findings
}
