import type { ImportRow, RowProblem } from '#modules/imports/index.ts'
import type { Context } from '#platform/http/context.ts'
import { readListRow, type ListedChild } from '../../rules/lists/read-list-row.ts'
import { findUnitsByText, type ListUnit } from './find-units-by-text.ts'
import { listKinds, type ListKind } from './list-kinds.ts'

/** A row that can be read, with the unit it names; the own one where it names none. */
export type ReadRow = { rowNumber: number; listed: ListedChild; unit: ListUnit }

/** Reads all rows of a list, or says what is wrong with them, also between them. */
export async function readList(context: Context, kind: ListKind, rows: readonly ImportRow[]): Promise<{ read: ReadRow[]; problems: RowProblem[] }> {
  const { actor, today } = context
  const { usualType } = listKinds[kind]
  const units = await findUnitsByText(context, rows.map(({ values }) => values['unit'] ?? ''))
  const own: ListUnit = { id: actor.unit.id, scopeCode: actor.scopeLo.padStart(18, '0'), name: actor.unit.name }
  const read: ReadRow[] = []
  const problems: RowProblem[] = []
  for (const { rowNumber, values } of rows) {
    const result = readListRow(values, { today, usualType })
    const text = values['unit'] ?? ''
    const found = text === '' ? [own] : (units.get(text) ?? [])
    if ('problems' in result) problems.push(...result.problems.map((problem) => ({ rowNumber, ...problem })))
    if (found.length > 1) problems.push({ rowNumber, key: 'unit', message: '有几个同名的单位，请填写单位代码。' })
    const [unit] = found
    if (unit === undefined) problems.push({ rowNumber, key: 'unit', message: '没有找到这个单位，或者它不在您的管理范围内。' })
    if ('read' in result && unit !== undefined && found.length === 1) read.push({ rowNumber, listed: result.read, unit })
  }
  return { read, problems: [...problems, ...findRepeats(read)] }
}

/** The same child twice on one list: the first row counts. */
function findRepeats(rows: readonly ReadRow[]): RowProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap(({ rowNumber, listed: { name, birthOn, paperNumber } }) => {
    const key = paperNumber === null ? `${name} ${birthOn}` : paperNumber
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, rowNumber)
    if (earlier === undefined) return []
    return [{ rowNumber, key: paperNumber === null ? 'name' : 'idNumber', message: `与第${earlier}行是同一个孩子，本行不再核对。` }]
  })
}
