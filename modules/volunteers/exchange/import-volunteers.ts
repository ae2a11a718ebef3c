import { holdStanding } from '#modules/organization/index.ts'
import { checkAgainOn, type ImportKind, type ImportRow, type MadeRecord, type RowProblem } from '#modules/imports/index.ts'
import type { Context } from '#platform/http/context.ts'
import { insertVolunteers } from '../commands/steps/insert-volunteers.ts'
import { noteTwins } from '../commands/steps/note-twins.ts'
import { withdrawVolunteers } from '../commands/steps/withdraw-volunteers.ts'
import type { TeamUnit } from '../queries/find-open-unit.ts'
import { findTwins, type FoundTwin } from '../queries/find-twins.ts'
import { findUnitsByText } from '../queries/find-units-by-text.ts'
import { readWords } from '../queries/list-volunteer-words.ts'
import { volunteerColumns } from '../rules/import-columns.ts'
import { findRepeatedRows } from '../rules/repeated-rows.ts'
import { readVolunteerRow, type ReadVolunteer } from '../rules/import-row.ts'

/** The register of volunteers as a workbook. */
export const volunteerImport: ImportKind = {
  code: 'volunteers', title: '五老', columns: volunteerColumns, permission: 'volunteer.import', checkRows, commitRows, undoRows: withdrawVolunteers,
}

type PreparedRow = { rowNumber: number; read: ReadVolunteer; unit: TeamUnit }

async function checkRows(context: Context, rows: readonly ImportRow[]): Promise<RowProblem[]> {
  const { prepared, problems } = await prepareRows(context, rows)
  const likenesses = prepared.map(({ read }) => read.profile)
  const twins = await findTwins(context, likenesses)
  return [
    ...problems,
    ...findRepeatedRows(prepared.map(({ rowNumber, read }) => ({ rowNumber, ...read.profile }))),
    ...twins.flatMap((twin) => problemOfTwin(twin, prepared[twin.rowNumber]?.rowNumber)),
  ]
}

/** The same number or the same name and birth date is taken for the same person; the same telephone alone is only asked about later. */
function problemOfTwin(twin: FoundTwin, rowNumber: number | undefined): RowProblem[] {
  if (rowNumber === undefined || twin.reason === 'phone') return []
  if (twin.reason === 'id-number') return [{ rowNumber, key: 'idNumber', message: `这个身份证号码已由${twin.unitName}登记，不再重复导入。` }]
  return [{ rowNumber, key: 'name', message: `同名同生日的五老已由${twin.unitName}登记；如确实不是同一人，请在系统中单独登记。` }]
}

async function commitRows(context: Context, rows: readonly ImportRow[]): Promise<MadeRecord[]> {
  const { prepared } = await prepareRows(context, rows)
  const ids = await insertVolunteers(context, prepared.map(({ read, unit }) => ({
    unit, profile: read.profile,
    ...(read.clearance === null ? {} : { clearances: [read.clearance] }), ...(read.insurance === null ? {} : { insurances: [read.insurance] }),
  })), 'volunteer.imported').catch(checkAgainOn('volunteers_id_hash_key'))
  // Only a telephone in common is left to be noted: everything else kept the row out.
  const twins = await findTwins(context, prepared.map(({ read }) => ({ name: null, birthOn: null, idNumber: null, phone: read.profile.phone })))
  await noteTwins(context, twins.flatMap((twin) => {
    const volunteerId = ids[twin.rowNumber]
    return volunteerId === undefined ? [] : [{ volunteerId, twin }]
  }))
  return prepared.flatMap(({ rowNumber }, at) => {
    const recordId = ids[at]
    return recordId === undefined ? [] : [{ rowNumber, recordId, version: 1 }]
  })
}

/** Rows that name no unit belong to the importer's own, as long as it stands. */
async function findOwnUnit(context: Context): Promise<TeamUnit[]> {
  const { unit: { id, name }, scopeLo } = context.actor
  return (await holdStanding(context, [id])).has(id) ? [{ id, scopeCode: scopeLo.padStart(18, '0'), name }] : []
}

// A commit checks its rows and then writes the same ones: what a row says is read once.
const alreadyRead = new WeakMap<ImportRow, ReturnType<typeof readVolunteerRow>>()

async function prepareRows(context: Context, rows: readonly ImportRow[]): Promise<{ prepared: PreparedRow[]; problems: RowProblem[] }> {
  const [words, units] = await Promise.all([readWords(context), findUnitsByText(context, rows.map(({ values }) => values['unit'] ?? ''))])
  const own = await findOwnUnit(context)
  const prepared: PreparedRow[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const { rowNumber, values } = row
    const result = alreadyRead.get(row) ?? readVolunteerRow(values, { ...words, today: context.today })
    alreadyRead.set(row, result)
    const text = values['unit'] ?? ''
    const candidates = text === '' ? own : (units.get(text) ?? [])
    const [unit] = candidates
    if ('problems' in result) problems.push(...result.problems.map((problem) => ({ rowNumber, ...problem })))
    if (candidates.length > 1) problems.push({ rowNumber, key: 'unit', message: '有几个同名的单位，请填写单位代码。' })
    if (unit === undefined && text === '') problems.push({ rowNumber, key: 'unit', message: '您的单位已经撤销，请填写仍在的单位。' })
    else if (unit === undefined) problems.push({ rowNumber, key: 'unit', message: '没有找到这个单位，或者它不在您的管理范围内。' })
    if ('read' in result && unit !== undefined && candidates.length === 1) prepared.push({ rowNumber, read: result.read, unit })
  }
  return { prepared, problems }
}
