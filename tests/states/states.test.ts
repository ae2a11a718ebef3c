import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { coverage } from '../scope/coverage/index.ts'
import type { Machine } from './machine.ts'
import { openStage, type Stage } from './stage.ts'
import { aidMachines } from './tables/aid.ts'
import { careMachines } from './tables/care.ts'
import { charityMachines } from './tables/charity.ts'
import { childrenMachines } from './tables/children.ts'
import { withoutState } from './tables/elsewhere.ts'
import { ledgerMachines } from './tables/ledger.ts'
import { otherMachines } from './tables/others.ts'
import { projectMachines } from './tables/projects.ts'
import { tryMachine } from './tries.ts'
import { serveUndone } from './undone.ts'

// Every operation, in every state of the record, by everybody: what the tables say is what happens. Nothing that is done here is kept.

const machines: readonly Machine[] = [...careMachines, ...childrenMachines, ...otherMachines, ...aidMachines, ...ledgerMachines, ...projectMachines,
  ...charityMachines]
const modules = ['care', 'children', 'referrals', 'protection', 'safeguarding', 'aid', 'ledger', 'projects', 'charity']

describe('an operation in a state, by somebody', { timeout: 120_000 }, () => {
  let stage: Stage
  let undone: Awaited<ReturnType<typeof serveUndone>>

  beforeAll(async () => {
    stage = await openStage()
    undone = await serveUndone(stage.scene.city)
  }, 120_000)
  afterAll(async () => {
    await undone.close()
    await stage.scene.close()
  })

  it.each(machines)('$name', async (machine) => {
    const tried = await tryMachine(stage, undone.server, machine)
    const wrong = tried.filter((each) => each.expected !== each.outcome)
    expect(wrong.map(({ person, operation, state, expected, outcome }) => `${operation}, ${state}, by ${person}: ${outcome}, not ${expected}`)).toEqual([])
  })

  it('is written down for every write of these modules', () => {
    const listed = new Set([...machines.flatMap(({ operations }) => Object.keys(operations)), ...Object.keys(withoutState)])
    const writes = [...stage.operations.values()].filter(({ id, method }) => method !== 'GET' && modules.includes(id.split('.')[0] ?? ''))
    expect(writes.length).toBeGreaterThan(80)
    expect(writes.map(({ id }) => id).filter((id) => !listed.has(id))).toEqual([])
    expect([...listed].filter((id) => coverage[id] === undefined)).toEqual([])
  })
})

describe('the tables', () => {
  it.each(machines.filter(({ contract }) => contract.length > 0))('hold every state of the contract: $name', ({ states, contract }) => {
    expect(Object.keys(states).toSorted()).toEqual([...contract].toSorted())
  })

  it('name no state that nobody arranges', () => {
    const unknown = machines.flatMap(({ name, states, operations }) => Object.values(operations).flatMap(({ expected, but }) => (
      [expected, ...Object.values(but ?? {})].flatMap((cells) => (typeof cells === 'string' ? [] : Object.keys(cells)))
        .filter((state) => state !== 'otherwise' && states[state] === undefined).map((state) => `${name}: ${state}`))))
    expect(unknown).toEqual([])
  })
})
