import type { Caller } from '../caller.ts'
import type { Ids, ListEntry, Look, OneEntry, PlainEntry, RangeEntry } from '../coverage/entry.ts'
import { send, type Answer } from '../desk.ts'
import type { Operation } from '../document.ts'
import type { Place, Scene } from '../scene.ts'
import { findForeign, type World } from './world.ts'

/** One person at one operation. */
export type Visit<E> = { scene: Scene; world: World; caller: Caller; operation: Operation; entry: E; look: Look }

/** Calls the operation and keeps what is wrong with the answer: a defect, a foreign row. */
export async function ask<E extends { mayName?: readonly string[] }>(
  visit: Visit<E>, input: Record<string, unknown>,
): Promise<Answer & { findings: string[] }> {
  const answer = await send(visit.scene.server, visit.caller, { ...visit.operation, input })
  // What the caller sent is no secret: a refusal may repeat it.
  const told = answer.status < 400 ? answer.body : without(answer.body, JSON.stringify(input))
  const foreign = findForeign(told, visit.caller, visit.world, visit.entry.mayName)
  const crashed = answer.status >= 500 ? [`was answered ${answer.status}`] : []
  return { ...answer, findings: [...crashed, ...foreign.map((what) => `tells ${what}`)] }
}

function without(answer: unknown, sent: string): unknown {
  if (typeof answer !== 'object' || answer === null) return answer
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, typeof value === 'string' && sent.includes(value) ? '' : without(value, sent)]))
}

/** A list shows the owner's ids, no more and no fewer, page by page, and narrowed to a unit. */
export async function walkList(visit: Visit<ListEntry>): Promise<string[]> {
  const { entry, caller, scene } = visit
  if (!entry.roles.includes(caller.role)) return mustForbid(visit, entry.input ?? {})
  const expected = await scene.seen(caller, entry.of, entry.where)
  const all = await readPages(visit, { ...entry.input })
  return [...all.findings, ...difference(all.ids, expected), ...await walkUnits(visit, entry.input ?? {}), ...await walkFilters(visit, expected)]
}

async function readPages(visit: Visit<ListEntry>, input: Record<string, unknown>): Promise<{ ids: string[]; findings: string[] }> {
  const [ids, findings]: [string[], string[]] = [[], []]
  let after: string | undefined
  for (let page = 0; page < 100; page += 1) {
    const answer = await ask(visit, { ...input, limit: 40, ...(after === undefined ? {} : { after }) })
    findings.push(...answer.findings)
    if (answer.status !== 200) return { ids, findings: [...findings, `was answered ${answer.status}`] }
    const body = answer.body as { items: { id: string }[]; next: string | null; total?: number }
    ids.push(...body.items.map(({ id }) => id))
    if (body.next === null) return { ids, findings: [...findings, ...wrongTotal(body.total, ids.length)] }
    after = body.next
  }
  return { ids, findings: [...findings, 'has pages without end'] }
}

const wrongTotal = (total: number | undefined, count: number): string[] => (
  total === undefined || total === count ? [] : [`counts ${total} and shows ${count}`])

function difference(shown: readonly string[], expected: ReadonlySet<string>): string[] {
  const seen = new Set(shown)
  return [
    ...(seen.size === shown.length ? [] : ['shows a row twice']),
    ...[...seen].filter((id) => !expected.has(id)).map((id) => `shows ${id}, which is not the caller's`),
    ...[...expected].filter((id) => !seen.has(id)).map((id) => `does not show ${id}, which is the caller's own`),
  ]
}

/** With `unit` of a place outside, nothing is found; with one inside, only what lies there. */
async function walkUnits(visit: Visit<ListEntry | RangeEntry>, input: Record<string, unknown>): Promise<string[]> {
  if (!takesUnit(visit.operation)) return []
  const findings: string[] = []
  for (const place of foreignPlaces(visit)) {
    if (visit.caller.unit.code.startsWith(place.unit.code)) continue
    const answer = await ask(visit, { ...input, unit: place.unit.code })
    findings.push(...answer.findings, ...(answer.status === 404 ? [] : [`with unit ${place.name} was answered ${answer.status}, not 404`]))
  }
  return findings
}

const takesUnit = (operation: Operation): boolean =>
  operation.parameters.some(({ name }) => name === 'unit') || 'unit' in (operation.body['application/json']?.properties ?? {})

