import type { Kind } from '../arrange/spot.ts'
import type { Caller } from '../caller.ts'
import type { Ids, WriteEntry } from '../coverage/entry.ts'
import type { Place, Scene } from '../scene.ts'
import { changedTables, digestForeignRows } from './foreign-rows.ts'
import { ask, foreignPlaces, type Visit } from './read-walk.ts'

const refused = [403, 404, 422]

/** Tries the write with one foreign id in turn, and with nothing but foreign ones. */
export async function attack(visit: Visit<WriteEntry>): Promise<string[]> {
  const { entry, caller, scene } = visit
  const own = await ownIds(scene, caller, entry.ids)
  const mayAct = entry.roles.includes(caller.role)
  const findings: string[] = []
  const places = Object.keys(entry.ids).length === 0 ? [] : foreignPlaces(visit)
  for (const place of mayAct ? places : places.slice(0, 1)) {
    const theirs = idsAt(place, entry.ids)
    const mixed = own === undefined || !mayAct ? [] : oneByOne(own, theirs, (pointer) => entry.unread?.[pointer]?.includes(caller.role) !== true)
    for (const ids of [theirs, ...mixed]) findings.push(...await attempt(visit, ids, place))
  }
  if (!mayAct && own !== undefined) findings.push(...await attempt(visit, own, undefined))
  return findings
}

async function attempt(visit: Visit<WriteEntry>, ids: Ids, place: Place | undefined): Promise<string[]> {
  const { entry, caller, look } = visit
  const answer = await ask(visit, await inputOf(entry, ids, look))
  const mayAct = entry.roles.includes(caller.role)
  const holds = (mayAct ? refused : place === undefined ? [403] : [403, 404]).includes(answer.status)
  const changed = Object.keys(ids).filter((pointer) => ids[pointer] === place?.ids.get(entry.ids[pointer] ?? ''))
  const told = `with ${changed.join(', ') || 'own ids'} of ${place?.name ?? 'the own unit'} was answered ${answer.status} ${codeIn(answer.body)}`
  return [...answer.findings, ...(holds ? [] : [told])]
}

/** A write of which nobody is the caller yet. */
export type Deed = Omit<Visit<WriteEntry>, 'caller'>

/** Does each write once with records of the caller's own: what was refused before was refused for the ids. Nothing outside changes. */
export async function doAllOnce(deeds: readonly Deed[]): Promise<string[]> {
  const findings: string[] = []
  for (const [caller, ofOne] of Map.groupBy(deeds, ({ scene, entry }) => actorOf(scene, entry))) findings.push(...await doOnceAs(caller, ofOne))
  return findings
}

/** Everything is arranged before the rows outside are counted: what arranging changes is not the caller's doing. */
async function doOnceAs(caller: Caller, deeds: readonly Deed[]): Promise<string[]> {
  const ready: { deed: Deed; ids: Ids }[] = []
  for (const deed of deeds) ready.push({ deed, ids: await arrangeFor(caller, deed) })
  const { owner } = (deeds[0] as Deed).scene
  const before = await digestForeignRows(owner, caller)
  const findings: string[] = []
  for (const { deed, ids } of ready) findings.push(...(await doOnce(caller, deed, ids)).map((finding) => `${deed.operation.id} ${finding}`))
  const changed = changedTables(before, await digestForeignRows(owner, caller))
  const done = deeds.map(({ operation }) => operation.id).join()
  return [...findings, ...changed.map((table) => `one of ${done} by ${caller.name} changed ${table} outside the range`)]
}

async function arrangeFor(caller: Caller, { scene, entry }: Deed): Promise<Ids> {
  const place = scene.places.find(({ name, unit }) => (entry.at === undefined ? unit.code === caller.unit.code : name === entry.at))
  if (place === undefined) throw new Error(`${caller.name} has no place to do it`)
  const need = scene.fresh(place)
  const ids: Ids = {}
  for (const [pointer, kind] of Object.entries(entry.ids)) ids[pointer] = await need(kind)
  return ids
}

async function doOnce(caller: Caller, deed: Deed, ids: Ids): Promise<string[]> {
  const { entry, look } = deed
  const answer = await ask({ ...deed, caller }, await inputOf(entry, ids, look))
  const holds = entry.inTheEnd === undefined ? answer.status < 300 : answer.status === entry.inTheEnd.status
  return holds ? [] : [`by ${caller.name} with own records was answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`]
}

const usual = ['赵干事', '孙主任', '李组长', '冯科长', '陈主任', '系统员', '安全员', '审计员', '吴老师'] as const

function actorOf(scene: Scene, entry: WriteEntry): Caller {
  const byName = (name: string | undefined) => scene.callers.find((caller) => caller.name === name)
  const found = entry.by === undefined ? usual.map(byName).find((caller) => caller !== undefined && entry.roles.includes(caller.role)) : byName(entry.by)
  if (found === undefined) throw new Error('nobody has the role')
  return found
}

/** The input of a write around ids. */
export async function inputOf(entry: WriteEntry, ids: Ids, look: Visit<WriteEntry>['look']): Promise<Record<string, unknown>> {
  const plain = Object.fromEntries(Object.entries(ids).filter(([pointer]) => !/[[.]/.test(pointer)))
  return { ...plain, ...await entry.input?.(ids, look) }
}

function idsAt(place: Place, kinds: Record<string, Kind>): Ids {
  return Object.fromEntries(Object.entries(kinds).map(([pointer, kind]) => [pointer, place.ids.get(kind) ?? '']))
}

async function ownIds(scene: Scene, caller: Caller, kinds: Record<string, Kind>): Promise<Ids | undefined> {
  const seen = new Map(await Promise.all(Object.values(kinds).map(async (kind) => [kind, await scene.seen(caller, kind)] as const)))
  return scene.places.map((place) => idsAt(place, kinds))
    .find((ids) => Object.entries(ids).every(([pointer, id]) => seen.get(kinds[pointer] ?? '')?.has(id)))
}

function oneByOne(own: Ids, theirs: Ids, isRead: (pointer: string) => boolean): Ids[] {
  const pointers = Object.keys(own)
  return pointers.length < 2 ? [] : pointers.filter(isRead).map((pointer) => ({ ...own, [pointer]: theirs[pointer] ?? '' }))
}

function codeIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}
