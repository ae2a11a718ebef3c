import { expect, it } from 'vitest'
import { modules } from './modules.ts'

type Described = { '~orpc': { route: { method?: string; path?: string; successStatus?: number } } }

/** Every operation of the program with its way over the wire. */
const operations = modules.flatMap((module) => Object.entries(module.contract).map(([name, procedure]) =>
  ({ name: `${module.name}.${name}`, verb: name, ...(procedure as unknown as Described)['~orpc'].route })))

/** `registerChild` to `/children`, `recordFact` to `/children/{id}/facts`: a verb of making, and the kind of record it makes. */
const makes = /^(add|apply|create|draft|enter|file|offer|open(?!ed)|plan|raise|record|register|request)[A-Z]/
const toCollection = /\/[a-z-]+s$/

it('whoever makes a new record is answered 201 Created, whatever it is', () => {
  const making = operations.filter(({ method, path = '', verb }) => method === 'POST' && makes.test(verb) && toCollection.test(path))
  expect(making.length).toBeGreaterThan(40)
  expect(making.filter(({ successStatus }) => successStatus !== 201).map(({ name, path }) => `${name} ${path}`)).toEqual([])
})
