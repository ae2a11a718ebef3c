import type { ImportKind, ImportRow, RowProblem } from '#modules/imports/index.ts'
import type { Context } from '#platform/http/context.ts'
import { commitGone, commitListRows } from '../commands/lists/commit-list.ts'
import { prepareComparison } from '../commands/lists/prepare-comparison.ts'
import { undoList } from '../commands/lists/undo-list.ts'
import { countUndecided } from '../queries/lists/count-undecided.ts'
import { listForms, type ListKind } from '../queries/lists/list-kinds.ts'
import { matchListed } from '../queries/lists/match-listed.ts'
import { readList } from '../queries/lists/read-list.ts'

/** The lists of civil affairs as workbooks: compared with the register, decided row by row, then written. */
export const civilListImports: readonly ImportKind[] = listForms.map(({ code, ...form }) => ({
  ...form, code,
  checkRows: (context, rows) => checkRows(context, code, rows),
  commitRows: (context, rows, importId) => commitListRows(context, code, { importId, rows }),
  undoRows: undoList,
  comparison: {
    page: '/children/lists/$id',
    prepare: (context, importId, rows) => prepareComparison(context, code, { importId, rows }),
    countUndecided,
    commitRest: (context, importId) => commitGone(context, code, importId),
  },
}))

async function checkRows(context: Context, kind: ListKind, rows: readonly ImportRow[]): Promise<RowProblem[]> {
  const { read, problems } = await readList(context, kind, rows)
  const matches = await matchListed(context, read.map(({ listed }) => listed))
  const closed = read.flatMap(({ rowNumber }, at) => {
    const isClosed = (matches[at] ?? []).some(({ isSameNumber, status }) => isSameNumber && status !== null && status !== 'registered' && status !== 'merged')
    return isClosed ? [{ rowNumber, key: 'idNumber', message: '这个孩子的档案已经结束，请先在系统中核对。' }] : []
  })
  return [...problems, ...closed]
}
