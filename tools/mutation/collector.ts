import { expect } from 'vitest'

/** A test as a file of tests described it. */
export type Test = { name: string; work: () => unknown }

type Setup = () => unknown
type Group = { names: readonly string[]; setups: readonly Setup[] }

let group: Group = { names: [], setups: [] }
let collected: Test[] = []

/** Everything described since the last call. */
export function takeTests(): Test[] {
  const tests = collected
  collected = []
  group = { names: [], setups: [] }
  return tests
}

/** A group of tests; what follows the name may say for how long it runs, which does not matter here. */
export function describe(name: string, ...rest: unknown[]): void {
  const outer = group
  group = { names: [...outer.names, name], setups: outer.setups }
  workOf(rest)()
  group = outer
}

/** One group for each row. */
describe.each = (rows: readonly unknown[]) => (name: string, work: (...row: unknown[]) => unknown): void => {
  for (const [index, row] of rows.entries()) describe(`${name} #${index}`, () => workOn(row, work))
}

/** One test. */
export function it(name: string, ...rest: unknown[]): void {
  const { names } = group
  const within = group
  collected.push({
    name: [...names, name].join(' > '),
    work: async () => {
      for (const setup of within.setups) await setup()
      await workOf(rest)()
    },
  })
}

/** One test for each row: a row that is a list gives the arguments, any other is the argument. */
it.each = (rows: readonly unknown[]) => (name: string, work: (...row: unknown[]) => unknown): void => {
  for (const [index, row] of rows.entries()) it(`${name} #${index}`, () => workOn(row, work))
}

/** What is made ready for the tests of a group; before each of them, since any of them may run alone. */
export function beforeAll(setup: Setup): void {
  group = { ...group, setups: [...group.setups, setup] }
}

const workOn = (row: unknown, work: (...row: unknown[]) => unknown): unknown => (Array.isArray(row) ? work(...row as unknown[]) : work(row))

function workOf(rest: readonly unknown[]): () => unknown {
  const work = rest.find((each) => typeof each === 'function')
  if (work === undefined) throw new Error('a test without work')
  return work as () => unknown
}

export { it as test, expect }
