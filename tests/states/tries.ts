import type { FastifyInstance } from 'fastify'
import type { Ids } from '../scope/coverage/entry.ts'
import { send } from '../scope/desk.ts'
import { inputOf } from '../scope/walk/write-walk.ts'
import type { Machine, Outcome, Row } from './machine.ts'
import { carePeople, type Person } from './people.ts'
import { callerOf, operationOf, writeOf, type Stage } from './stage.ts'

/** One cell of the table: who did what to a record in which state, and what came of it. */
export type Tried = { operation: string; state: string; person: Person; expected: Outcome; outcome: Outcome }

/** Everybody tries every operation in every state. */
export async function tryMachine(stage: Stage, server: FastifyInstance, machine: Machine): Promise<Tried[]> {
  const tried: Tried[] = []
  for (const [state, arrange] of Object.entries(machine.states)) {
    const id = await arrange(stage)
    for (const [operation, row] of Object.entries(machine.operations)) {
      const input = await inputFor(stage, operation, row, id)
      tried.push(...await Promise.all((machine.triedBy ?? carePeople).map(async (person): Promise<Tried> => {
        const answer = await send(server, callerOf(stage, person), { ...operationOf(stage, operation), input })
        return { operation, state, person, expected: expectedOf(machine, operation, state, person), outcome: outcomeOf(answer.status, answer.body) }
      })))
    }
  }
  return tried
}

async function inputFor(stage: Stage, operation: string, row: Row, id: string): Promise<Record<string, unknown>> {
  const entry = writeOf(operation)
  const ids: Ids = {}
  for (const [pointer, kind] of Object.entries(entry.ids)) ids[pointer] = pointer === (row.pointer ?? 'id') ? id : await stage.spot.need(kind)
  const input = row.input ?? entry.input ?? (() => ({}))
  return inputOf({ ...entry, walk: 'write', input: (given, look) => input(given, look, stage) }, ids, stage.look)
}

/** What the table says of one cell: roles first, then reach, then the state. */
export function expectedOf(machine: Machine, operation: string, state: string, person: Person): Outcome {
  const row = machine.operations[operation] as Row
  const exception = row.but?.[person]
  const special = typeof exception === 'string' ? exception : exception?.[state]
  if (special !== undefined) return special
  if (!writeOf(operation).roles.includes(roleOf[person])) return 'FORBIDDEN'
  const isAway = person.startsWith('other ') || person === 'not paired' || person === 'outside auditor' || (person === 'paired' && machine.isPaired !== true)
  if (isAway) return 'NOT_FOUND'
  return typeof row.expected === 'string' ? row.expected : row.expected[state] ?? row.expected['otherwise'] ?? 'missing in the table'
}

const roleOf = {
  'own office': 'office', 'author': 'office', 'other office': 'office', 'care worker': 'care-worker', 'paired': 'volunteer', 'not paired': 'volunteer',
  'leader': 'leader', 'officer': 'guardian-officer', 'other officer': 'guardian-officer', 'system admin': 'system-admin', 'security admin': 'security-admin',
  'audit admin': 'audit-admin', 'accountant': 'accountant', 'reviewer': 'finance-reviewer', 'head': 'charity-head', 'cashier': 'cashier',
  'outside auditor': 'outside-auditor', 'foundation worker': 'charity-worker',
} as const satisfies Record<Person, string>

function outcomeOf(status: number, body: unknown): Outcome {
  if (status < 300) return 'done'
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  return status >= 500 || code === '' ? `${status} ${code}` : code
}
