/** Two people changed one record: what each of them did, field by field, and what comes out of the choice. */
export type Side = 'mine' | 'theirs'

export type Difference = {
  field: string
  mine: unknown
  theirs: unknown
  /** Set when only one of the two has changed the field; absent when both did and a person has to decide. */
  suggested?: Side
}

export type Values = Record<string, unknown>

/** Fields in which my values and the stored ones differ; `opened` is what I saw when I began. */
export function compareVersions(
  fields: readonly string[],
  { opened, mine, theirs }: { opened: Values; mine: Values; theirs: Values },
): Difference[] {
  return fields
    .filter(field => !isSame(mine[field], theirs[field]))
    .map(field => ({ field, mine: mine[field], theirs: theirs[field], ...suggestion(opened[field], mine[field], theirs[field]) }))
}

function suggestion(opened: unknown, mine: unknown, theirs: unknown): { suggested?: Side } {
  if (isSame(opened, mine)) return { suggested: 'theirs' }
  if (isSame(opened, theirs)) return { suggested: 'mine' }
  return {}
}

/** My values with the other's where the choice says so. */
export function mergeVersions(mine: Values, differences: readonly Difference[], choice: Record<string, Side>): Values {
  const taken = differences.filter(difference => choice[difference.field] === 'theirs')
  return { ...mine, ...Object.fromEntries(taken.map(({ field, theirs }) => [field, theirs])) }
}

/** Equal for a reader: an empty text and no value are the same thing in a form. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right))
}

const plain = (value: unknown) => (value === undefined || value === '' ? null : value)
