import type { ImportKind, ImportPreview, ImportRow, MadeRecord, RowProblem } from '#modules/imports/index.ts'
import { newId } from '#platform/crypto/id.ts'
import type { Context } from '#platform/http/context.ts'
import { amendPost } from '../commands/steps/amend-posts.ts'
import { importReason } from '../commands/steps/amend-units.ts'
import { insertSeats, type PlannedSeat } from '../commands/steps/insert-seats.ts'
import { knownTitles } from '../commands/steps/post-rows.ts'
import { withdrawPosts } from '../commands/steps/withdraw-posts.ts'
import { findPostUnits, findSeats } from '../queries/find-seats.ts'
import { lockUnits } from '../queries/lock-unit.ts'
import { planPosts, unfounded, type PostPlan, type PostRowToPlan } from '../rules/exchange/plan-posts.ts'
import { postColumns } from '../rules/exchange/post-columns.ts'
import { readPostRow, unitTextOf } from '../rules/exchange/post-row.ts'

/** Posts with their holders as a workbook: new seats, appointments, successions and corrections. */
export const postImport: ImportKind = {
  code: 'posts', title: '领导班子', columns: postColumns, permission: 'post.manage',
  checkRows: async (context, rows) => (await planRows(context, rows)).problems,
  previewRows, commitRows, undoRows: withdrawPosts,
}

async function previewRows(context: Context, rows: readonly ImportRow[]): Promise<ImportPreview> {
  const { plans } = await planRows(context, rows)
  const created = plans.filter(({ does }) => does === 'create').length
  return { created, changed: plans.filter(({ does }) => does !== 'nothing').length - created }
}

/** Planned once to know which units to lock and once more behind the locks, so that two imports never fill one seat. */
async function commitRows(context: Context, rows: readonly ImportRow[]): Promise<MadeRecord[]> {
  await lockUnits(context, (await planRows(context, rows)).plans.map(({ unit }) => unit.id))
  const { plans } = await planRows(context, rows)
  const made: MadeRecord[] = []
  const seats: PlannedSeat[] = []
  for (const plan of plans) {
    const { rowNumber, unit, read } = plan
    if (plan.does === 'create') {
      const seat = { id: newId(), unit, titleCode: read.titleCode, fromOn: plan.seatFromOn, holder: plan.holder }
      seats.push(seat)
      made.push({ rowNumber, recordId: seat.id, version: 1 })
    } else if (plan.does !== 'nothing') {
      made.push({ rowNumber, recordId: plan.seat.id, ...await amendPost(context, plan) })
    }
  }
  await insertSeats(context, seats, importReason)
  return made
}

/** A row is told all that is wrong with it at once: its unit is looked for also where other columns could not be read. */
async function planRows(context: Context, rows: readonly ImportRow[]): Promise<{ plans: PostPlan[]; problems: RowProblem[] }> {
  const problems: RowProblem[] = []
  const units = await findPostUnits(context, rows.map(({ values }) => unitTextOf(values)))
  const toPlan = rows.flatMap(({ rowNumber, values }): PostRowToPlan[] => {
    const result = readPostRow(values, { titles: knownTitles, today: context.today })
    if ('problems' in result) problems.push(...result.problems.map((problem) => ({ rowNumber, ...problem })))
    const unitText = unitTextOf(values)
    // A row that names no unit was told so when it was read.
    if (unitText === '') return []
    const candidates = units.get(unitText) ?? []
    const [unit] = candidates
    if (unit !== undefined && candidates.length === 1) {
      if ('read' in result) return [{ rowNumber, read: result.read, unit }]
      if (unit.establishedOn === null) problems.push({ rowNumber, ...unfounded })
      return []
    }
    const message = unit === undefined ? '没有找到这个单位，或者它不在您的管理范围内。' : '有几个同名的单位，请填写单位代码。'
    problems.push({ rowNumber, key: 'unit', message })
    return []
  })
  const planned = planPosts(toPlan, await findSeats(context, toPlan.map(({ unit }) => unit.id)), context.today)
  return { plans: planned.plans, problems: [...problems, ...planned.problems] }
}
