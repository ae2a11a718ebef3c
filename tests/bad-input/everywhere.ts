import type { Caller } from '../scope/caller.ts'
import { coverage } from '../scope/coverage/index.ts'
import type { Ids, Look, WriteEntry } from '../scope/coverage/entry.ts'
import type { Operation } from '../scope/document.ts'
import type { Scene } from '../scope/scene.ts'
import { inputOf } from '../scope/walk/write-walk.ts'
import { isSame } from './is-same.ts'
import { findFaults, issuesOf, readJson } from './judge.ts'
import { richerInputs } from './richer-inputs.ts'
import { textFieldsOf, withTexts, type TextField } from './text-fields.ts'
import type { Tried, UndoneServer } from './undone.ts'

/** A write somebody may do with records of the own range, and the texts it takes. */
export type Desk = { operation: Operation; caller: Caller; input: Record<string, unknown>; free: TextField[]; closed: TextField[] }

/** Where desks are looked for. */
export type Ground = { scene: Scene; server: UndoneServer; look: Look }

const harmless = ['甲乙丙', '13900000001', 'jia-yi']

/** Finds somebody who may do the write, with records arranged for it; undefined where nobody among the callers can. */
export async function openDesk(ground: Ground, operation: Operation): Promise<Desk | undefined> {
  const entry = coverage[operation.id]
  if (entry?.walk !== 'write') return undefined
  for (const caller of ground.scene.callers.filter(({ role, cityId }) => entry.roles.includes(role) && cityId === ground.scene.city.cityId)) {
    const input = await arrangeInput(ground, entry, { operation, caller })
    const desk = { operation, caller, input: input ?? {}, free: [], closed: [] }
    if (input === undefined) continue
    if ((await send(ground.server, desk, {})).answer.statusCode < 300) return sortFields(ground.server, desk)
  }
  return undefined
}

async function arrangeInput({ scene, look }: Ground, entry: WriteEntry, at: { operation: Operation; caller: Caller }) {
  const place = scene.places.find(({ name, unit }) => (entry.at === undefined ? unit.code === at.caller.unit.code : name === entry.at))
  if (place === undefined) return undefined
  const need = scene.fresh(place)
  const ids: Ids = {}
  for (const [pointer, kind] of Object.entries(entry.ids)) ids[pointer] = await need(kind)
  return { ...await inputOf(entry, ids, look), ...richerInputs[at.operation.id]?.(ids) }
}

/** A field is free where a harmless text is taken and kept; a closed one takes only words, days and numbers of its own. */
async function sortFields(server: UndoneServer, desk: Desk): Promise<Desk> {
  const fields = textFieldsOf(desk.operation)
  const isFree = await Promise.all(fields.map(async (field) => {
    const tried = await Promise.all(harmless.map(async (text) => ({ text, ...await send(server, desk, { [field]: text }) })))
    return tried.some(({ answer, kept, text }) => answer.statusCode < 300 && isKept(text, kept))
  }))
  return { ...desk, free: fields.filter((_field, index) => isFree[index]), closed: fields.filter((_field, index) => !isFree[index]) }
}

/** Sends strange texts: in every free field another of them at once, in every closed one alone. */
export async function tryTexts(server: UndoneServer, desk: Desk, texts: readonly string[]): Promise<string[]> {
  const findings: string[] = []
  for (let turn = 0; turn < texts.length; turn += 4) {
    findings.push(...(await Promise.all([0, 1, 2, 3].filter((step) => turn + step < texts.length).map(async (step) => {
      const textOf = (index: number) => texts[(turn + step + index) % texts.length] ?? ''
      const together = Object.fromEntries(desk.free.map((field, index) => [field, textOf(index)]))
      const alone = await Promise.all(desk.closed.map(async (field) => judgeAlone(server, desk, [field, textOf(0)])))
      return [...await tryTogether(server, desk, together), ...alone.flat()]
    }))).flat())
  }
  return findings
}

/** Asks with strange texts in every text of the query at once, or of the body where one searches without an address. */
export async function askWith(server: UndoneServer, operation: Operation, by: Asking, texts: readonly string[]): Promise<string[]> {
  const names = operation.parameters.filter(({ in: place, schema }) => place === 'query' && schema.format !== 'uuid').map(({ name }) => name)
  const fields = operation.method === 'GET' ? names : textFieldsOf(operation)
  const findings: string[] = []
  for (const [turn, text] of (fields.length === 0 ? [] : texts).entries()) {
    // Those a page would refuse are asked alone, so that the search itself gets them too.
    for (const asked of [fields, fields.filter((field) => field === 'q')].filter((some) => some.length > 0)) {
      const given = Object.fromEntries(asked.map((field, index) => [field, index === 0 ? text : texts[(turn + index) % texts.length] ?? '']))
      const { answer } = await server.try(operation.method === 'GET'
        ? { method: 'GET', url: `${by.path}?${new URLSearchParams(given).toString()}`, cookie: by.cookie }
        : { method: operation.method, url: by.path, cookie: by.cookie, payload: given })
      findings.push(...findFaults(answer).map((fault) => `${operation.id} ${told(given)} ${fault}`))
    }
  }
  return findings
}

/** Where one asks, and who. */
export type Asking = { path: string; cookie: string }

/** What is refused is left out and the rest sent again, until it goes through or one field stands alone. */
async function tryTogether(server: UndoneServer, desk: Desk, texts: Record<TextField, string>): Promise<string[]> {
  if (Object.keys(texts).length === 0) return []
  const { answer, kept } = await send(server, desk, texts)
  const faults = findFaults(answer).map((fault) => `${desk.operation.id} ${told(texts)} ${fault}`)
  if (faults.length > 0) return faults
  if (answer.statusCode < 300) {
    return Object.entries(texts).filter(([, text]) => !isKept(text, kept)).map(([field, text]) => `${desk.operation.id} lost ${told({ [field]: text })}`)
  }
  const refused = issuesOf(readJson(answer.body)).map(({ path }) => path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`)).join('').slice(1))
  const left = Object.fromEntries(Object.entries(texts).filter(([field]) => !refused.includes(field)))
  if (Object.keys(left).length < Object.keys(texts).length) return tryTogether(server, desk, left)
  return Object.keys(texts).length === 1 ? [] : (await Promise.all(Object.entries(texts).map((one) => judgeAlone(server, desk, one)))).flat()
}

async function judgeAlone(server: UndoneServer, desk: Desk, [field, text]: [TextField, string]): Promise<string[]> {
  const { answer, kept } = await send(server, desk, { [field]: text })
  const isLost = answer.statusCode < 300 && desk.free.includes(field) && !isKept(text, kept)
  return [...findFaults(answer), ...(isLost ? ['was lost'] : [])].map((fault) => `${desk.operation.id} ${told({ [field]: text })} ${fault}`)
}

const isKept = (text: string, kept: ReadonlySet<string>): boolean =>
  kept.has(text) || kept.has(text.trim()) || isSame(text, undefined) || [...kept].some((each) => isSame(text, each))

const told = (texts: Record<TextField, string>): string => JSON.stringify(texts).slice(0, 200)

async function send(server: UndoneServer, desk: Desk, texts: Record<TextField, string>): Promise<{ answer: Tried; kept: ReadonlySet<string> }> {
  const { operation, caller } = desk
  const input = { ...withTexts(operation, desk.input, texts) }
  const url = operation.path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = String(input[name])
    delete input[name]
    return encodeURIComponent(value)
  })
  return server.try({ method: operation.method, url, cookie: caller.cookie, payload: input })
}
