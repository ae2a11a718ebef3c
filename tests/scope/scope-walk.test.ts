import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recipeOf } from './arrange/recipes.ts'
import type { Caller } from './caller.ts'
import type { Entry, Look } from './coverage/entry.ts'
import { coverage } from './coverage/index.ts'
import { readOperations, type Operation } from './document.ts'
import { openScene, type Scene } from './scene.ts'
import { compareCoverage } from './walk/compare-coverage.ts'
import { changedTables, digestForeignRows } from './walk/foreign-rows.ts'
import { walkList, walkOne, walkPlain, walkRange, type Visit } from './walk/read-walk.ts'
import { readWorld, type World } from './walk/world.ts'
import { attack, doAllOnce } from './walk/write-walk.ts'

// Signs in at every level and walks every operation of the OpenAPI document. What to expect comes from the owner and the unit tree.

const notWalked: Entry = { walk: 'anonymous', why: 'reported by the comparison of the two tables' }

/** Whoever walks, by the length of the unit's code: together they are all. */
const levels = [
  { who: 'whoever works for the city', from: 0, until: 4 }, { who: 'whoever works for a county', from: 5, until: 7 },
  { who: 'whoever works for a town', from: 8, until: 11 }, { who: 'whoever works for a village or school, or gives', from: 12, until: 18 },
]

describe('whoever signs in reaches the own unit and all below, and nothing else', { timeout: 90_000 }, () => {
  let scene: Scene
  let world: World
  let operations: Operation[]
  const look: Look = async (kind, id, column = 'version') => {
    const { table, idColumn } = recipeOf(kind)
    return (await scene.owner.query<{ value: unknown }>(`select ${column} as value from ${table} where ${idColumn ?? 'id'} = $1`, [id])).rows[0]?.value ?? 1
  }
  const visitOf = <E extends Entry>(caller: Caller, operation: Operation, entry: E): Visit<E> => ({ scene, world, caller, operation, entry, look })

  beforeAll(async () => {
    scene = await openScene()
    world = await readWorld(scene.owner, scene.places)
    operations = await readOperations(scene.server)
  })
  afterAll(() => scene.close())

  const walkReads = async (caller: Caller): Promise<string[]> => {
    const findings = await Promise.all(operations.map(async (operation) => (await walkRead(visitOf(caller, operation, coverage[operation.id] ?? notWalked)))
      .map((finding) => `${caller.name} ${operation.id} ${finding}`)))
    return findings.flat()
  }

  const walkWrites = async (caller: Caller): Promise<string[]> => {
    const before = await digestForeignRows(scene.owner, caller)
    const found = await Promise.all(operations.map(async (operation) => {
      const entry = coverage[operation.id]
      return entry?.walk === 'write' ? (await attack(visitOf(caller, operation, entry))).map((finding) => `${caller.name} ${operation.id} ${finding}`) : []
    }))
    const changed = changedTables(before, await digestForeignRows(scene.owner, caller))
    return [...found.flat(), ...changed.map((table) => `${caller.name} changed ${table} outside the range`)]
  }

  it('walks every operation, and only operations', () => {
    expect(operations.length).toBeGreaterThan(50)
    expect(compareCoverage(operations, coverage)).toEqual([])
  })

  describe.each(levels)('$who', ({ from, until }) => {
    const walkers = () => scene.walkers.filter(({ unit }) => unit.code.length >= from && unit.code.length <= until)

    it('sees every row of the own range, and no other', async () => {
      expect(walkers().length).toBeGreaterThan(0)
      const findings: string[] = []
      for (const caller of walkers()) findings.push(...await walkReads(caller))
      expect(findings).toEqual([])
    })

    it('writes nothing that names a record outside the range', async () => {
      const findings: string[] = []
      for (const caller of walkers()) findings.push(...await walkWrites(caller))
      expect(findings).toEqual([])
    })
  })

  it('lets the same writes through with own records, and changes nothing outside', async () => {
    const deeds = operations.flatMap((operation) => {
      const entry = coverage[operation.id]
      return entry?.walk === 'write' ? [{ scene, world, operation, entry, look }] : []
    })
    expect(await doAllOnce(deeds)).toEqual([])
  })

  // The walk itself: what it would say if a policy were broken.
  const whileOwnerDoes = async (doIt: string, undo: string, work: () => Promise<string[]>): Promise<string[]> => {
    await scene.owner.query(doIt)
    try {
      return await work()
    } finally {
      await scene.owner.query(undo)
    }
  }
  const callerNamed = (name: string): Caller => scene.callers.find((caller) => caller.name === name) as Caller

  it('would report a foreign row where a policy is missing', async () => {
    const findings = await whileOwnerDoes(
      'alter table volunteers.volunteers disable row level security', 'alter table volunteers.volunteers enable row level security',
      () => walkReads(callerNamed('赵干事')))
    expect(findings).toContainEqual(expect.stringMatching(/^赵干事 volunteers.getVolunteer tells .*volunteers.volunteers of 99010010002/))
  })

  it('would report an own row that a policy hides', async () => {
    const hidden = scene.places.find(({ name }) => name === '东一村')?.ids.get('case')
    const findings = await whileOwnerDoes(
      `create policy hidden on care.cases as restrictive to xinhuo_app using (id <> '${hidden}')`, 'drop policy hidden on care.cases',
      () => walkReads(callerNamed('孙主任')))
    expect(findings).toContain(`孙主任 care.listCases does not show ${hidden}, which is the caller's own`)
  })

  it('would report a write outside the range', async () => {
    // One missing policy is not enough: the audit's own would still roll the write back.
    const tables = ['organization.standing_rules', 'audit.entries', 'figures.facts']
    const all = (how: string) => tables.map((table) => `alter table ${table} ${how} row level security`).join(';')
    const findings = await whileOwnerDoes(all('disable'), all('enable'),
      () => walkWrites(callerNamed('钱干事')))
    expect(findings).toContain('钱干事 changed organization.standing_rules outside the range')
  })
})

describe('the walk itself', { timeout: 60_000 }, () => {
  it('fails for an operation nobody walks, an entry without operation, and a pointer nobody attacks', () => {
    const ofCase = { type: 'object', properties: { caseId: { type: 'string', format: 'uuid' } } }
    const operation: Operation = {
      id: 'new.thing', method: 'POST', path: '/things', parameters: [],
      body: { 'application/json': { type: 'object', properties: { visits: { type: 'array', items: ofCase } } } },
    }
    expect(compareCoverage([operation], {})).toEqual(['new.thing (POST /things) is not walked'])
    expect(compareCoverage([], { 'old.thing': { walk: 'anonymous', why: 'gone' } })).toEqual(['old.thing is walked but is no operation'])
    expect(compareCoverage([operation], { 'new.thing': { walk: 'write', roles: [], ids: {} } })).toEqual(['new.thing: no foreign visits[].caseId is tried'])
  })
})

async function walkRead(visit: Visit<Entry>): Promise<string[]> {
  const { entry } = visit
  switch (entry.walk) {
    case 'list': return walkList({ ...visit, entry })
    case 'one': return walkOne({ ...visit, entry })
    case 'range': return walkRange({ ...visit, entry })
    case 'plain': return walkPlain({ ...visit, entry })
    default: return []
  }
}