/** A filter by a foreign record finds nothing that is not the caller's own. */
async function walkFilters(visit: Visit<ListEntry | RangeEntry>, expected?: ReadonlySet<string>): Promise<string[]> {
  const findings: string[] = []
  const asked = 'inputs' in visit.entry ? visit.entry.inputs[0] : visit.entry.input
  for (const [name, kind] of Object.entries(visit.entry.filters ?? {})) {
    for (const place of foreignPlaces(visit)) {
      const answer = await ask(visit, { ...asked, [name]: place.ids.get(kind) })
      // A range may leave as a workbook: what it tells is looked through by `ask`, and there is no list of ids to compare.
      const items = answer.status === 200 && expected !== undefined ? (answer.body as { items: { id: string }[] }).items : []
      const strange = items.filter(({ id }) => !expected?.has(id))
      findings.push(...answer.findings, ...(strange.length === 0 ? [] : [`with ${name} of ${place.name} shows ${strange.length} rows of others`]))
    }
  }
  return findings
}

/** One record: the own ones answer, the others are not found. */
export async function walkOne(visit: Visit<OneEntry>): Promise<string[]> {
  const { entry, caller, scene, look } = visit
  const findings: string[] = []
  const mayRead = entry.roles.includes(caller.role)
  const known = entry.known === undefined ? new Set<string>() : await scene.seen(caller, entry.known.kind)
  const inside = scene.places.filter(({ cityId, unit }) => cityId === caller.cityId && unit.code.startsWith(caller.unit.code))
  for (const place of [...inside.slice(0, mayRead ? 2 : 1), ...foreignPlaces(visit).slice(0, mayRead ? 3 : 1)]) {
    const ids: Ids = Object.fromEntries(Object.entries(entry.ids).map(([pointer, kind]) => [pointer, place.ids.get(kind) ?? '']))
    const own = await Promise.all(Object.entries(entry.ids).map(async ([pointer, kind]) => (await scene.seen(caller, kind)).has(ids[pointer] ?? '')))
    const answer = await ask(visit, { ...ids, ...await entry.input?.(ids, look) })
    const isOwn = own.every(Boolean)
    const isKnown = entry.known?.roles.includes(caller.role) === true && Object.values(ids).every((id) => known.has(id))
    const expected = mayRead ? [isOwn ? 200 : isKnown ? 403 : 404] : isOwn ? [403] : [403, 404]
    findings.push(...answer.findings)
    if (!expected.includes(answer.status)) findings.push(`for ${place.name} was answered ${answer.status}, not ${expected.join(' or ')}`)
  }
  return findings
}

/** Whatever is asked, the answer names nothing outside. */
export async function walkRange(visit: Visit<RangeEntry>): Promise<string[]> {
  const { entry, caller } = visit
  const findings: string[] = []
  for (const [index, input] of entry.inputs.entries()) {
    if (!entry.roles.includes(caller.role)) return mustForbid(visit, input)
    const answer = await ask(visit, input)
    findings.push(...answer.findings, ...(answer.status === 200 ? [] : [`was answered ${answer.status}`]))
    if (index === 0) findings.push(...await walkUnits(visit, input))
  }
  findings.push(...await walkFilters(visit))
  return findings
}

/** What is the same for all answers, and names nothing outside. */
export async function walkPlain(visit: Visit<PlainEntry>): Promise<string[]> {
  const { entry, caller } = visit
  if (entry.roles !== undefined && !entry.roles.includes(caller.role)) return mustForbid(visit, entry.input ?? {})
  const answer = await ask(visit, entry.input ?? {})
  const expected = entry.status ?? 200
  return [...answer.findings, ...(answer.status === expected ? [] : [`was answered ${answer.status}, not ${expected}`])]
}

async function mustForbid(visit: Visit<ListEntry | RangeEntry | PlainEntry>, input: Record<string, unknown>): Promise<string[]> {
  const answer = await ask(visit, input)
  return [...answer.findings, ...(answer.status === 403 ? [] : [`was answered ${answer.status}, though the role has no right to it`])]
}

/** Where the caller must not reach: a neighbour, one above, the other city. */
export function foreignPlaces({ scene, caller }: { scene: Scene; caller: Caller }): Place[] {
  const outside = scene.places.filter(({ cityId, unit }) => cityId !== caller.cityId || !unit.code.startsWith(caller.unit.code))
  const common = ({ unit }: Place) => [...unit.code].findIndex((digit, index) => digit !== caller.unit.code[index])
  const nearest = outside.filter(({ unit }) => !caller.unit.code.startsWith(unit.code)).toSorted((one, other) => common(other) - common(one))[0]
  const above = outside.filter(({ unit }) => caller.unit.code.startsWith(unit.code)).toSorted((one, other) => other.unit.code.length - one.unit.code.length)[0]
  const abroad = outside.find(({ cityId }) => cityId !== caller.cityId)
  return [...new Set([nearest, above, abroad])].filter((place) => place !== undefined)
}
