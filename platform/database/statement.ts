/** SQL with its parameters, as it goes to the database; `Row` is what a row of its answer looks like. */
export type Statement<Row = unknown> = { sql: string; parameters: readonly unknown[]; row?: Row }

/** Rows that stand in a statement as a table of its own; `few` of them as values, or 0 where all travel as JSON. */
class Given {
  readonly alias: string
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly few: number

  constructor({ alias, columns, rows }: Omit<Given, 'few'>) {
    this.alias = alias
    this.columns = columns
    this.rows = rows
    this.few = rows.length <= mostValues ? rows.length : 0
  }
}

/** More rows than these travel as one JSON parameter: each number of values is a statement of its own for the database. */
const mostValues = 4

/**
 * Rows as a table in FROM: `from ${given('r', { id: 'uuid', month: 'int' }, rows)}`. A few stand there as values, which the database reads several
 * times as fast as JSON; many travel as JSON, so that the text of the statement is the same for any number.
 */
export const given = <Columns extends Readonly<Record<string, string>>>(
  alias: string, columns: Columns, rows: readonly Readonly<Record<keyof Columns, unknown>>[],
): Given => new Given({ alias, columns: Object.entries(columns), rows })

type Texts = Map<string, string>

const texts = new WeakMap<TemplateStringsArray, string>()
const textsOfRows = new WeakMap<TemplateStringsArray, Texts>()

/**
 * Writes a statement whose text is always the same: every hole is a parameter, or rows made by `given`. Kysely's `sql` is for texts that are put
 * together from parts; for the few statements that run with nearly every request this one saves the putting together.
 */
export function statement<Row = unknown>(parts: TemplateStringsArray, ...holes: unknown[]): Statement<Row> {
  if (holes.some((hole) => hole instanceof Given)) return statementOfRows(parts, holes)
  let text = texts.get(parts)
  if (text === undefined) {
    text = parts.reduce((before, part, index) => `${before}$${index}${part}`).trim()
    texts.set(parts, text)
  }
  return { sql: text, parameters: holes }
}

function statementOfRows<Row>(parts: TemplateStringsArray, holes: readonly unknown[]): Statement<Row> {
  const known = textsOfRows.get(parts) ?? new Map<string, string>()
  textsOfRows.set(parts, known)
  const shape = holes.map((hole) => (hole instanceof Given ? String(hole.few) : '')).join()
  let text = known.get(shape)
  if (text === undefined) {
    text = textOf(parts, holes)
    known.set(shape, text)
  }
  return { sql: text, parameters: holes.flatMap(parametersOf) }
}

function parametersOf(hole: unknown): unknown[] {
  if (!(hole instanceof Given)) return [hole]
  if (hole.few === 0) return [JSON.stringify(hole.rows)]
  return hole.rows.flatMap((row) => hole.columns.map(([name]) => row[name]))
}

function textOf(parts: readonly string[], holes: readonly unknown[]): string {
  let count = 0
  const next = () => `$${++count}`
  return parts.map((part, index) => {
    if (index === holes.length) return part
    const hole = holes[index]
    return `${part}${hole instanceof Given ? tableOf(hole, next) : next()}`
  }).join('').trim()
}

function tableOf({ alias, columns, few }: Given, next: () => string): string {
  if (few === 0) return `json_to_recordset(${next()}::json) as ${alias} (${columns.map(([name, type]) => `${name} ${type}`).join(', ')})`
  const rows = Array.from({ length: few }, () => `(${columns.map(([, type]) => `${next()}::${type}`).join(', ')})`)
  return `(values ${rows.join(', ')}) as ${alias} (${columns.map(([name]) => name).join(', ')})`
}
