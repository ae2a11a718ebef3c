import { createHash } from 'node:crypto'
import { recordAudit } from '#platform/audit/record.ts'
import { InvalidInput } from '#platform/contract/refusal.ts'
import { newId } from '#platform/crypto/id.ts'
import { safeFileName } from '#platform/files/serve-headers.ts'
import type { Context } from '#platform/http/context.ts'
import type { Sheet } from '#platform/sheets/cells.ts'
import { findHeader, proposeMapping, type HeaderRow } from '#platform/sheets/find-header.ts'
import { readRows } from '#platform/sheets/read-rows.ts'
import { readWorkbook } from '#platform/sheets/read-workbook.ts'
import { SheetRefusal } from '#platform/sheets/refusal.ts'
import { mustImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { importOf, importsOf } from '../queries/find-import.ts'
import type { ImportKind, ImportKinds } from '../queries/import-kind.ts'
import { workbookStore } from '../queries/workbook-store.ts'

type Uploaded = Import & { samples: Record<string, string> }

/** Takes a workbook in: finds the table in it, proposes the columns, keeps file and rows sealed. Nothing is imported yet. */
export async function uploadImport(context: Context, input: { kind: string; file: File }, kinds: ImportKinds): Promise<Uploaded> {
  const kind = kinds.get(input.kind)
  if (kind === undefined) throw refused('kind', '没有这种导入，请从列表中选择。')
  mustImport(context.actor, kind)
  const bytes = new Uint8Array(await input.file.arrayBuffer())
  const { sheet, header } = findTable(await readSheets(bytes), kind)
  const rowCount = [...readRows(sheet, header, Object.fromEntries(header.headers.map(({ columnIndex }) => [columnIndex, columnIndex])))].length
  if (rowCount === 0) throw refused('file', '表头下面没有数据，请检查后重新选择文件。')
  const fingerprint = fingerprintOf(kind, header)
  const remembered = await findRememberedMapping(context, fingerprint)
  const { mapping } = proposeMapping(header.headers, [...kind.columns], remembered)
  const row = await insertImport(context, { kind, sheet, header, fingerprint, rowCount, bytes, fileName: input.file.name })
  await recordAudit(context, {
    verb: 'import.uploaded', subjectKind: 'import', subjectId: row.id, scopeCode: row.scopeCode.padStart(18, '0'), details: { kind: kind.code, rowCount } })
  return { ...importOf(row, mapping), samples: samplesOf(sheet, header) }
}

async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof SheetRefusal) throw refused('file', error.message)
    throw error
  }
}

/** The sheet and row with the most known headings; hidden sheets only when there is no other. */
function findTable(sheets: readonly Sheet[], kind: ImportKind): { sheet: Sheet; header: HeaderRow } {
  const candidates = sheets.toSorted((one, other) => Number(one.hidden) - Number(other.hidden)).flatMap((sheet) => {
    const header = findHeader(sheet, [...kind.columns])
    return header === undefined ? [] : [{ sheet, header, known: proposeMapping(header.headers, [...kind.columns]).matches.length }]
  })
  const best = candidates.toSorted((one, other) => other.known - one.known)[0]
  if (best === undefined) {
    const titles = kind.columns.filter((column) => column.required).map((column) => column.title).join('、')
    throw refused('file', `没有找到表头。表中应有一行列名，至少包括：${titles}。可以先下载模板。`)
  }
  return best
}

const fingerprintOf = (kind: ImportKind, header: HeaderRow) =>
  createHash('sha256').update(JSON.stringify([kind.code, header.headers.map(({ columnIndex, text, group }) => [columnIndex, text, group])])).digest('hex')

/** What the unit chose the last time it brought a workbook of this form. */
async function findRememberedMapping(context: Context, fingerprint: string): Promise<Record<string, number | null>> {
  const last = await importsOf(context).where('unitId', '=', context.actor.unit.id).where('headerFingerprint', '=', fingerprint)
    .where('mapping', 'is not', null).orderBy('uploadedAt', 'desc').limit(1).executeTakeFirst()
  return (last?.mapping ?? {}) as Record<string, number>
}

type Found = { kind: ImportKind; sheet: Sheet; header: HeaderRow; fingerprint: string; rowCount: number; bytes: Uint8Array; fileName: string }

async function insertImport(context: Context, found: Found) {
  const { tx, actor, now } = context
  const store = await workbookStore(context)
  const [file, rows] = await Promise.all([store.put(found.bytes), store.put(Buffer.from(JSON.stringify(found.sheet)))])
  return tx.insertInto('imports.imports').values({
    cityId: actor.cityId, id: newId(), scopeCode: actor.scopeLo, unitId: actor.unit.id, kind: found.kind.code,
    fileName: safeFileName(found.fileName, found.fileName.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'), fileKey: file.key, rowsKey: rows.key,
    sheetName: found.sheet.name, headerRow: found.header.rowNumber, headerFingerprint: found.fingerprint,
    headings: JSON.stringify(found.header.headers), rowCount: found.rowCount, accountId: actor.accountId, personName: actor.personName,
    roleCode: actor.roleCode, uploadedAt: now,
  }).returningAll().executeTakeFirstOrThrow()
}

/** The first filled cell of each column. */
function samplesOf(sheet: Sheet, header: HeaderRow): Record<string, string> {
  const below = sheet.rows.slice(header.rowNumber, header.rowNumber + 20)
  return Object.fromEntries(header.headers.map(({ columnIndex }) => [
    String(columnIndex), below.map((cells) => cells[columnIndex]?.text ?? '').find((text) => text !== '')?.slice(0, 40) ?? '']))
}

const refused = (field: string, message: string) => new InvalidInput([{ path: [field], message }])
