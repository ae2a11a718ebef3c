import type { Coverage, Entry } from '../coverage/entry.ts'
import { pointersOf, type Operation } from '../document.ts'

/** What is wrong between the document and the table: an operation nobody walks, an entry without operation, a pointer nobody attacks. */
export function compareCoverage(operations: readonly Operation[], coverage: Coverage): string[] {
  const known = new Set(operations.map(({ id }) => id))
  return [
    ...operations.filter(({ id }) => coverage[id] === undefined).map(({ id, method, path }) => `${id} (${method} ${path}) is not walked`),
    ...Object.keys(coverage).filter((id) => !known.has(id)).map((id) => `${id} is walked but is no operation`),
    ...operations.flatMap((operation) => unattacked(operation, coverage[operation.id])),
  ]
}

function unattacked(operation: Operation, entry: Entry | undefined): string[] {
  if (entry === undefined || entry.walk === 'anonymous') return []
  const walked = new Set([...Object.keys('ids' in entry ? entry.ids : {}), ...Object.keys('filters' in entry ? entry.filters ?? {} : {})])
  // Every list and figure is asked for a foreign `unit` by the walk itself; `code` names an indicator, which is no record.
  const own = new Set(operation.parameters.some(({ name, in: place }) => name === 'unit' && place === 'query') || entry.walk === 'list' ? ['unit', 'code'] : [])
  const pointers = pointersOf(operation)
  return [
    ...pointers.filter((pointer) => !walked.has(pointer) && !own.has(pointer)).map((pointer) => `${operation.id}: no foreign ${pointer} is tried`),
    ...[...walked].filter((pointer) => !pointers.includes(pointer)).map((pointer) => `${operation.id}: ${pointer} is tried but is no pointer of the input`),
  ]
}
