import { z } from 'zod'
import { base } from '#platform/contract/base.ts'
import { id } from '#platform/contract/fields.ts'
import { listQuery, pageOf } from '#platform/contract/paging.ts'

/** Largest workbook that is taken, bytes. */
export const largestWorkbookBytes = 20 * 1024 * 1024

/** How far an import has come. */
export const importStates = ['received', 'checked', 'committing', 'committed', 'undone'] as const

/** What can be imported, and its columns. */
export const ImportKindInfo = z.object({
  code: z.string(),
  title: z.string(),
  columns: z.array(z.object({ key: z.string(), title: z.string(), required: z.boolean(), example: z.string() })),
  /** Page on which differences are decided before the commit, `$id` for the import; null where rows are committed at once. */
  comparisonPage: z.string().nullable(),
})

/** An import. */
export const Import = z.object({
  id,
  unitCode: z.string(),
  kind: z.string(),
  state: z.enum(importStates),
  fileName: z.string(),
  /** Headings of the sheet; a column is known by its number from 0. */
  headings: z.array(z.object({ columnIndex: z.number().int(), text: z.string() })),
  /** Column of each field: as confirmed, or before that as proposed. */
  mapping: z.record(z.string(), z.number().int()),
  rowCount: z.number().int(),
  /** Rows with a problem; null before the check. */
  badCount: z.number().int().nullable(),
  createdCount: z.number().int(),
  /** Records that stood already and were changed. */
  changedCount: z.number().int(),
  undoneCount: z.number().int(),
  /** How far a commit in the background has come; null when it is not running, or runs elsewhere. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  /** Why the last try to commit wrote nothing. */
  failure: z.string().nullable(),
  personName: z.string(),
  uploadedAt: z.string(),
})
/** An import. */
export type Import = z.infer<typeof Import>

/** One thing wrong in a row. */
export const ImportProblem = z.object({
  /** Row as the user sees it. */
  id: z.string(),
  unitCode: z.string(),
  rowNumber: z.number().int(),
  problems: z.array(z.object({
    /** Title of the column; null when the whole row is meant. */
    column: z.string().nullable(),
    message: z.string(),
  })),
})
/** One thing wrong in a row. */
export type ImportProblem = z.infer<typeof ImportProblem>

const wrongState = { status: 409, message: '这次导入已经处理过，请刷新页面查看结果。' }
const fileGone = { status: 410, message: '上传的文件已超过30天，不再保存，请重新上传。' }

/** What crosses the wire for 导入. */
export const importsContract = {
  listImportKinds: base.route({ method: 'GET', path: '/import-kinds', summary: '可以导入的表' }).output(z.object({ kinds: z.array(ImportKindInfo) })),
  uploadImport: base.route({ method: 'POST', path: '/imports', summary: '上传要导入的表格', successStatus: 201 })
    .input(z.object({
      kind: z.string().max(40),
      file: z.file().max(largestWorkbookBytes, '文件不能超过20MB，请分成几个文件上传'),
    }))
    .output(Import.extend({
      /** Text of each column in the first row, to recognise it by. */
      samples: z.record(z.string(), z.string()),
    })),
  listImports: base.route({ method: 'GET', path: '/imports', summary: '导入记录' }).input(listQuery.omit({ q: true })).output(pageOf(Import)),
  getImport: base.route({ method: 'GET', path: '/imports/{id}', summary: '一次导入' }).input(z.object({ id })).output(Import),
  setMapping: base.route({ method: 'POST', path: '/imports/{id}/mapping', summary: '确认列对应并检查' })
    .input(z.object({
      id,
      /** Column of each field, from 0; null leaves the field empty. */
      mapping: z.record(z.string().max(40), z.number().int().min(0).max(16_383).nullable()),
    }))
    .output(Import.extend({
      /** What the rows without problems would do: make a record, change one, or neither because it stands like that already. */
      preview: z.object({ created: z.number().int(), changed: z.number().int(), unchanged: z.number().int() }),
    })).errors({ WRONG_STATE: wrongState, FILE_GONE: fileGone }),
  listImportProblems: base.route({ method: 'GET', path: '/imports/{id}/problems', summary: '有问题的行' })
    .input(listQuery.omit({ q: true, unit: true }).extend({ id })).output(pageOf(ImportProblem)),
  commitImport: base.route({ method: 'POST', path: '/imports/{id}/commit', summary: '导入没有问题的行' })
    .input(z.object({ id })).output(Import).errors({ WRONG_STATE: wrongState, FILE_GONE: fileGone,
      NOTHING_TO_IMPORT: { status: 409, message: '没有可以导入的行，请先修改表格。' },
      ROWS_UNDECIDED: { status: 409, message: '还有差异没有决定，请逐条核对后再写入。', data: z.object({ undecided: z.number().int() }) } }),
  undoImport: base.route({ method: 'POST', path: '/imports/{id}/undo', summary: '撤销导入' }).input(z.object({ id }))
    .output(Import.extend({
      /** Rows that stay because they were changed or used since. */
      kept: z.array(z.object({ rowNumber: z.number().int(), why: z.string() })),
    })).errors({ WRONG_STATE: wrongState }),
}
