import { InvalidInput, Refusal } from '#platform/contract/refusal.ts'
import { recordAudit } from '#platform/audit/record.ts'
import type { Context } from '#platform/http/context.ts'
import { mustImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { headingsOf, importOf, lockImport } from '../queries/find-import.ts'
import type { ImportKind, ImportKinds, ImportRow } from '../queries/import-kind.ts'
import { readImportRows } from '../queries/read-import-rows.ts'
import { findProblems, replaceBadRows, withoutBad } from './steps/import-rows.ts'

type Checked = Import & { preview: { created: number; changed: number; unchanged: number } }
type Input = { id: string; mapping: Record<string, number | null> }

/** Confirms which column holds which field and checks every row; may be repeated until the import is committed. */
export async function setMapping(context: Context, input: Input, kinds: ImportKinds): Promise<Checked> {
  const { row, kind } = await lockImport(context, input.id, kinds)
  mustImport(context.actor, kind)
  if (row.state !== 'received' && row.state !== 'checked') throw new Refusal('WRONG_STATE')
  const mapping = confirmedMapping(kind, input.mapping, new Set(headingsOf(row).map(({ columnIndex }) => columnIndex)))
  const mapped = { ...row, mapping }
  const rows = await readImportRows(context, mapped, kind)
  const problems = await findProblems(context, kind, rows)
  const badCount = await replaceBadRows(context, row, problems)
  const good = withoutBad(rows, problems)
  const preview = kind.comparison === undefined
    ? await previewGoodRows(context, kind, good)
    : { unchanged: 0, ...await kind.comparison.prepare(context, row.id, good) }
  const checked = await context.tx.updateTable('imports.imports')
    .set({ mapping: JSON.stringify(mapping), rowCount: rows.length, badCount, state: 'checked', failure: null, version: row.version + 1 })
    .where('cityId', '=', row.cityId).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow()
  await recordAudit(context, {
    verb: 'import.checked', subjectKind: 'import', subjectId: row.id, scopeCode: row.scopeCode.padStart(18, '0'),
    details: { kind: kind.code, rowCount: rows.length, badCount },
  })
  return { ...importOf(checked), preview }
}

async function previewGoodRows(context: Context, kind: ImportKind, good: readonly ImportRow[]): Promise<Checked['preview']> {
  const { created, changed } = await kind.previewRows?.(context, good) ?? { created: good.length, changed: 0 }
  return { created, changed, unchanged: good.length - created - changed }
}

function confirmedMapping(kind: ImportKind, chosen: Input['mapping'], known: ReadonlySet<number>): Record<string, number> {
  const mapping = Object.fromEntries(Object.entries(chosen).flatMap(([key, columnIndex]) => (columnIndex === null ? [] : [[key, columnIndex] as const])))
  const strange = Object.keys(mapping).filter((key) => !kind.columns.some((column) => column.key === key))
  const missing = kind.columns.filter((column) => column.required && mapping[column.key] === undefined)
  const issues = [
    ...strange.map((key) => ({ path: ['mapping', key], message: '没有这一项，请刷新页面。' })),
    ...missing.map(({ key, title }) => ({ path: ['mapping', key], message: `请选择“${title}”在哪一列。` })),
    ...Object.entries(mapping).filter(([, columnIndex]) => !known.has(columnIndex)).map(([key]) => ({ path: ['mapping', key], message: '表中没有这一列。' })),
  ]
  if (issues.length > 0) throw new InvalidInput(issues)
  return mapping
}
