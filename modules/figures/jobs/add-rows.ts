import { CompiledQuery, type QueryResult } from 'kysely'
import type { Context } from '#platform/http/context.ts'

/** Rows a statement. */
const rowsAtOnce = 8_000

/** Pieces of as many rows as one statement takes. */
export function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce)
}

/** Rows for a table of the acting city; the first column, city_id, is added. */
type ManyRows = { into: string; columns: readonly string[]; rows: readonly (readonly (string | number)[])[]; ending: string }

/**
 * Writes thousands of rows in one VALUES list. The query builder would spend ten times as long on the same list; here each distinct
 * value is bound once and named as often as it occurs, so that nothing but places for values is put into the text.
 */
export async function addRows<Row>({ tx, actor }: Context, { into, columns, rows, ending }: ManyRows): Promise<Row[]> {
  const places = new Map<string, number>()
  const values: (string | number)[] = [actor.cityId]
  // Everything is bound as text and read as its column's type: one value may stand in columns of two types.
  const placeOf = (value: string) => {
    const known = places.get(value) ?? values.push(value)
    places.set(value, known)
    return `$${known}::text`
  }
  const types = columns.map((column) => typeOf[column] ?? 'bigint')
  const list = rows.map((row) => `($1::int,${row.map((value, index) => `${placeOf(String(value))}::${types[index]}`).join(',')})`)
  const text = `insert into ${into} (city_id, ${columns.join(', ')}) values ${list.join(',')} ${ending}`
  const result: QueryResult<Row> = await tx.executeQuery<Row>(CompiledQuery.raw(text, values))
  return result.rows
}

const typeOf: Record<string, string> = { measure: 'text', subject_id: 'uuid', period: 'int', net: 'int' }
